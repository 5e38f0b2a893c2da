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

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import BoolArray, CountArray, FloatArray, IdArray, IntArray
from retrieval.store.values import NO_VARIANTS
from retrieval.text.rarity import inverse_frequency

__all__ = ["K1", "AskedWords", "B", "CountedWords", "Postings", "joined"]

K1 = 0.9
B = 0.4
"""Little saturation to wait for and little punishment of length: sentences are short already."""
_ROUNDING = 1e-6
"""Of a score: what may be equal to another one in single precision."""
_KEPT = 10_000
"""Words whose users are counted once, and seen where they are stored if one segment has them."""


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

    A text is known by its row: those of the second segment follow those of the first, and so on.

    Args:
        segments: The words of each.
        inside: Which of its texts count, bool [n]; None: all.
    """

    def __init__(self, segments: Sequence[Postings], inside: Sequence[BoolArray | None]) -> None:
        self._segments = segments
        self._masks = inside
        sizes = [len(one.lengths) for one in segments]
        self.firsts: IdArray = np.cumsum([0, *sizes], dtype=np.int64)
        """The row of each segment's first text, and how many there are in all, int64 [s + 1]."""
        lengths = joined([one.lengths for one in segments], np.int32)
        self._inside = None
        if any(mask is not None for mask in inside):
            masks = zip(inside, sizes, strict=True)
            self._inside = joined(
                [np.ones(size, np.bool_) if mask is None else mask for mask, size in masks],
                np.bool_,
            )
        counted = lengths if self._inside is None else lengths[self._inside]
        self._size = len(counted)
        words = int(counted.sum(dtype=np.int64))
        slope = K1 * B / max(words / self._size, 1e-12) if self._size else 0.0
        self._bounds = K1 * (1 - B) + slope * lengths
        self._used: dict[str, int] = {}
        self._columns: dict[str, _Column] = {}
        self._sums = _Sums(len(lengths))

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
        # The rarest first, whatever the segments: so a sum is the same to the last bit.
        weighed = sorted(zip(weights, known, strict=True), key=lambda one: (-one[0], one[1]))
        return AskedWords(
            columns=[self._column(word, weight, variants) for weight, word in weighed],
            bounds=self._bounds,
            inside=self._inside,
            whole=sum(weights) + unseen,
            sums=self._sums,
        )

    def rarity(
        self, terms: Sequence[str], variants: Mapping[str, Sequence[str]] = NO_VARIANTS
    ) -> FloatArray:
        """Return how rare terms are in these texts, float32 [t]: 1 in none, towards 0 in most."""
        used = [self._users(term, variants) for term in terms]
        rare = inverse_frequency(self._size, used) / self._unseen_one
        return rare.astype(np.float32)

    def _users(self, word: str, variants: Mapping[str, Sequence[str]]) -> int:
        """Count the texts that use a word; one with two writings of it counts once for each."""
        return min(sum(map(self._users_of, _writings(word, variants))), self._size)

    def _users_of(self, writing: str) -> int:
        known = self._used.get(writing)
        if known is None:
            known = sum(
                one.users(writing)
                if mask is None
                else int(np.count_nonzero(mask[one.postings(writing)[0]]))
                for one, mask in zip(self._segments, self._masks, strict=True)
            )
            if len(self._used) < _KEPT:
                self._used[writing] = known
        return known

    def _column(self, word: str, weight: float, variants: Mapping[str, Sequence[str]]) -> "_Column":
        known = None if word in variants else self._columns.get(word)
        if known is not None:
            return known
        texts, counts = self._merged(_writings(word, variants))
        column = _Column.of(weight, texts, counts)
        is_copy = bool(texts.flags.owndata)
        if not is_copy and word not in variants and len(self._columns) < _KEPT:
            self._columns[word] = column
        return column

    def _merged(self, writings: Sequence[str]) -> tuple[IntArray, NDArray[np.integer]]:
        """Add up how often each text uses a word in any of its writings."""
        if len(writings) == 1:
            return self._postings(writings[0])
        parts = [self._postings(writing) for writing in writings]
        texts, at = np.unique(np.concatenate([texts for texts, _ in parts]), return_inverse=True)
        times = np.concatenate([counts for _, counts in parts])
        return texts, np.bincount(at, times, len(texts)).astype(np.int64)

    def _postings(self, writing: str) -> tuple[IntArray, CountArray]:
        parts = [one.postings(writing) for one in self._segments]
        firsts = self.firsts.astype(np.int32)
        return (
            joined(
                [
                    texts + first if first and len(texts) else texts
                    for first, (texts, _) in zip(firsts, parts, strict=False)
                ],
                np.int32,
            ),
            joined([counts for _, counts in parts], np.uint16),
        )

    @cached_property
    def _unseen_one(self) -> float:
        """The weight of a term that no text uses, and that no English one is."""
        return self._unseen([""])

    def _unseen(self, terms: Sequence[str]) -> float:
        """Return the weight of terms that no text uses, together."""
        if not terms:
            return 0.0
        return float(inverse_frequency(self._size, np.zeros(len(terms)), terms).sum())


