"""The words of a build: made of a document, kept in the database, fetched when one is asked for.

What a question's words are worth is for `retrieval.store.counted_words` to say, as it is of an
index in files: a database would have to go through all that use a common word, every time.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from xxhash import xxh3_64_intdigest

from retrieval.arrays import BoolArray, CountArray, IntArray
from retrieval.domain import Document, Sentence
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.connections import Connections
from retrieval.store.postgres.errors import gone
from retrieval.store.values import BEFORE, QUOTABLE, Features, introduced_by
from retrieval.text.languages.known import ENGLISH
from retrieval.text.mending import sentence_words
from retrieval.text.search_terms import document_terms
from retrieval.text.windows import windows

__all__ = ["Posting", "StoredWords", "counted_from", "postings", "term_number"]

_HALF, _WHOLE = 1 << 63, 1 << 64
_USE = np.dtype([("place", "<u4"), ("times", "<u2")])
_HIT = 1 << 15
_MOST_TIMES, _MOST_WORDS = (1 << 16) - 1, _HIT - 1
_KEPT = 8_000_000
"""Sentences that use a term, of all terms that are remembered: some 50 MB."""

_POSTINGS = """
SELECT term, string_agg(int8send(document), ''), string_agg(int4send(octet_length(uses)), ''),
    string_agg(uses, '')
FROM postings WHERE term = ANY(%(terms)s) GROUP BY term
UNION ALL SELECT NULL, '', '', '' FROM builds WHERE number = %(build)s"""
"""With a row for the build, without which what is not there may have been cleared away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The sentences of a document that use a term."""

    term: int
    uses: bytes
    """See the table."""


def term_number(term: str) -> int:
    """Return what stands for a term in the database: a hash of 64 bits, as a bigint.

    Numbers compare quicker than words, and the same in every collation.
    """
    number: int = xxh3_64_intdigest(term.encode())
    return number - _WHOLE if number >= _HALF else number


def postings(
    document: Document, sentences: Sequence[Sentence], features: Features
) -> tuple[Iterator[Posting], bytes, int]:
    """Count the words of a document's sentences, each with its neighbours.

    Returns:
        A posting a term, what is said of each sentence (see the tables), and how many words there
        are in all.
    """
    contexts = (np.arange(len(sentences)) - features.per_sentence[BEFORE]).tolist()
    texts = sentence_words(document, sentences)
    used: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    lengths = np.zeros(len(sentences), np.int64)
    made = windows(texts, contexts, document.title, introduced_by([features]))
    for place, text in enumerate(made):
        counts = Counter(document_terms(text, document.language or ENGLISH))
        lengths[place] = counts.total()
        for term, times in counts.items():
            used[term].append((place, min(times, _MOST_TIMES)))
    rows = (
        Posting(term=term_number(term), uses=np.array(uses, _USE).tobytes())
        for term, uses in used.items()
    )
    hits = np.where(features.per_sentence[QUOTABLE], _HIT, 0)
    counted = (np.minimum(lengths, _MOST_WORDS) | hits).astype("<u2").tobytes()
    return rows, counted, int(lengths.sum())


def counted_from(stored: Iterable[bytes]) -> tuple[IntArray, BoolArray]:
    """Return how many words the sentences of some documents have, int32 [n], and which are hits."""
    numbers = np.frombuffer(b"".join(stored), "<u2")
    return (numbers & _MOST_WORDS).astype(np.int32), (numbers & _HIT) != 0


class StoredWords:
    """Which sentences of a build use a word, by their ids; may be used from several threads.

    Implements `retrieval.store.counted_words.Postings`. A word is fetched once, and the last ones
    are kept, for a build never changes.
    """

    def __init__(self, build: Build, connections: Connections, lengths: IntArray) -> None:
        self.lengths = lengths
        self._build = build
        self._connections = connections
        self._order = np.argsort(build.numbers, kind="stable")
        self._kept: OrderedDict[str, tuple[IntArray, CountArray]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def load(self, words: Iterable[str]) -> None:
        """Fetch words, all that are missing in one round trip."""
        with self._lock:
            missing = {term_number(one): one for one in words if one not in self._kept}
        if missing:
            self._fetch(missing)

    def postings(self, word: str) -> tuple[IntArray, CountArray]:
        """Return which sentences use a word, int32 [m], ascending, and how often, uint16 [m]."""
        with self._lock:
            if word in self._kept:
                self._kept.move_to_end(word)
                return self._kept[word]
        return self._fetch({term_number(word): word})[word]

    def users(self, word: str) -> int:
        """Return how many sentences use a word."""
        return len(self.postings(word)[0])

    def _fetch(self, words: dict[int, str]) -> dict[str, tuple[IntArray, CountArray]]:
        stored = {
            term: (numbers, sizes, uses)
            for term, numbers, sizes, uses in self._connections.fetch(
                _POSTINGS, {"terms": list(words), "build": self._build.corpus.build}
            )
        }
        if None not in stored:
            raise gone(self._build.server)
        found = {
            word: self._unpacked(*stored.get(term, (b"", b"", b""))) for term, word in words.items()
        }
        with self._lock:
            for word, rows in found.items():
                if word not in self._kept:
                    self._kept[word] = rows
                    self._size += len(rows[0]) + 1
            while self._size > _KEPT and len(self._kept) > len(found):
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest[0]) + 1
        return found

    def _unpacked(self, numbers: bytes, sizes: bytes, uses: bytes) -> tuple[IntArray, CountArray]:
        owners = np.frombuffer(numbers, ">i8").astype(np.int64)
        counts = np.frombuffer(sizes, ">i4") // _USE.itemsize
        if counts.sum() * _USE.itemsize != len(uses):
            raise self._damaged()
        rows = np.frombuffer(uses, _USE)
        numbers_here = self._build.numbers[self._order]
        # Other builds have other documents.
        at = np.searchsorted(numbers_here, owners)
        own = np.append(numbers_here, -1)[at] == owners
        at = np.append(self._order, 0)[at]
        documents, rows = np.repeat(at[own], counts[own]), rows[np.repeat(own, counts)]
        ids = self._build.first_ids[documents] + rows["place"]
        if len(ids) and (self._build.owners(ids) != documents).any():
            raise self._damaged()
        order = np.argsort(ids)
        return ids[order].astype(np.int32), rows["times"][order].astype(np.uint16)

    def _damaged(self) -> IndexDamagedError:
        return IndexDamagedError(
            f"The words of the index in {self._build.server} are damaged", REBUILD_INDEX
        )
