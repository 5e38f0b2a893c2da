"""BM25 over sentences and their neighbours: the one file of this store that knows bm25s.

BM25 in Lucene's form (Robertson & Zaragoza 2009; Lù 2024, arXiv 2407.03618), with little
saturation to wait for (k1) and little punishment of length (b): sentences are short already.
"""

import logging
from array import array
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.text.search_terms import document_terms

__all__ = ["LexicalBuilder", "LexicalIndex"]

_K1 = 0.9
_B = 0.4
_NO_WORD = ""
"""Stands in texts without words, since the library needs one in each; no question has it."""


class LexicalBuilder:
    """Takes the texts of an index one after the other, keeping numbers instead of words."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._words: list[array[int]] = []

    def add(self, texts: Sequence[str]) -> None:
        """Append texts; their position is their id."""
        numbers = self._vocabulary
        for text in texts:
            words = document_terms(text) or [_NO_WORD]
            self._words.append(array("i", (numbers.setdefault(w, len(numbers)) for w in words)))

    def save(self, directory: Path) -> None:
        """Weigh the words of all texts and write the index into a directory of its own."""
        index = _bm25s().BM25(k1=_K1, b=_B, method="lucene")
        index.index((self._words, self._vocabulary), show_progress=False)
        index.save(str(directory), show_progress=False)


class LexicalIndex:
    """Stemmed words of n texts, with their BM25 weights."""

    def __init__(self, index: Any, size: int) -> None:  # noqa: ANN401 (bm25s has no types)
        self._index = index
        self._size = size
        # The library keeps the products only; a word's texts are the entries of its column.
        columns = np.diff(index.scores["indptr"])
        self._rarity = np.log1p((size - columns + 0.5) / (columns + 0.5))
        self._unseen = float(np.log1p((size + 0.5) / 0.5))

    def scores(self, terms: Sequence[str], aliases: Sequence[str] = ()) -> FloatArray:
        """Return how much of a question each text uses, float32 [n], at least 0, below 1.

        It is BM25 divided by the weight of all words of the question, those that no text uses
        among them: a question about something else scores low even in its best text.

        Args:
            terms: The words of the question, as `search_terms` makes them.
            aliases: Other writings of some of them, which count where a text has them only.
        """
        words = set(terms)
        unseen = sum(word not in self._index.vocab_dict for word in words)
        known = sorted(word for word in words.union(aliases) if word in self._index.vocab_dict)
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        places = [self._index.vocab_dict[word] for word in known]
        weight = self._rarity[places].sum() + self._unseen * unseen
        scores: FloatArray = np.asarray(self._index.get_scores(known), np.float32)
        return scores / np.float32(weight)

    def rarity(self, terms: Sequence[str]) -> FloatArray:
        """Return how rare terms are, float32 [t]: 1 in no text, towards 0 in most."""
        places = (self._index.vocab_dict.get(term) for term in terms)
        rare = [1.0 if at is None else float(self._rarity[at]) / self._unseen for at in places]
        return np.array(rare, dtype=np.float32)

    @classmethod
    def load(cls, directory: Path) -> "LexicalIndex":
        """Open a saved index.

        Raises:
            IndexDamagedError: It can't be read.
        """
        try:
            index = _bm25s().BM25.load(str(directory), mmap=True)
            return cls(index, int(index.scores["num_docs"]))
        except (ValueError, KeyError, OSError) as error:
            raise IndexDamagedError(f"{directory} is damaged", REBUILD_INDEX) from error


@cache
def _bm25s() -> Any:  # noqa: ANN401
    import bm25s  # type: ignore[import-untyped]

    # It sets its own logger to DEBUG when imported.
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return bm25s
