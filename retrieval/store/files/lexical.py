"""BM25 over sentences and their neighbours: the one file of this store that knows bm25s.

BM25 in Lucene's form (Robertson & Zaragoza 2009; Lù 2024, arXiv 2407.03618). What is stored is
weighed by one segment; `counted_words` weighs it by what is asked.
"""

import logging
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.arrays import FloatArray, IdArray, IntArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.arrays import read_array, write_array
from retrieval.store.files.bounds import within_bounds
from retrieval.store.files.counted_words import K1, B
from retrieval.text.languages.known import ENGLISH
from retrieval.text.rarity import LEAST, inverse_frequency
from retrieval.text.search_terms import document_terms

__all__ = ["LEXICAL", "LexicalBuilder", "LexicalIndex"]

LEXICAL = "lexical"
"""The name of its folder in a segment."""

_LENGTHS = "lengths.npy"
_NO_WORD = ""
"""Stands in texts without words, since the library needs one in each; no question has it."""


class LexicalBuilder:
    """Takes the texts of an index one after the other, keeping numbers instead of words."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._words: list[array[int]] = []

    def add(self, texts: Sequence[str], language: str = ENGLISH) -> None:
        """Append texts in one language; their position is their id."""
        numbers = self._vocabulary
        for text in texts:
            words = document_terms(text, language) or [_NO_WORD]
            self._words.append(array("i", (numbers.setdefault(w, len(numbers)) for w in words)))

    def save(self, directory: Path) -> None:
        """Weigh the words of all texts and write the index into a directory of its own."""
        if not self._words:
            self.add([""])  # The library has no index of nothing.
        index = _bm25s().BM25(k1=K1, b=B, method="lucene")
        index.index((self._words, self._vocabulary), show_progress=False)
        if len(self._words) < LEAST:
            self._weigh_again(index)
        index.save(str(directory), show_progress=False)
        lengths = np.array([len(words) for words in self._words], np.int32)
        write_array(directory / _LENGTHS, [lengths])

    def _weigh_again(self, index: Any) -> None:  # noqa: ANN401
        """Put in the rarity of words in English where the library has that of a few texts."""
        size, used = len(self._words), np.diff(index.scores["indptr"])
        ours = inverse_frequency(size, used, _terms(index.vocab_dict, len(used)))
        ratio = ours / np.log1p((size - used + 0.5) / (used + 0.5))
        index.scores["data"] *= np.repeat(ratio, used).astype(np.float32)


class LexicalIndex:
    """Stemmed words of n texts: which of them use each, and how often."""

    def __init__(
        self,
        index: Any,  # noqa: ANN401 (bm25s has no types)
        size: int,
        lengths: IntArray,
    ) -> None:
        self._index = index
        self.size = size
        """Number of texts."""
        self.lengths = lengths[:size]
        """How many words each has, int32 [n]."""
        self._slope = K1 * B / max(float(lengths.mean()), 1e-12)
        # The library keeps the products only; a word's texts are the entries of its column.
        used = np.diff(index.scores["indptr"])
        terms = _terms(index.vocab_dict, len(used)) if len(lengths) < LEAST else None
        self._weights = inverse_frequency(len(lengths), used, terms)

    def postings(self, word: str) -> tuple[IdArray, FloatArray]:
        """Return which texts use a word, int64 [m], and how often, float64 [m].

        The library keeps w · f / (f + K) only, in single precision; f is a whole number.
        """
        texts, own = self.users(word), self._column(word)
        if own is None:
            return texts, np.empty(0, np.float64)
        at, entries = own
        shares = np.asarray(self._index.scores["data"][entries], np.float64) / self._weights[at]
        # Of what is rounded to single precision none may come to all of the weight.
        np.clip(shares, 1e-6, 1 - 1e-6, out=shares)
        bounds = K1 * (1 - B) + self._slope * self.lengths[texts]
        return texts, np.maximum(np.rint(bounds * shares / (1 - shares)), 1)

    def users(self, word: str) -> IdArray:
        """Return which texts use a word, int64 [m]."""
        own = self._column(word)
        if own is None:
            return np.empty(0, np.int64)
        return np.asarray(self._index.scores["indices"][own[1]], np.int64)

    def _column(self, word: str) -> tuple[int, slice] | None:
        """Return the number of a word and which entries are its own."""
        at = self._index.vocab_dict.get(word)
        # The library may add a word of its own, which has no column.
        if at is None or at >= len(self._weights):
            return None
        ends = self._index.scores["indptr"]
        return at, slice(int(ends[at]), int(ends[at + 1]))

    @classmethod
    def load(cls, directory: Path, *, is_empty: bool = False) -> "LexicalIndex":
        """Open a saved index.

        Args:
            directory: Its own.
            is_empty: It was saved without a text.

        Raises:
            IndexDamagedError: It can't be read.
        """
        try:
            index = _bm25s().BM25.load(str(directory), mmap=True)
            size = int(index.scores["num_docs"])
            if not _is_sound(index, size):
                raise ValueError("numbers that lead nowhere")
            lengths = read_array(directory / _LENGTHS)
            if lengths.shape != (size,) or lengths.dtype != np.int32 or (lengths < 0).any():
                raise ValueError("lengths of other texts")
            return cls(index, 0 if is_empty else size, lengths)
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise IndexDamagedError(f"{directory} is damaged", REBUILD_INDEX) from error


def _is_sound(index: Any, size: int) -> bool:  # noqa: ANN401 (bm25s has no types)
    """Tell whether each word leads to a column, and each column's entries to texts."""
    data, texts, starts = (index.scores[name] for name in ("data", "indices", "indptr"))
    # The library gives the word that no question has a number without a column.
    return bool(
        starts.ndim == texts.ndim == data.ndim == 1
        and within_bounds(starts, 0, len(texts))
        and starts[-1] == len(texts) == len(data)
        and (starts[1:] >= starts[:-1]).all()
        and within_bounds(texts, 0, size - 1)
        and data.dtype == np.float32
        and np.isfinite(data).all()
        and all(0 <= number < len(starts) for number in index.vocab_dict.values())
    )


def _terms(vocabulary: Mapping[str, int], size: int) -> list[str]:
    """Return the words of a vocabulary by their number."""
    terms = [""] * size
    for term, at in vocabulary.items():
        if at < size:  # The library may add a word of its own, which no text has.
            terms[at] = term
    return terms


@cache
def _bm25s() -> Any:  # noqa: ANN401
    import bm25s  # type: ignore[import-untyped]

    # It sets its own logger to DEBUG when imported.
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return bm25s
