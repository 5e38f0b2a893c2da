"""The sentences of all segments that are worth a closer look, by vectors and by words."""

from collections.abc import Sequence

import numpy as np

from retrieval.arrays import FloatArray, IdArray
from retrieval.store.files.approximate import APPROXIMATE_FROM
from retrieval.store.files.dense import RowFilter
from retrieval.store.files.layout import Layout
from retrieval.store.files.segments import SegmentReader

__all__ = ["best_by_words", "nearest"]


def nearest(
    segments: Sequence[SegmentReader],
    layout: Layout,
    filters: Sequence[RowFilter],
    vector: FloatArray,
    count: int,
) -> IdArray:
    """Return the ids of the nearest vectors of all segments, at most ``count``, in no order.

    Args:
        segments: The segments.
        layout: Leads from their rows to the ids of the index.
        filters: Which rows of each may be found.
        vector: float32 [d].
        count: How many are wanted.
    """
    ids, scores = [], []
    for number, (one, within) in enumerate(zip(segments, filters, strict=True)):
        rows, near = _near(one, within, vector, count)
        ids.append(layout.ids(number, rows))
        scores.append(near)
    return _first(np.concatenate(ids), np.concatenate(scores), count)


def _near(
    segment: SegmentReader, within: RowFilter, vector: FloatArray, count: int
) -> tuple[IdArray, FloatArray]:
    vectors, approximate = segment.features.vectors, segment.features.near
    # Of few rows among many, most cells have none: all of these few are looked at.
    if approximate is None or within.count < APPROXIMATE_FROM:
        return vectors.search(vector, count, within=within)
    rows = approximate.search(vector, count, within=within)
    return rows, vectors.scores(vector, rows)


def best_by_words(
    layout: Layout, filters: Sequence[RowFilter], lexical: Sequence[FloatArray], count: int
) -> IdArray:
    """Return the ids with the highest scores above 0, at most ``count``, in no order.

    Args:
        layout: Leads from the rows of segments to the ids of the index.
        filters: Which rows of each segment may be found.
        lexical: The score of each row of each segment, float32 [n].
        count: How many are wanted.
    """
    ids, scores = [], []
    for number, (own, within) in enumerate(zip(lexical, filters, strict=True)):
        rows = np.flatnonzero(within.mask & (own > 0))
        if len(rows) > count > 0:
            # All that are as good as the last one: which of them come is for their ids to say.
            rows = rows[own[rows] >= np.partition(own[rows], -count)[-count]]
        ids.append(layout.ids(number, rows))
        scores.append(own[rows])
    return _first(np.concatenate(ids), np.concatenate(scores), count)


def _first(ids: IdArray, scores: FloatArray, count: int) -> IdArray:
    """Return the ids with the highest scores, of equal ones the lowest."""
    return ids[np.lexsort((ids, -scores))[: max(count, 0)]]
