"""One ranking of what several wordings of a question have found."""

from collections.abc import Sequence

import numpy as np

from retrieval.domain import Scope
from retrieval.ranking.candidates import Candidates, in_best_order
from retrieval.ranking.query import EncodedQuery
from retrieval.ranking.rank import compare_closely
from retrieval.store.interface import IndexReader

__all__ = ["with_found_otherwise"]


def with_found_otherwise(
    found: Candidates,
    others: Sequence[Candidates],
    encoded: EncodedQuery,
    reader: IndexReader,
    *,
    scope: Scope,
    most: int,
) -> Candidates:
    """Let each sentence count by the wording that it answers best.

    Args:
        found: What the wording has found whose first sentence is the best of all.
        others: What the other wordings have found.
        encoded: The first wording, by which all sentences are described.
        reader: Where they are from.
        scope: What was searched.
        most: How many of the best of each other wording are taken in.
    """
    best: dict[int, float] = {}
    for one in others:
        for row, score in zip(one.rows[:most].tolist(), one.scores[:most].tolist(), strict=True):
            best[row] = max(score, best.get(row, score))
    missing = np.setdiff1d(np.fromiter(best, np.int64, len(best)), found.rows)
    if len(missing):
        chosen = reader.evidence(
            missing, encoded.vector, encoded.terms, aliases=encoded.aliases, scope=scope
        )
        found = found.beside(compare_closely(encoded, chosen, reader))
    scores = [
        max(score, best.get(row, score))
        for row, score in zip(found.rows.tolist(), found.scores.tolist(), strict=True)
    ]
    return in_best_order(found, np.array(scores, np.float32))
