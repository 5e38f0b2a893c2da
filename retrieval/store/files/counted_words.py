"""BM25 over the texts of one segment or many, or some of them, as if there were no others.

The library weighs each word by how rare it is among all texts of its segment, and each text by its
length beside the mean of these. Neither is what it is in a whole index, and both would tell whoever
sees a part of an index something of the rest. BM25 in Lucene's form is w · f / (f + K) for a word
that is used f times, where w is its inverse frequency and K = k₁ · (1 − b + b · length / mean
length): from f and the lengths it is made anew here, of the texts that are to count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np

from retrieval.arrays import BoolArray, FloatArray, IdArray, IntArray
from retrieval.store.values import NO_VARIANTS
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

    def scores(
        self,
        terms: Sequence[str],
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
    ) -> list[FloatArray]:
        """Return how much of a question each text uses, at least 0, below 1; 0: it doesn't count.

        It is BM25 divided by the weight of all words of the question, those that no text uses
        among them: a question about something else scores low even in its best text.

        Args:
            terms: The words of the question, as `search_terms` makes them.
            aliases: Other writings of some of them, which count where a text has them only.
            variants: What a word is in texts of other languages; each counts as the word itself.

        Returns:
            For each segment float32 [n].
        """
        scores = [np.zeros(len(bounds), np.float64) for bounds in self._bounds]
        columns = self._columns({*terms, *aliases}, variants)
        known = sorted(columns)
        if known:
            weights = inverse_frequency(self._size, [columns[word].used for word in known], known)
            for word, weight in zip(known, weights.tolist(), strict=True):
                for number, (texts, counts) in columns[word].texts.items():
                    shares = counts / (counts + self._bounds[number][texts])
                    scores[number][texts] += weight * shares
            unseen = self._unseen([word for word in set(terms) if word not in columns])
            whole = weights.sum() + unseen
            scores = [one / whole for one in scores]
        return [one.astype(np.float32) for one in scores]

    def rarity(
        self, terms: Sequence[str], variants: Mapping[str, Sequence[str]] = NO_VARIANTS
    ) -> FloatArray:
        """Return how rare terms are in these texts, float32 [t]: 1 in none, towards 0 in most."""
        used = [
            sum(self._users(writing) for writing in _writings(term, variants)) for term in terms
        ]
        rare = inverse_frequency(self._size, np.minimum(used, self._size)) / self._unseen([""])
        return rare.astype(np.float32)

    def _users(self, term: str) -> int:
        return sum(
            len(texts) if mask is None else int(mask[texts].sum())
            for one, mask in zip(self._segments, self._inside, strict=True)
            for texts in [one.users(term)]
        )

    def _columns(
        self, words: set[str], variants: Mapping[str, Sequence[str]]
    ) -> dict[str, "_Column"]:
        """Return which texts use each word, without unused words."""
        found: dict[str, _Column] = {}
        for word in words:
            parts = [self._column(writing) for writing in _writings(word, variants)]
            # A text in which a word is written in two ways counts once for each.
            used = min(sum(len(texts) for part in parts for texts, _ in part.values()), self._size)
            if used:
                found[word] = _Column(used=used, texts=_merged(parts))
        return found

    def _column(self, word: str) -> "_Texts":
        column = {}
        for number, (one, mask) in enumerate(zip(self._segments, self._inside, strict=True)):
            texts, counts = one.postings(word)
            if mask is not None:
                kept = mask[texts]
                texts, counts = texts[kept], counts[kept]
            if len(texts):
                column[number] = (texts, counts)
        return column

    def _unseen(self, terms: Sequence[str]) -> float:
        """Return the weight of terms that no text uses, together."""
        return float(inverse_frequency(self._size, np.zeros(len(terms)), terms).sum())


_Texts: TypeAlias = dict[int, tuple[IdArray, FloatArray]]
"""By segment, the texts that use a word and how often, int64 [m] and float64 [m]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A word of a question, in whatever way it is written."""

    used: int
    """How many texts use it."""
    texts: _Texts


def _writings(word: str, variants: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, *variants.get(word, ()))))


def _merged(parts: Sequence[_Texts]) -> _Texts:
    """Add up how often each text uses a word in any of its writings."""
    if len(parts) == 1:
        return parts[0]
    merged: _Texts = {}
    for number in sorted({number for part in parts for number in part}):
        own = [part[number] for part in parts if number in part]
        texts, at = np.unique(np.concatenate([texts for texts, _ in own]), return_inverse=True)
        times = np.concatenate([counts for _, counts in own])
        merged[number] = (texts, np.bincount(at, times, len(texts)).astype(np.float64))
    return merged
