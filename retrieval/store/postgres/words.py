"""Which sentences of a document use which word: the rows that BM25 is summed over."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from xxhash import xxh3_64_intdigest

from retrieval.arrays import IdArray
from retrieval.domain import Document, Sentence
from retrieval.store.values import BEFORE, QUOTABLE, Features, introduced_by
from retrieval.text.languages.known import ENGLISH
from retrieval.text.mending import sentence_words
from retrieval.text.search_terms import document_terms
from retrieval.text.windows import windows

__all__ = ["Posting", "postings", "term_number"]

_HALF, _WHOLE = 1 << 63, 1 << 64
_MOST = (1 << 16) - 1
"""Times and words that are counted at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The sentences of a document that use a term."""

    term: int
    is_hit: bool
    uses: IdArray
    """A number for each: where it stands, counted from the document's first one, times 2³², and how
    often it uses the term, times 2¹⁶, and how many words it has, its neighbours' included."""


def term_number(term: str) -> int:
    """Return what stands for a term in the database: a hash of 64 bits, as a bigint.

    Numbers compare quicker than words, and the same in every collation.
    """
    number: int = xxh3_64_intdigest(term.encode())
    return number - _WHOLE if number >= _HALF else number


def postings(
    document: Document, sentences: Sequence[Sentence], features: Features
) -> tuple[Iterator[Posting], int]:
    """Count the words of a document's sentences, each with its neighbours.

    Returns:
        A posting a term and kind of sentence, and how many words there are in all.
    """
    contexts = (np.arange(len(sentences)) - features.per_sentence[BEFORE]).tolist()
    texts = sentence_words(document, sentences)
    counted = [
        Counter(document_terms(text, document.language or ENGLISH))
        for text in windows(texts, contexts, document.title, introduced_by([features]))
    ]
    lengths = np.array([counts.total() for counts in counted], np.int64)
    quotable = features.per_sentence[QUOTABLE].tolist()
    used: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    for place, counts in enumerate(counted):
        for term in counts:
            used[term, quotable[place]].append(place)
    rows = (
        Posting(
            term=term_number(term),
            is_hit=is_hit,
            uses=_packed(places, [counted[place][term] for place in places], lengths),
        )
        for (term, is_hit), places in used.items()
    )
    return rows, int(lengths.sum())


def _packed(places: Sequence[int], times: Sequence[int], lengths: IdArray) -> IdArray:
    at = np.array(places, np.int64)
    often = np.minimum(np.array(times, np.int64), _MOST)
    return at << 32 | often << 16 | np.minimum(lengths[at], _MOST)
