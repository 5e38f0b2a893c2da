"""The words of one segment: which of its texts use each, and how often.

An inverted index (Zobel & Moffat 2006): the texts that use a word are a run of two arrays, and a
word is found by a hash of it. All of it stays in the files until it is looked at. `counted_words`
makes BM25 of it.
"""

from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from retrieval.arrays import AnyArray, CountArray, IdArray, IntArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.arrays import parts_of, read_array, write_array
from retrieval.text.languages.known import ENGLISH
from retrieval.text.search_terms import document_terms

__all__ = ["LEXICAL", "LexicalBuilder", "LexicalIndex"]

LEXICAL = "lexical"
"""The name of its folder in a segment."""

_KEYS, _STARTS, _TEXTS, _COUNTS, _LENGTHS = (
    f"{name}.npy" for name in ("keys", "starts", "texts", "counts", "lengths")
)
_MOST = np.iinfo(np.uint16).max
"""Times that a text is said to use a word at most."""


class LexicalBuilder:
    """Takes the texts of an index one after the other, keeping numbers instead of words."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._words = array("i")
        self._lengths = array("i")

    def add(self, texts: Sequence[str], language: str = ENGLISH) -> None:
        """Append texts in one language; their position is their id."""
        numbers = self._vocabulary
        for text in texts:
            words = document_terms(text, language)
            self._words.extend(numbers.setdefault(word, len(numbers)) for word in words)
            self._lengths.append(len(words))

    def save(self, directory: Path) -> None:
        """Write the index into a directory of its own.

        Raises:
            OSError: It can't be written.
        """
        lengths = np.array(self._lengths, np.int32)
        keys = np.array([_key(word) for word in self._vocabulary], np.uint64)
        order = np.argsort(keys)
        ranks = np.empty(len(keys), np.int64)
        ranks[order] = np.arange(len(keys))
        # A word and a text that uses it as one number, so that sorting these sorts by both.
        count = max(len(lengths), 1)
        used = ranks[np.array(self._words, np.int32)] * count
        used += np.repeat(np.arange(len(lengths)), lengths)
        pairs, times = np.unique(used, return_counts=True)
        directory.mkdir()
        for name, rows in (
            (_KEYS, keys[order]),
            (_STARTS, np.searchsorted(pairs, np.arange(len(keys) + 1) * count).astype(np.int64)),
            (_TEXTS, (pairs % count).astype(np.int32)),
            (_COUNTS, np.minimum(times, _MOST).astype(np.uint16)),
            (_LENGTHS, lengths),
        ):
            write_array(directory / name, [rows])


class LexicalIndex:
    """Stemmed words of n texts.

    Args:
        directory: Where they were saved.

    Raises:
        IndexDamagedError: They can't be read.
    """

    def __init__(self, directory: Path) -> None:
        try:
            self._keys: NDArray[np.uint64] = read_array(directory / _KEYS)
            self._starts: IdArray = read_array(directory / _STARTS)
            self._texts: IntArray = read_array(directory / _TEXTS)
            self._counts: CountArray = read_array(directory / _COUNTS)
            self.lengths: IntArray = read_array(directory / _LENGTHS)
            """How many words each text has, int32 [n]."""
            sound = self._fits() and self._leads_to_texts(directory)
        except OSError as error:
            raise IndexDamagedError(f"{directory} is damaged", REBUILD_INDEX) from error
        if not sound:
            raise IndexDamagedError(
                f"{directory} is damaged (its numbers lead nowhere)", REBUILD_INDEX
            )

    @property
    def size(self) -> int:
        """Number of texts."""
        return len(self.lengths)

    def postings(self, word: str) -> tuple[IntArray, CountArray]:
        """Return which texts use a word, int32 [m], ascending, and how often, uint16 [m]."""
        own = self._run(word)
        return self._texts[own], self._counts[own]

    def users(self, word: str) -> int:
        """Return how many texts use a word."""
        own = self._run(word)
        return int(own.stop - own.start)

    def _run(self, word: str) -> slice:
        key = _key(word)
        at = int(np.searchsorted(self._keys, key))
        if at == len(self._keys) or self._keys[at] != key:
            return slice(0, 0)
        return slice(int(self._starts[at]), int(self._starts[at + 1]))

    def _fits(self) -> bool:
        """Tell whether the arrays are of the right kinds and lengths."""
        kinds: list[tuple[AnyArray, type]] = [
            (self._keys, np.uint64),
            (self._starts, np.int64),
            (self._texts, np.int32),
            (self._counts, np.uint16),
            (self.lengths, np.int32),
        ]
        starts = self._starts
        return bool(
            all(rows.ndim == 1 and rows.dtype == kind for rows, kind in kinds)
            and len(starts) == len(self._keys) + 1 > 0
            and len(self._texts) == len(self._counts) == starts[-1]
            and starts[0] == 0
            and (starts[1:] > starts[:-1]).all()
            and (self._keys[1:] > self._keys[:-1]).all()
        )

    def _leads_to_texts(self, directory: Path) -> bool:
        """Tell whether every number is one of a text, and every text used a word and has some."""
        return (
            all(
                int(part.min()) >= 0 and int(part.max()) < self.size
                for part in parts_of(directory / _TEXTS)
            )
            and all(int(part.min()) > 0 for part in parts_of(directory / _COUNTS))
            and all(int(part.min()) >= 0 for part in parts_of(directory / _LENGTHS))
        )


def _key(word: str) -> np.uint64:
    return np.uint64(xxh3_64_intdigest(word.encode("utf-8", "surrogatepass")))
