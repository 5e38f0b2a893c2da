"""The sentences of all segments that are worth a closer look, by vectors and by words."""

from collections.abc import Iterable, Sequence

import numpy as np

from retrieval.arrays import BoolArray, FloatArray, IdArray
from retrieval.store.counted_words import AskedWords
from retrieval.store.files.approximate import APPROXIMATE_FROM
from retrieval.store.files.dense import RowFilter
from retrieval.store.files.layout import Layout
from retrieval.store.files.segments import SegmentReader

__all__ = ["best_by_words", "may_be_best", "nearest"]

_LEAST, _MOST, _ONE_IN = 8, 16, 200
"""How many times as many candidates as are wanted get their exact similarity: one of so many rows,
within these bounds, since the more there are the more come between."""
_ROUNDING = 1e-3
"""What vectors in half precision are longer or shorter than 1 at most."""


def nearest(
    segments: Sequence[SegmentReader],
    layout: Layout,
    filters: Sequence[RowFilter],
    vector: FloatArray,
    count: int,
) -> tuple[IdArray, FloatArray, float]:
    """Return the ids of the nearest vectors of all segments, at most ``count``, and their cosines.

    They are in no order. Last comes the cosine that no other vector is above, as far as is known.

    Args:
        segments: The segments.
        layout: Leads from their rows to the ids of the index.
        filters: Which rows of each may be found.
        vector: float32 [d].
        count: How many are wanted.
    """
    found: list[tuple[int, IdArray, FloatArray]] = []
    about: dict[int, tuple[IdArray, FloatArray]] = {}
    there = sum(one.count for one in filters)
    deep = min(max(_LEAST * count, there // _ONE_IN), _MOST * count)
    for number, (one, within) in enumerate(zip(segments, filters, strict=True)):
        near = one.features.near
        # Few rows are as well looked at one after the other.
        if near is not None and within.count >= APPROXIMATE_FROM:
            # Of many segments each has its share of the best, more or less.
            some = min(deep, 2 * deep * within.count // there + count)
            candidates = near.search(vector, some, within=within)
            if candidates is not None:
                about[number] = candidates
                continue
        found.append((number, *one.features.vectors.search(vector, count, within=within)))
    least = _last_of(about.values(), deep)
    for number, (rows, scores) in about.items():
        near = segments[number].features.near
        if near is not None and len(rows) < deep and len(rows) and scores[-1] > least:
            # All that were found there are among the best: there may be more.
            more = near.search(vector, deep, within=filters[number])
            about[number] = (rows, scores) if more is None else more
    least = _last_of(about.values(), deep)
    for number, (rows, scores) in about.items():
        rows = rows[scores >= least]
        exact = segments[number].features.vectors.scores(vector, rows)
        found.append((number, rows, exact))
    ids = np.concatenate([layout.ids(number, rows) for number, rows, _ in found])
    scores = np.concatenate([scores for _, _, scores in found])
    order = _first(ids, scores, count)
    best = scores[order]
    # What was looked for by its place among groups may have missed one that is nearer.
    return ids[order], best, float(best.min()) if len(best) and not about else np.inf


def _last_of(found: Iterable[tuple[IdArray, FloatArray]], count: int) -> float:
    """Return the score of the last of the best ``count`` of all segments together."""
    scores = np.concatenate([scores for _, scores in found] or [np.empty(0, np.float32)])
    place = len(scores) - count
    return float(np.partition(scores, place)[place]) if 0 <= place < len(scores) else -np.inf


def best_by_words(
    layout: Layout,
    filters: Sequence[RowFilter],
    firsts: IdArray,
    lexical: AskedWords,
    count: int,
) -> tuple[IdArray, FloatArray, float]:
    """Return the ids with the highest scores above 0, at most ``count``, and these; in no order.

    Last comes the score that no other sentence is above.

    Args:
        layout: Leads from the rows of segments to the ids of the index.
        filters: Which rows of each segment may be found.
        firsts: The row of each segment's first text there, int64 [s + 1].
        lexical: The question's words in the segments.
        count: How many are wanted.
    """
    rows, scores = lexical.best([one.mask for one in filters], count)
    if len(filters) == 1:
        ids = layout.ids(0, rows)
    else:
        ids = np.empty(len(rows), np.int64)
        owners = np.searchsorted(firsts, rows, side="right") - 1
        for number in np.unique(owners).tolist():
            own = owners == number
            ids[own] = layout.ids(number, rows[own] - firsts[number])
    best = _first(ids, scores, count)
    least = float(scores[best].min()) if 0 < count == len(best) else 0.0
    return ids[best], scores[best], least


def may_be_best(
    dense: FloatArray, lexical: FloatArray, count: int, *, farthest: float, least: float
) -> BoolArray:
    """Say which sentences may be among the best by both numbers together, bool [n].

    Each has one of them at least: what the other can be at most, and at least, tells of most
    that they needn't be looked at.

    Args:
        dense: Cosines, float32 [n]; NaN: not known.
        lexical: Scores by words, float32 [n]; NaN: not known.
        count: How many are wanted.
        farthest: What a cosine is at most that is not known.
        least: What a score is at most that is not known.
    """
    if len(dense) <= count:
        return np.ones(len(dense), np.bool_)
    unseen, unsaid = np.isnan(dense), np.isnan(lexical)
    at_least = np.where(unseen, -1, dense) + np.where(unsaid, 0, lexical)
    at_most = np.where(unseen, farthest, dense) + np.where(unsaid, least, lexical)
    enough = np.partition(at_least, -count)[-count]
    may_be: BoolArray = at_most >= enough - _ROUNDING
    return may_be


def _first(ids: IdArray, scores: FloatArray, count: int) -> IdArray:
    """Say which have the highest scores, of equal ones the lowest ids; in no order."""
    if count <= 0:
        return np.empty(0, np.int64)
    if len(ids) <= count:
        return np.arange(len(ids))
    # Finding the last of the best takes a third of the time of putting all in order.
    least = np.partition(scores, -count)[-count]
    better, equal = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
    lowest = equal[np.argsort(ids[equal])][: count - len(better)]
    return np.concatenate([better, lowest])