class _Sums(threading.local):
    """A sum a text, for each thread its own: 0 throughout wherever nobody adds up."""

    def __init__(self, size: int) -> None:
        self.of = np.zeros(size, np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A word of a question, in whatever way it is written."""

    weight: float
    texts: IntArray
    """Those that use it, int32 [m], m ≥ 1, ascending."""
    counts: NDArray[np.integer]
    """How often, [m]."""
    most: float
    """How much it adds to a text at most."""

    @classmethod
    def of(cls, weight: float, texts: IntArray, counts: NDArray[np.integer]) -> "_Column":
        times = float(counts.max())
        most = weight * times / (times + K1 * (1 - B))
        return cls(weight=weight, texts=texts, counts=counts, most=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWords:
    """The words of a question in some texts: how much of it each text uses.

    A score is at least 0 and below 1; 0: it doesn't count. It is BM25 divided by the weight of all
    words of the question, those that no text uses among them: a question about something else
    scores low even in its best text.
    """

    columns: Sequence[_Column]
    """The rarest word first."""
    bounds: NDArray[np.float64]
    """What a count is compared with in each text, K above, float64 [n]."""
    inside: BoolArray | None
    whole: float
    sums: _Sums

    def best(self, filters: Sequence[BoolArray], count: int) -> tuple[IdArray, FloatArray]:
        """Find the texts with the highest scores above 0.

        Args:
            filters: Which texts of each segment may be found, bool [n].
            count: How many are wanted.

        Returns:
            rows (int64 [m]) and their scores (float32 [m]), in no order: the best, with all that
            are as good as the last of them.
        """
        if not self.columns or count <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        mask = joined(filters, np.bool_)
        left = list(accumulate(one.most for one in reversed(self.columns)))[::-1]
        texts, own, least, done = self._added_up(mask, left, count)
        for column, rest in zip(self.columns[done:], left[done:], strict=True):
            near = own + rest >= least * (1 - _ROUNDING)
            texts, own = texts[near], own[near]
            self._look_up(column, texts, own)
            least = max(least, _last_of_best(own, count))
        near = own >= least * (1 - _ROUNDING)
        return texts[near].astype(np.int64), (own[near] / self.whole).astype(np.float32)

    def scores(self, rows: IdArray) -> FloatArray:
        """Return the scores of some texts by their rows (int64 [m]), float32 [m]."""
        own = np.zeros(len(rows), np.float64)
        texts = rows.astype(np.int32)
        for column in self.columns:
            self._look_up(column, texts, own)
        if self.inside is not None:
            own[~self.inside[rows]] = 0
        # Where no word of the question is used, there is nothing to divide.
        return (own / (self.whole or 1.0)).astype(np.float32)

    def _added_up(
        self, mask: BoolArray, left: Sequence[float], count: int
    ) -> tuple[IntArray, NDArray[np.float64], float, int]:
        """Add up words from the rarest on, until the others can lift no other text to the best.

        Args:
            mask: Which texts may be found.
            left: What each word and all that come after it add to a text at most.
            count: How many are wanted.

        Returns:
            The texts that use a word so far, their sums, what the last of the best has at least,
            and how many words that took.
        """
        sums = self.sums.of
        is_whole = bool(mask.all())
        new: list[IntArray] = []
        least, seen, done = 0.0, 0, 0
        try:
            while done < len(self.columns) and left[done] >= least * (1 - _ROUNDING):
                column = self.columns[done]
                texts, times = column.texts, column.counts
                if not is_whole:
                    kept = mask[texts]
                    texts, times = texts[kept], times[kept]
                before = sums[texts]
                new.append(texts[before == 0])
                sums[texts] = before + self._shares(column.weight, texts, times)
                seen += len(new[-1])
                done += 1
                if seen >= count and done < len(self.columns):
                    least = max(least, _last_of_best(sums[np.concatenate(new)], count))
            texts = np.concatenate(new)
            return texts, sums[texts], least, done
        finally:
            for texts in new:
                sums[texts] = 0

    def _look_up(self, column: _Column, texts: IntArray, sums: NDArray[np.float64]) -> None:
        """Add to each text what a word is worth there."""
        at = column.texts.searchsorted(texts)
        there = (column.texts.take(at, mode="clip") == texts).nonzero()[0]
        sums[there] += self._shares(column.weight, texts[there], column.counts[at[there]])

    def _shares(
        self, weight: float, texts: IntArray, times: NDArray[np.integer]
    ) -> NDArray[np.float64]:
        shares: NDArray[np.float64] = weight * (times / (times + self.bounds[texts]))
        return shares


def joined(parts: Sequence[NDArray[Any]], dtype: type) -> NDArray[Any]:
    """Return arrays one after the other; a single one as it is."""
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.empty(0, dtype)


def _last_of_best(numbers: NDArray[np.float64], count: int) -> float:
    """Return the least of the ``count`` largest numbers; 0 where there are not as many."""
    return float(np.partition(numbers, -count)[-count]) if len(numbers) >= count else 0.0


def _writings(word: str, variants: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    others = variants.get(word)
    return tuple(dict.fromkeys((word, *others))) if others else (word,)
