"""The sentences of all segments that are worth a closer look, by vectors and by words."""

from collections.abc import Sequence

import numpy as np

from retrieval.arrays import FloatArray, IdArray
from retrieval.store.counted_words import AskedWords
from retrieval.store.files.approximate import APPROXIMATE_FROM
from retrieval.store.files.dense import RowFilter
from retrieval.store.files.layout import Layout
from retrieval.store.files.segments import SegmentReader

__all__ = ["best_by_words", "nearest"]

_DEEPER = 2
"""How many times as many candidates as are wanted get their exact similarity."""


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
    found: list[tuple[IdArray, FloatArray]] = []
    about: list[tuple[int, IdArray, FloatArray]] = []
    for number, (one, within) in enumerate(zip(segments, filters, strict=True)):
        near = one.features.near
        # Few rows are as well looked at one after the other.
        if near is not None and within.count >= APPROXIMATE_FROM:
            candidates = near.search(vector, _DEEPER * count, within=within)
            if candidates is not None:
                about.append((number, *candidates))
                continue
        rows, scores = one.features.vectors.search(vector, count, within=within)
        found.append((layout.ids(number, rows), scores))
    if about:
        # Of all segments together, as many as are looked at closely of one.
        scores = np.concatenate([scores for _, _, scores in about])
        place = max(len(scores) - _DEEPER * count, 0)
        least = np.partition(scores, place)[place] if len(scores) else 0
        for number, rows, own in about:
            rows = rows[own >= least]
            exact = segments[number].features.vectors.scores(vector, rows)
            found.append((layout.ids(number, rows), exact))
    return _first(
        np.concatenate([ids for ids, _ in found]), np.concatenate([one for _, one in found]), count
    )


def best_by_words(
    layout: Layout, filters: Sequence[RowFilter], lexical: AskedWords, count: int
) -> IdArray:
    """Return the ids with the highest scores above 0, at most ``count``, in no order.

    Args:
        layout: Leads from the rows of segments to the ids of the index.
        filters: Which rows of each segment may be found.
        lexical: The question's words in the segments.
        count: How many are wanted.
    """
    found = lexical.best([one.mask for one in filters], count)
    ids = [layout.ids(number, rows) for number, (rows, _) in enumerate(found)]
    return _first(np.concatenate(ids), np.concatenate([scores for _, scores in found]), count)


def _first(ids: IdArray, scores: FloatArray, count: int) -> IdArray:
    """Return the ids with the highest scores, of equal ones the lowest."""
    return ids[np.lexsort((ids, -scores))[: max(count, 0)]]
