"""What sentences gain or lose by the list, table, record or section that they stand in."""

from collections.abc import Sequence

import numpy as np

from retrieval.answering.structured.how_to import how_to
from retrieval.answering.structured.kind_headings import kind_labels
from retrieval.answering.structured.named_lists import named_lists
from retrieval.answering.structured.named_parts import named_parts
from retrieval.answering.structured.record_fields import record_fields
from retrieval.answering.structured.table_rows import table_rows
from retrieval.answering.view import IndexView
from retrieval.arrays import FloatArray

__all__ = ["by_structure"]


def by_structure(
    rows: Sequence[int], scores: FloatArray, question: str, view: IndexView
) -> FloatArray:
    """Return what each of some sentences gains or loses, float32 [m].

    Args:
        rows: The m best sentences.
        scores: float32 [m], theirs.
        question: One that stands alone.
        view: Where they stand.
    """
    view.look_up(rows)
    gained = np.zeros(len(rows), np.float32)
    best_first = _best_first(rows, scores)
    for find in (how_to, table_rows, record_fields, named_lists, named_parts, kind_labels):
        found = find(question, best_first, view)
        if found:
            gained += np.array([found.get(row, 0.0) for row in rows], np.float32)
            # Each sees the order that those before it have made.
            best_first = _best_first(rows, scores + gained)
    return gained


def _best_first(rows: Sequence[int], scores: FloatArray) -> dict[int, float]:
    now = scores.tolist()
    return {rows[place]: now[place] for place in np.argsort(-scores, kind="stable").tolist()}
