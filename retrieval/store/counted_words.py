"""BM25 over the texts of one segment or many, or some of them, as if there were no others.

How rare a word is and how long texts are on average are counted in those that are to count: what
they are in a segment, or in a whole index, would tell whoever sees a part of it something of the
rest. BM25 in Lucene's form (Robertson & Zaragoza 2009) is w · f / (f + K) for a word that is used f
times, where w is its inverse frequency and K = k₁ · (1 − b + b · length / mean length).

The best texts are found without looking at all that use a common word (Turtle & Flood 1995,
"MaxScore"): words are taken from the rarest on, and once those that are left can't lift a text
among the best that used none before, they are only looked up for the texts that are still in
question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import BoolArray, CountArray, FloatArray, IdArray, IntArray
from retrieval.store.values import NO_VARIANTS
from retrieval.text.rarity import inverse_frequency

__all__ = ["K1", "AskedWords", "B", "CountedWords", "Postings"]

K1 = 0.9
B = 0.4
"""Little saturation to wait for and little punishment of length: sentences are short already."""
_ROUNDING = 1e-6
"""Of a score: what may be equal to another one in single precision."""
_KEPT = 10_000
"""Words whose users in a part of the texts are remembered, since all have to be looked at."""

_Sums: TypeAlias = NDArray[np.float64]


class Postings(Protocol):
    """Which texts of a segment use a word, and how often."""

    @property
    def lengths(self) -> IntArray:
        """How many words each text has, int32 [n]."""

    def postings(self, word: str) -> tuple[IntArray, CountArray]:
        """Return the texts that use a word, int32 [m], ascending, and how often, uint16 [m]."""

    def users(self, word: str) -> int:
        """Return how many texts use a word."""


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
        self._slope = K1 * B / max(words / counts, 1e-12) if counts else 0.0
        self._used: dict[str, int] = {}

    def ask(
        self,
        terms: Sequence[str],
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
    ) -> "AskedWords":
        """Look up the words of a question.

        Args:
            terms: Its words, as `search_terms` makes them.
            aliases: Other writings of some of them, which count where a text has them only.
            variants: What a word is in texts of other languages; each counts as the word itself.
        """
        used = {word: self._users(word, variants) for word in {*terms, *aliases}}
        known = sorted(word for word, count in used.items() if count)
        weights = inverse_frequency(self._size, [used[word] for word in known], known).tolist()
        unseen = self._unseen([word for word in set(terms) if not used[word]])
        # The rarest first, in every segment: so a sum is the same to the last bit in all.
        weighed = sorted(zip(weights, known, strict=True), key=lambda one: (-one[0], one[1]))
        columns = [
            [
                _Column(weight=weight, texts=texts, counts=counts)
                for weight, word in weighed
                for texts, counts in [_merged(one, _writings(word, variants))]
                if len(texts)
            ]
            for one in self._segments
        ]
        return AskedWords(
            columns=columns,
            lengths=[one.lengths for one in self._segments],
            inside=self._inside,
            slope=self._slope,
            whole=sum(weights) + unseen,
        )

    def rarity(
        self, terms: Sequence[str], variants: Mapping[str, Sequence[str]] = NO_VARIANTS
    ) -> FloatArray:
        """Return how rare terms are in these texts, float32 [t]: 1 in none, towards 0 in most."""
        used = [self._users(term, variants) for term in terms]
        rare = inverse_frequency(self._size, used) / self._unseen([""])
        return rare.astype(np.float32)

    def _users(self, word: str, variants: Mapping[str, Sequence[str]]) -> int:
        """Count the texts that use a word; one with two writings of it counts once for each."""
        writings = _writings(word, variants)
        return min(sum(self._users_of(writing) for writing in writings), self._size)

    def _users_of(self, writing: str) -> int:
        known = self._used.get(writing)
        if known is None:
            known = sum(
                one.users(writing)
                if mask is None
                else int(np.count_nonzero(mask[one.postings(writing)[0]]))
                for one, mask in zip(self._segments, self._inside, strict=True)
            )
            if len(self._used) < _KEPT:
                self._used[writing] = known
        return known

    def _unseen(self, terms: Sequence[str]) -> float:
        """Return the weight of terms that no text uses, together."""
        return float(inverse_frequency(self._size, np.zeros(len(terms)), terms).sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A word of a question in one segment, in whatever way it is written."""

    weight: float
    texts: IntArray
    """Those that use it, int32 [m], ascending."""
    counts: NDArray[np.integer]
    """How often, [m]."""

    @property
    def most(self) -> float:
        """How much it adds to a text at most."""
        times = float(self.counts.max())
        return self.weight * times / (times + K1 * (1 - B))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWords:
    """The words of a question in some texts: how much of it each text uses.

    A score is at least 0 and below 1; 0: it doesn't count. It is BM25 divided by the weight of all
    words of the question, those that no text uses among them: a question about something else
    scores low even in its best text.
    """

    columns: Sequence[Sequence[_Column]]
    """Of each segment, the rarest word first."""
    lengths: Sequence[IntArray]
    inside: Sequence[BoolArray | None]
    slope: float
    whole: float

    def best(self, filters: Sequence[BoolArray], count: int) -> list[tuple[IdArray, FloatArray]]:
        """Find the texts with the highest scores above 0.

        Args:
            filters: Which texts of each segment may be found, bool [n].
            count: How many are wanted of all segments together.

        Returns:
            For each segment rows (int64 [m]) and their scores (float32 [m]), in no order: the best
            of all segments are among them, with all that are as good as the last one.
        """
        found: list[tuple[IdArray, _Sums]] = []
        pool = np.empty(0, np.float64)
        for number, mask in enumerate(filters):
            least = float(pool.min()) if len(pool) >= count > 0 else 0.0
            rows, sums = self._best_of(number, mask, count, least)
            pool = _largest(np.concatenate([pool, sums]), count)
            found.append((rows, sums))
        # Where no word of the question is used, there is nothing to divide.
        whole = self.whole or 1.0
        return [(rows, (sums / whole).astype(np.float32)) for rows, sums in found]

    def scores(self, segment: int, rows: IdArray) -> FloatArray:
        """Return the scores of some texts of a segment, float32 [m]."""
        sums = np.zeros(len(rows), np.float64)
        if not self.columns[segment] or not len(rows):
            return sums.astype(np.float32)
        texts = rows.astype(np.int32)
        for column in self.columns[segment]:
            self._look_up(segment, column, texts, sums)
        inside = self.inside[segment]
        if inside is not None:
            sums[~inside[rows]] = 0
        return (sums / self.whole).astype(np.float32)

    def _best_of(
        self, segment: int, mask: BoolArray, count: int, least: float
    ) -> tuple[IdArray, _Sums]:
        """Find the texts of a segment that may be among the best ``count`` of all.

        Args:
            segment: Which one.
            mask: Which of its texts may be found.
            count: How many are wanted.
            least: What the last of the best has, at least, as far as is known.
        """
        columns = self.columns[segment]
        if not columns or count <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float64)
        left = np.cumsum([one.most for one in columns][::-1])[::-1].tolist()
        sums = np.zeros(len(mask), np.float64)
        new: list[IntArray] = []
        seen = 0
        done = 0
        while done < len(columns) and left[done] >= least * (1 - _ROUNDING):
            column = columns[done]
            kept = mask[column.texts]
            texts, times = column.texts[kept], column.counts[kept]
            before = sums[texts]
            sums[texts] = before + self._shares(segment, column.weight, texts, times)
            new.append(texts[before == 0])
            seen += len(new[-1])
            done += 1
            if seen >= count and done < len(columns):
                least = max(least, float(_largest(sums[np.concatenate(new)], count).min()))
        texts = np.concatenate(new) if new else np.empty(0, np.int32)
        own = sums[texts]
        for place in range(done, len(columns)):
            near = own + left[place] >= least * (1 - _ROUNDING)
            texts, own = texts[near], own[near]
            self._look_up(segment, columns[place], texts, own)
            if len(own) >= count:
                least = max(least, float(_largest(own, count).min()))
        near = own >= least * (1 - _ROUNDING)
        return texts[near].astype(np.int64), own[near]

    def _look_up(self, segment: int, column: _Column, texts: IntArray, sums: _Sums) -> None:
        """Add to each text what a word is worth there."""
        at = np.minimum(np.searchsorted(column.texts, texts), len(column.texts) - 1)
        there = np.flatnonzero(column.texts[at] == texts)
        sums[there] += self._shares(segment, column.weight, texts[there], column.counts[at[there]])

    def _shares(
        self, segment: int, weight: float, texts: IntArray, times: NDArray[np.integer]
    ) -> _Sums:
        bounds = K1 * (1 - B) + self.slope * self.lengths[segment][texts]
        shares: _Sums = weight * (times / (times + bounds))
        return shares


def _largest(numbers: _Sums, count: int) -> _Sums:
    return np.partition(numbers, -count)[-count:] if len(numbers) > count > 0 else numbers


def _writings(word: str, variants: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, *variants.get(word, ()))))


def _merged(segment: Postings, writings: Sequence[str]) -> tuple[IntArray, NDArray[np.integer]]:
    """Add up how often each text uses a word in any of its writings."""
    if len(writings) == 1:
        return segment.postings(writings[0])
    parts = [segment.postings(writing) for writing in writings]
    texts, at = np.unique(np.concatenate([texts for texts, _ in parts]), return_inverse=True)
    times = np.concatenate([counts for _, counts in parts])
    return texts, np.bincount(at, times, len(texts)).astype(np.int64)
