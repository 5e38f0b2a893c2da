"""The statements that compare vectors: those of all sentences of a scope, and of some."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pgvector import HalfVector

from retrieval.arrays import FloatArray, IdArray

__all__ = ["Corpus", "Wanted", "nearest_and", "similarities"]

Statement = tuple[str, dict[str, Any]]

# The numbers are those of half precision, and what is made of them is not rounded again.
_SIMILARITY = "-(s.vector::vector <#> %(vector)s)"

_NEAREST = """
WITH near AS MATERIALIZED (
    SELECT s.id FROM sentences s WHERE {near} ORDER BY {distance} LIMIT %(count)s
)
SELECT s.id, {similarity}
FROM (SELECT id FROM near UNION SELECT unnest(%(others)s::bigint[])) AS found
JOIN sentences s USING (id)"""

# As a value and not as a join, which would have to be made before the nearest are known.
_MEMBER = """
(SELECT true FROM members m WHERE m.build = %(build)s AND m.document = s.document)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The build that is asked."""

    build: int
    sentences: int
    dimension: int
    is_graph: bool
    """Whether its vectors have an index (HNSW)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which sentences may be chosen."""

    documents: Sequence[int] | None
    """The numbers of their documents; None: all of the build."""
    is_hit: bool
    """False: titles and headings, since there is nothing else."""
    is_exact: bool
    """Look at every one of them instead of asking the graph."""


def nearest_and(
    corpus: Corpus, wanted: Wanted, vector: FloatArray, count: int, others: IdArray
) -> Statement:
    """Return the statement for the nearest sentences and some others: their rows and cosines."""
    near = [
        _MEMBER if wanted.documents is None else "s.document = ANY(%(documents)s)",
        "s.is_hit = %(is_hit)s",
    ]
    distance = "s.vector <#> %(half)s"
    if corpus.is_graph and not wanted.is_exact:
        size = corpus.dimension
        near = [near[0], f"s.is_hit AND vector_dims(s.vector) = {size}"]
        distance = f"s.vector::halfvec({size}) <#> %(half)s::halfvec({size})"
    statement = _NEAREST.format(near=" AND ".join(near), distance=distance, similarity=_SIMILARITY)
    return statement, {
        "build": corpus.build,
        "vector": np.asarray(vector, np.float32),
        "half": HalfVector(vector),
        "documents": None if wanted.documents is None else list(wanted.documents),
        "is_hit": wanted.is_hit,
        "count": count,
        "others": others.tolist(),
    }


def similarities(vector: FloatArray, rows: IdArray) -> Statement:
    """Return the statement for the cosines of some rows."""
    statement = f"SELECT s.id, {_SIMILARITY} FROM sentences s WHERE s.id = ANY(%(ids)s)"  # noqa: S608
    return statement, {"vector": np.asarray(vector, np.float32), "ids": rows.tolist()}
