"""The nearest vectors of a large segment without reading all of them.

Product quantisation (Jégou et al. 2011): every four numbers of a vector are one of 16 groups, half
a byte, whose products with a question's are looked up in the registers of the processor, 32 vectors
at once (André et al. 2015). So a question looks at all vectors, in a sixteenth of the room and in a
twentieth of the time; cells of near vectors, which it could look into instead, save little where
vectors don't lie in heaps. What is found is a candidate only; its similarity is computed from the
exact vector. Where the ten nearest are not among the candidates, which is measured when the
segment is written, every two numbers have half a byte, or each has.
"""

from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np

from retrieval.arrays import FloatArray, HalfArray, IdArray
from retrieval.store.files.dense import RowFilter, load_index, save_index

__all__ = ["APPROXIMATE_FROM", "ApproximateIndex"]

APPROXIMATE_FROM = 20_000
"""Rows from which on this pays: fewer are looked at in about a millisecond."""
RECALL = 0.98
"""Of the ten nearest of a question, how many are to be among the candidates, on average."""
_QUESTIONS = 200
_NEAREST, _CANDIDATES = 10, 1200
_NOISE = 1.0
"""Lengths of a random direction that are added to a vector to make a question of it: it has a
cosine of about .7 with that vector, as a question has with what answers it."""
_TOGETHER = (4, 2, 1)
"""Numbers that share half a byte: as many as find what is near."""
_BITS, _TRAINED_ON, _ROUNDS = 4, 20_000, 10
_SEED = 15
_AT_ONCE = 1 << 14
"""Vectors that are in memory in single precision."""
_MOST = 4
"""Rows that may not be found are left out of what was found, and more is looked for: as long as
that is no more than one in so many of all."""


class ApproximateIndex:
    """Finds candidates among rows, by inner product; searching is safe from several threads."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401 (faiss's classes are made by SWIG)
        self._index = index

    @classmethod
    def build(cls, vectors: HalfArray) -> Self:
        """Arrange vectors (float16 [n, d], unit length, n ≥ 1), and measure what finds them."""
        n, dimension = vectors.shape
        random = np.random.default_rng(_SEED)
        chosen = np.sort(random.choice(n, min(n, _TRAINED_ON), replace=False))
        sample = vectors[chosen].astype(np.float32)
        questions, best = _asked(vectors, random)
        for parts in (dimension // one for one in _TOGETHER if dimension % one == 0):
            index: Any = faiss.IndexPQFastScan(dimension, parts, _BITS, faiss.METRIC_INNER_PRODUCT)
            index.pq.cp.niter, index.pq.cp.seed = _ROUNDS, _SEED
            index.pq.cp.min_points_per_centroid = 1
            index.train(sample)
            for first in range(0, n, _AT_ONCE):
                index.add(vectors[first : first + _AT_ONCE].astype(np.float32))
            _, found = index.search(questions, min(_CANDIDATES, n))
            hits = [np.isin(one, other).mean() for one, other in zip(best, found, strict=True)]
            if np.mean(hits) >= RECALL:
                break
        return cls(index)

    @property
    def name(self) -> str:
        """What it is."""
        return f"PQ{self._index.pq.M}x{_BITS}"

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    def search(
        self, query: FloatArray, k: int, *, within: RowFilter
    ) -> tuple[IdArray, FloatArray] | None:
        """Find rows that are near to a query.

        Args:
            query: float32 [d].
            k: How many are wanted.
            within: Look only at these rows.

        Returns:
            rows (int64 [m], m ≤ k) and about how similar they are (float32 [m]), best first; None
            where too many had to be looked at to find as many as are wanted among those.
        """
        wanted = min(k, within.count)
        if wanted <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        faiss.omp_set_num_threads(1)  # As for the exact search.
        row = np.ascontiguousarray(query, dtype=np.float32)[np.newaxis]
        deep = wanted * len(self) // within.count
        # A third more, for what is left out lies here more often and there less.
        deep += 0 if within.count == len(self) else deep // 3
        while True:
            deep = min(deep, len(self))
            if deep > max(len(self) // _MOST, k):
                return None
            scores, rows = self._index.search(row, deep)
            there = np.flatnonzero((rows[0] >= 0) & within.mask[rows[0]])[:wanted]
            if len(there) == wanted:
                return rows[0][there], scores[0][there]
            deep *= 2

    def save(self, path: Path) -> None:
        """Write the index.

        Raises:
            OSError: The file can't be written.
        """
        save_index(self._index, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open a saved index.

        Raises:
            IndexDamagedError: The file is not an index of this kind.
        """
        return cls(load_index(path, faiss.IndexPQFastScan))


def _asked(vectors: HalfArray, random: np.random.Generator) -> tuple[FloatArray, IdArray]:
    """Make questions (float32 [q, d]) and find what is nearest to each, int64 [q, m]."""
    n, dimension = vectors.shape
    noise = random.standard_normal((_QUESTIONS, dimension)).astype(np.float32)
    noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
    questions = vectors[random.choice(n, _QUESTIONS)].astype(np.float32) + noise
    best = np.empty((_QUESTIONS, 0), np.int64)
    scores = np.empty((_QUESTIONS, 0), np.float32)
    for first in range(0, n, _AT_ONCE):
        own = questions @ vectors[first : first + _AT_ONCE].astype(np.float32).T
        scores = np.concatenate([scores, own], axis=1)
        rows = np.broadcast_to(np.arange(first, first + own.shape[1]), own.shape)
        best = np.concatenate([best, rows], axis=1)
        chosen = np.argsort(-scores, axis=1, kind="stable")[:, :_NEAREST]
        scores = np.take_along_axis(scores, chosen, axis=1)
        best = np.take_along_axis(best, chosen, axis=1)
    return questions, best
