"""BM25 over some texts of an index, as if there were no others.

The library weighs each word by how rare it is among all texts, and each text by its length beside
the mean of all. Both would tell whoever sees a part of an index something of the rest. A weight
that is stored can be taken apart again: BM25 in Lucene's form is w · f / (f + K) for a word that is
used f times, where w is its inverse frequency and K = k₁ · (1 − b + b · length / mean length).
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from retrieval.arrays import BoolArray, FloatArray, IdArray, IntArray
from retrieval.text.rarity import inverse_frequency

__all__ = ["ScopedWords", "WordColumn"]

WordColumn = Callable[[str, BoolArray], tuple[IdArray, FloatArray]]
"""Returns which of some texts (bool [n]) use a word, ids [m], and f / (f + K) of each, float64."""


class ScopedWords:
    """The words of some texts; answers like a `LexicalIndex` of these alone.

    Args:
        column: What the index has stored of a word; nothing where no text uses it.
        inside: bool [n]: the texts.
        lengths: int32 [n]: how many words each text of the index has.
        flat: The part of K that is the same for all texts, k₁ · (1 − b).
        slope: The part that grows with a text's length, k₁ · b.
    """

    def __init__(
        self, column: WordColumn, inside: BoolArray, lengths: IntArray, *, flat: float, slope: float
    ) -> None:
        self._column = column
        self._inside = inside
        self._size = int(np.count_nonzero(inside))
        mean = float(lengths[inside].mean()) if self._size else 1.0
        self._bound_before = flat + slope * lengths / max(float(lengths.mean()), 1e-12)
        self._bound = flat + slope * lengths / max(mean, 1e-12)

    def scores(self, terms: Sequence[str], aliases: Sequence[str] = ()) -> FloatArray:
        """Return how much of a question each text uses, float32 [n]; 0 for the others.

        As `LexicalIndex.scores` would, of an index of these texts.
        """
        scores = np.zeros(len(self._inside), np.float64)
        columns = self._columns({*terms, *aliases})
        known = sorted(columns)
        if not known:
            return scores.astype(np.float32)
        used = [len(columns[word][0]) for word in known]
        weights = inverse_frequency(self._size, used, known)
        for word, weight in zip(known, weights.tolist(), strict=True):
            texts, shares = columns[word]
            scores[texts] += weight * shares
        unseen = self._unseen([word for word in set(terms) if word not in columns])
        scores /= weights.sum() + unseen
        return scores.astype(np.float32)

    def rarity(self, terms: Sequence[str]) -> FloatArray:
        """Return how rare terms are in these texts, float32 [t]: 1 in none, towards 0 in most."""
        columns = self._columns(set(terms))
        used = [len(columns[term][0]) if term in columns else 0 for term in terms]
        rare = inverse_frequency(self._size, used) / self._unseen([""])
        return rare.astype(np.float32)

    def _columns(self, words: set[str]) -> Mapping[str, tuple[IdArray, FloatArray]]:
        """Return the texts that use each word and its share of each, without unused words."""
        found = {}
        for word in words:
            texts, shares = self._column(word, self._inside)
            if not len(texts):
                continue
            # K / f, by the mean length of these texts instead of all.
            bound = (1 / shares - 1) * self._bound[texts] / self._bound_before[texts]
            found[word] = (texts, 1 / (1 + bound))
        return found

    def _unseen(self, terms: Sequence[str]) -> float:
        return float(inverse_frequency(self._size, np.zeros(len(terms)), terms).sum())
