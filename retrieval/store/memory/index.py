"""An index in memory: every row is looked at, one by one."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from retrieval.arrays import CodeArray, FloatArray, HalfArray, IdArray
from retrieval.domain import EVERYTHING, Block, IndexInfo, Scope
from retrieval.store.values import (
    ANSWER,
    BEFORE,
    NO_VARIANTS,
    QUOTABLE,
    ROLE,
    SCALES,
    VALUES,
    IndexSpec,
    SentencePlace,
    Shortlist,
    StoredContent,
    StoredDocument,
    TokenVectors,
    introduced_by,
    languages_of,
)
from retrieval.structure import Role
from retrieval.text.languages.known import ENGLISH
from retrieval.text.mending import sentence_words
from retrieval.text.rarity import inverse_frequency
from retrieval.text.search_terms import document_terms
from retrieval.text.windows import windows

__all__ = ["MemoryIndex"]


_K1 = 0.9
_B = 0.4


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What is known of one sentence."""

    place: SentencePlace
    quotable: bool
    context: int
    vector: FloatArray
    values: CodeArray
    scales: HalfArray
    terms: Counter[str]
    """Of the sentence and its neighbours."""


class MemoryIndex:
    """Implements `retrieval.store.interface.IndexReader`."""

    def __init__(
        self,
        info: IndexInfo,
        spec: IndexSpec,
        contents: Sequence[tuple[StoredDocument, StoredContent]],
        *,
        origin: str = "",
    ) -> None:
        self.info = info
        self.spec = spec
        self.origin = origin
        self._documents = tuple(stored for stored, _ in contents)
        self._contents = tuple(content for _, content in contents)
        self._sentences = tuple(
            sentence for stored, content in contents for sentence in _sentences(stored, content)
        )
        self.languages = languages_of(self._documents)
        self._counted: dict[frozenset[str] | None, _Counts] = {}

    def content(self, document: int) -> StoredContent:
        """Return all of a document."""
        return self._contents[document]

    def documents(self, scope: Scope = EVERYTHING) -> tuple[StoredDocument, ...]:
        """Return the documents of a scope, sorted by path."""
        inside = (one for one in self._documents if scope.holds(one.path, one.collection))
        return tuple(sorted(inside, key=lambda one: one.path))

    def document(self, document: int) -> StoredDocument:
        """Return a document by its id."""
        return self._documents[document]

    def shortlist(
        self,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> Shortlist:
        """Choose the sentences of a scope that are worth a closer look, by vectors and words."""
        counts = self._counts(scope)
        wanted = counts.wanted(terms, aliases, variants)
        inside = [self._sentences[row] for one in self.documents(scope) for row in one.rows]
        inside = [one for one in inside if one.quotable] or inside
        scored = [(float(one.vector @ vector), counts.share(one, wanted), one) for one in inside]
        scored.sort(key=lambda each: (-(each[0] + each[1]), each[2].place.id))
        best = scored[: max(k, 0)]
        return Shortlist(
            ids=np.array([one.place.id for _, _, one in best], dtype=np.int64),
            dense=np.array([dense for dense, _, _ in best], dtype=np.float32),
            lexical=np.array([share for _, share, _ in best], dtype=np.float32),
            contexts=np.array([one.context for _, _, one in best], dtype=np.int64),
        )

    def prepare(
        self,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> None:
        """Do nothing: there is nothing to wait for."""

    def evidence(
        self,
        ids: IdArray,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope = EVERYTHING,
    ) -> Shortlist:
        """Say of some sentences what `shortlist` says of those that it chooses."""
        counts = self._counts(scope)
        wanted = counts.wanted(terms, aliases, variants)
        own = [self._sentences[row] for row in ids.tolist()]
        return Shortlist(
            ids=ids,
            dense=np.array([one.vector @ vector for one in own], dtype=np.float32),
            lexical=np.array([counts.share(one, wanted) for one in own], dtype=np.float32),
            contexts=np.array([one.context for one in own], dtype=np.int64),
        )

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence."""
        found = [self._sentences[row].place.introduced_by for row in ids.tolist()]
        width = max(map(len, found), default=0)
        rows = [(*one, *[-1] * (width - len(one))) for one in found]
        return np.array(rows, dtype=np.int64).reshape(len(found), width)

    def titles(self, ids: IdArray) -> IdArray:
        """Return the title that each sentence's document begins with."""
        owners = [self._documents[self._sentences[row].place.document] for row in ids.tolist()]
        firsts = [self._sentences[one.rows.start].place for one in owners]
        return np.array([one.id if one.role is Role.TITLE else -1 for one in firsts], np.int64)

    def answers(self, ids: IdArray) -> IdArray:
        """Return what answers where each sentence is found."""
        places = [self._sentences[row].place for row in ids.tolist()]
        answers = [one.id if one.answer is None else one.answer for one in places]
        return np.array(answers, dtype=np.int64)

    def tokens(self, ids: IdArray) -> TokenVectors:
        """Return the token vectors of sentences."""
        chosen = [self._sentences[row] for row in ids.tolist()]
        width = self._sentences[0].values.shape[1] if self._sentences else 0
        none = np.empty((0, width), np.uint16)
        return TokenVectors(
            values=np.concatenate([none, *(one.values for one in chosen)]),
            scales=np.concatenate([np.empty(0, np.float16), *(one.scales for one in chosen)]),
            offsets=np.array(
                list(accumulate((len(one.scales) for one in chosen), initial=0)), dtype=np.int64
            ),
        )

    def places(self, ids: Sequence[int]) -> tuple[SentencePlace, ...]:
        """Say where sentences stand."""
        return tuple(self._sentences[row].place for row in ids)

    def within(self, document: int, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""
        rows = self._documents[document].rows
        places = [self._sentences[row].place for row in rows]
        first = bisect_right([place.end for place in places], start)
        stop = bisect_left([place.start for place in places], end)
        return range(rows.start + first, rows.start + max(first, stop))

    def block(self, document: int, position: int) -> Block:
        """Return a block of a document."""
        return self._contents[document].document.blocks[position]

    def text(self, document: int, start: int = 0, end: int | None = None) -> str:
        """Return a document's text, or a part of it."""
        return self._contents[document].document.text[start:end]

    def rarity(
        self,
        terms: Sequence[str],
        *,
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope = EVERYTHING,
    ) -> FloatArray:
        """Say how rare each term is."""
        counts = self._counts(scope)
        used = [counts.users(_writings(term, variants)) for term in terms]
        rare = inverse_frequency(counts.size, used) / inverse_frequency(counts.size, [0])
        return rare.astype(np.float32)

    def close(self) -> None:
        """Do nothing: there is nothing open."""

    def _counts(self, scope: Scope) -> "_Counts":
        """Count the words of all documents in the collections of a scope."""
        names = scope.collections
        if names not in self._counted:
            own = self.documents(Scope(collections=names))
            rows = [self._sentences[row] for one in own for row in one.rows]
            self._counted[names] = _Counts(rows)
        return self._counted[names]


class _Counts:
    """How often the words of some sentences are used."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        self.size = len(sentences)
        self.used = Counter(term for one in sentences for term in one.terms)
        lengths = [sum(one.terms.values()) for one in sentences]
        self._mean_length = sum(lengths) / max(len(lengths), 1)

    def wanted(
        self,
        terms: Sequence[str],
        aliases: Sequence[str],
        variants: Mapping[str, Sequence[str]],
    ) -> frozenset[tuple[str, ...]]:
        """Return all writings of each word of a question that counts."""
        used = [term for term in aliases if self.users(_writings(term, variants))]
        return frozenset(_writings(term, variants) for term in (*terms, *used))

    def users(self, writings: tuple[str, ...]) -> int:
        """Return how many sentences use a word, once for each of its writings."""
        return min(sum(self.used[one] for one in writings), self.size)

    def _weight(self, writings: tuple[str, ...]) -> float:
        return float(inverse_frequency(self.size, [self.users(writings)], writings[:1])[0])

    def share(self, sentence: _Sentence, words: frozenset[tuple[str, ...]]) -> float:
        """Return BM25 in Lucene's form, divided by the weight of all words of the question."""
        total = sum(map(self._weight, words))
        length = sum(sentence.terms.values()) / max(self._mean_length, 1e-12)
        score = 0.0
        for writings in words:
            often = sum(sentence.terms[one] for one in writings)
            if often:
                score += self._weight(writings) * often / (often + _K1 * (1 - _B + _B * length))
        return score / total if total else 0.0


def _writings(term: str, variants: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((term, *variants.get(term, ()))))


def _sentences(stored: StoredDocument, content: StoredContent) -> Iterator[_Sentence]:
    document, features = content.document, content.features
    contexts = (np.arange(len(features)) - features.per_sentence[BEFORE]).tolist()
    before = introduced_by([features])
    texts = sentence_words(document, content.sentences)
    words = windows(texts, contexts, document.title, before)
    blocks = Counter(one.block for one in content.sentences)
    firsts = {one.block: row for row, one in reversed(list(enumerate(content.sentences)))}
    answers = features.per_sentence.get(ANSWER, np.zeros(len(features), np.int32))
    roles = features.per_sentence.get(ROLE, np.zeros(len(features), np.int8))
    first = stored.rows.start
    for row, one in enumerate(content.sentences):
        alone = features.take(row, row + 1)
        begin = stored.rows.start + firsts[one.block]
        yield _Sentence(
            place=SentencePlace(
                stored.rows.start + row,
                stored.id,
                one.block,
                one.start,
                one.end,
                one.first_line,
                one.last_line,
                range(begin, begin + blocks[one.block]),
                tuple(Role)[int(roles[row])],
                first + row + int(answers[row]) if answers[row] else None,
                tuple(first + place for place in before[row]),
            ),
            quotable=bool(alone.per_sentence[QUOTABLE][0]),
            context=stored.rows.start + contexts[row],
            vector=alone.vectors[0],
            values=alone.per_token[VALUES],
            scales=alone.per_token[SCALES],
            terms=Counter(document_terms(words[row], document.language or ENGLISH)),
        )
