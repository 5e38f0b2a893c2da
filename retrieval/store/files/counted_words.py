"""BM25 over the texts of one segment or many, or some of them, as if there were no others.

The library weighs each word by how rare it is among all texts of its segment, and each text by its
length beside the mean of these. Neither is what it is in a whole index, and both would tell whoever
sees a part of an index something of the rest. BM25 in Lucene's form is w · f / (f + K) for a word
that is used f times, where w is its inverse frequency and K = k₁ · (1 − b + b · length / mean
length): from f and the lengths it is made anew here, of the texts that are to count.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from retrieval.arrays import BoolArray, FloatArray, IdArray, IntArray
from retrieval.text.rarity import inverse_frequency

__all__ = ["K1", "B", "CountedWords", "Postings"]

K1 = 0.9
B = 0.4
"""Little saturation to wait for and little punishment of length: sentences are short already."""


class Postings(Protocol):
    """Which texts of a segment use a word, and how often."""

    @property
    def lengths(self) -> IntArray:
        """How many words each text has, int32 [n]."""

    def postings(self, word: str) -> tuple[IdArray, FloatArray]:
        """Return the texts that use a word, int64 [m], and how often, float64 [m]."""

    def users(self, word: str) -> IdArray:
        """Return the texts that use a word, int64 [m]."""


class CountedWords:
    """The words of some texts of some segments; answers as one index of these alone.

    Args:
        segments: The words of each.
        inside: Which of its texts count, bool [n]; None: all.
    """

    def __init__(self, segments: Sequence[Postings], inside: Sequence[BoolArray | None]) -> None:
        self._segments = segments
        self._inside = inside
        counts, words = 0, 0
        for one, mask in zip(segments, inside, strict=True):
            lengths = one.lengths if mask is None else one.lengths[mask]
            counts += len(lengths)
            words += int(lengths.sum(dtype=np.int64))
        self._size = counts
        mean = max(words / counts, 1e-12) if counts else 1.0
        self._bounds = [K1 * (1 - B) + K1 * B / mean * one.lengths for one in segments]

    def scores(self, terms: Sequence[str], aliases: Sequence[str] = ()) -> list[FloatArray]:
        """Return how much of a question each text uses, at least 0, below 1; 0: it doesn't count.

        It is BM25 divided by the weight of all words of the question, those that no text uses
        among them: a question about something else scores low even in its best text.

        Args:
            terms: The words of the question, as `search_terms` makes them.
            aliases: Other writings of some of them, which count where a text has them only.

        Returns:
            For each segment float32 [n].
        """
        scores = [np.zeros(len(bounds), np.float64) for bounds in self._bounds]
        columns = self._columns({*terms, *aliases})
        known = sorted(columns)
        if known:
            weights = inverse_frequency(self._size, [_used(columns[word]) for word in known], known)
            for word, weight in zip(known, weights.tolist(), strict=True):
                for number, (texts, counts) in columns[word].items():
                    shares = counts / (counts + self._bounds[number][texts])
                    scores[number][texts] += weight * shares
            unseen = self._unseen([word for word in set(terms) if word not in columns])
            whole = weights.sum() + unseen
            scores = [one / whole for one in scores]
        return [one.astype(np.float32) for one in scores]

    def rarity(self, terms: Sequence[str]) -> FloatArray:
        """Return how rare terms are in these texts, float32 [t]: 1 in none, towards 0 in most."""
        used = [
            sum(
                len(texts) if mask is None else int(mask[texts].sum())
                for one, mask in zip(self._segments, self._inside, strict=True)
                for texts in [one.users(term)]
            )
            for term in terms
        ]
        rare = inverse_frequency(self._size, used) / self._unseen([""])
        return rare.astype(np.float32)

    def _columns(self, words: set[str]) -> dict[str, dict[int, tuple[IdArray, FloatArray]]]:
        """Return, by segment, the texts that use each word and how often, without unused words."""
        found: dict[str, dict[int, tuple[IdArray, FloatArray]]] = {}
        for word in words:
            column = {}
            for number, (one, mask) in enumerate(zip(self._segments, self._inside, strict=True)):
                texts, counts = one.postings(word)
                if mask is not None:
                    kept = mask[texts]
                    texts, counts = texts[kept], counts[kept]
                if len(texts):
                    column[number] = (texts, counts)
            if column:
                found[word] = column
        return found

    def _unseen(self, terms: Sequence[str]) -> float:
        """Return the weight of terms that no text uses, together."""
        return float(inverse_frequency(self._size, np.zeros(len(terms)), terms).sum())


def _used(column: Mapping[int, tuple[IdArray, FloatArray]]) -> int:
    return sum(len(texts) for texts, _ in column.values())
