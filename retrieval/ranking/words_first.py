"""Words before vectors, for a question in a language that the model doesn't know."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.domain import Scope
from retrieval.ranking.candidates import Candidates, in_best_order
from retrieval.ranking.query import EncodedQuery, Query
from retrieval.store.interface import IndexReader
from retrieval.text.languages.answer_kinds import gives, kind_asked_for
from retrieval.text.languages.grams import likeness
from retrieval.text.languages.known import ENGLISH
from retrieval.text.languages.matching import cut, met, word_of
from retrieval.text.question_terms import asked_words

__all__ = ["WordMatches", "match_words", "words_first"]

_OWN, _BEFORE, _AFTER, _PARAGRAPH, _DOCUMENT = 0.1, 1.0, 0.3, 1.5, 0.5
"""How much the words of the sentence count, those of it and the one before, of it and the one
after, of all sentences of its paragraph and of its document that were found."""
_STORED, _ALIKE, _KIND = 0.75, 2.0, 0.4
"""How much the share counts that a store gives (BM25), how alike sentence and question are by their
runs of letters, and that the sentence gives the kind of thing that is asked for."""
_SENTENCE, _CONTEXT = 1.0, 1.0
"""How much late interaction counts: of a language that the model doesn't know it meets spellings.

All are round numbers near what a listwise regression gives for English (without late
interaction), for German and for Chinese; how near hardly matters (retrieval/README.md)."""
_WHOLE = sum((_OWN, _BEFORE, _AFTER, _PARAGRAPH, _DOCUMENT, _STORED, _ALIKE, _SENTENCE, _CONTEXT))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatches:
    """How the words of a question are met by m sentences."""

    own: FloatArray
    """float32 [m, w]: how well each word is met by each sentence."""
    near: FloatArray
    """float32 [m, w]: and by the sentence together with those before and after it."""
    before: FloatArray
    """float32 [m, w]: and by the sentence together with the one before it."""
    after: FloatArray
    """float32 [m, w]: and by the sentence together with the one after it."""
    paragraph: FloatArray
    """float32 [m, w]: and by the best of all those sentences in its paragraph."""
    document: FloatArray
    """float32 [m, w]: and in its document."""
    told: FloatArray
    """float32 [m, w]: and by the sentence together with the question or the headings over it."""
    shares: FloatArray
    """float32 [w]: how much each word counts, by its rarity; they add up to 1."""


def match_words(
    query: Query,
    language: str,
    rows: list[int],
    reader: IndexReader,
    text_of: Callable[[int], str],
    *,
    scope: Scope,
) -> WordMatches:
    """Compare the words of a question with sentences and their neighbours in the paragraph.

    Args:
        query: A question, with what its conversation adds.
        language: The ISO 639-1 code of its language.
        rows: The ids of the sentences.
        reader: Where they are from.
        text_of: Returns the words of a sentence by its id.
        scope: Where words are counted.
    """
    words = [
        (word, share)
        for part, share in query.parts
        for word in asked_words(part, language, reader.languages)
    ]
    asked = tuple({word.term: word for word, _ in words}.values())
    rarity = reader.rarity(
        [word.term for word in asked],
        variants={word.term: word.variants for word in asked if word.variants},
        scope=scope,
    )
    most: defaultdict[str, float] = defaultdict(float)
    for word, share in words:
        most[word.term] = max(most[word.term], share)
    rarity = rarity * np.array([most[word.term] for word in asked], np.float32)
    whole = max(float(rarity.sum()), 1e-9)
    places = reader.places(rows)
    around = [
        [at for at in (place.id - 1, place.id, place.id + 1) if at in place.block_ids]
        for place in places
    ]
    said_in: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for place, ids in zip(places, around, strict=True):
        looked_at = dict.fromkeys((*ids, *place.introduced_by))
        said_in[reader.document(place.document).language or ENGLISH].update(looked_at)
    known: dict[int, FloatArray] = {}
    for spoken, rows_in in said_in.items():
        meant = [word_of(one.word, one.by_language[spoken], language) for one in asked]
        said = [cut(text_of(row), spoken) for row in rows_in]
        known.update(zip(rows_in, met(meant, said), strict=True))
    size = (len(rows), len(asked))
    own = np.array([known[place.id] for place in places], np.float32).reshape(size)

    def best(groups: Iterable[Sequence[int]]) -> FloatArray:
        largest = [np.max([known[at] for at in ids], axis=0) for ids in groups]
        return np.array(largest, np.float32).reshape(size)

    together = list(zip(places, around, strict=True))
    return WordMatches(
        own=own,
        near=best(around),
        before=best([at for at in ids if at <= place.id] for place, ids in together),
        after=best([at for at in ids if at >= place.id] for place, ids in together),
        paragraph=_together(own, [(place.document, place.block) for place in places]),
        document=_together(own, [place.document for place in places]),
        told=best((place.id, *place.introduced_by) for place in places),
        shares=(rarity / whole).astype(np.float32),
    )


def words_first(
    found: Candidates,
    encoded: EncodedQuery,
    reader: IndexReader,
    text_of: Callable[[int], str],
    *,
    scope: Scope,
) -> Candidates:
    """Order sentences by the words that they share with a question, and by what they look like."""
    rows, question = found.rows.tolist(), encoded.query.topical
    words = match_words(encoded.query, encoded.language, rows, reader, text_of, scope=scope)
    texts = [text_of(row) for row in rows]
    spoken = [reader.document(one.document).language or ENGLISH for one in reader.places(rows)]
    scores = (
        _OWN * (words.own @ words.shares)
        + _BEFORE * (words.before @ words.shares)
        + _AFTER * (words.after @ words.shares)
        + _PARAGRAPH * (words.paragraph @ words.shares)
        + _DOCUMENT * (words.document @ words.shares)
        + _STORED * found.evidence.lexical
        + _ALIKE * likeness(question, list(zip(texts, spoken, strict=True)), encoded.language)
        + _SENTENCE * found.evidence.sentence
        + _CONTEXT * found.evidence.context
    )
    kind = kind_asked_for(encoded.query.question, encoded.language)
    if kind is not None:
        scores += _KIND * gives(kind, texts, spoken, encoded.query.question)
    return in_best_order(found, (scores / _WHOLE).astype(np.float32))


def _together(own: FloatArray, groups: Sequence[Hashable]) -> FloatArray:
    """Say how well each word is met by the best of those in the same group, float32 [m, w]."""
    rows: defaultdict[Hashable, list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        rows[group].append(row)
    together = own.copy()
    for some in rows.values():
        together[some] = own[some].max(axis=0)
    return together
