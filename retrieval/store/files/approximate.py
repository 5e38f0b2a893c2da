"""The nearest vectors of a large segment without looking at all of them.

An inverted file over k-means cells (Jégou et al. 2011) with a byte a number: a question looks at
the cells that are nearest to it. How many is measured when the segment is written, on directions
that have little in common with any of its vectors, as a question may: as many as find what all
vectors would. What is found is a candidate only; its similarity is computed from the exact vector.
"""

from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np

from retrieval.arrays import FloatArray, IdArray
from retrieval.store.files.dense import RowFilter, load_index, save_index

__all__ = ["APPROXIMATE_FROM", "ApproximateIndex"]

APPROXIMATE_FROM = 20_000
"""Rows from which on this pays: fewer are looked at in about a millisecond."""
RECALL = 0.995
"""Of the ten nearest of a question, how many are to be among the candidates, on average."""
_QUESTIONS = 200
_NEAREST, _CANDIDATES = 10, 200
_NOISE = 4.0
"""Lengths of a random direction that are added to a vector to make a question of it: it has a
cosine of about a quarter with that vector, less than what answers has in practice."""
_ROUNDS, _POINTS = 8, 64
"""Of k-means: iterations, and vectors a cell."""
_SEED = 15


class ApproximateIndex:
    """Finds candidates among rows, by inner product; searching is safe from several threads."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401 (faiss's classes are made by SWIG)
        self._index = index

    @classmethod
    def build(cls, vectors: FloatArray) -> Self:
        """Arrange vectors (float32 [n, d], unit length, n ≥ 1), and measure what finds them."""
        n, dimension = vectors.shape
        random = np.random.default_rng(_SEED)
        cells = max(int(2 * np.sqrt(n)), 1)
        quantizer = faiss.IndexFlatIP(dimension)
        index: Any = faiss.IndexIVFScalarQuantizer(
            quantizer,
            dimension,
            cells,
            faiss.ScalarQuantizer.QT_8bit,
            faiss.METRIC_INNER_PRODUCT,
        )
        index.cp.niter, index.cp.max_points_per_centroid = _ROUNDS, _POINTS
        index.cp.min_points_per_centroid, index.cp.seed = 1, _SEED
        sample = random.choice(n, min(n, _POINTS * cells), replace=False)
        index.train(vectors[np.sort(sample)])
        index.add(vectors)
        made = cls(index)
        made._tune(vectors, random)
        return made

    def _tune(self, vectors: FloatArray, random: np.random.Generator) -> None:
        n, dimension = vectors.shape
        count = min(_NEAREST, n)
        noise = random.standard_normal((_QUESTIONS, dimension)).astype(np.float32)
        noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
        questions = vectors[random.choice(n, _QUESTIONS)] + noise
        _, best = faiss.knn(questions, vectors, count, faiss.METRIC_INNER_PRODUCT)
        probed = 1
        while True:
            self._index.nprobe = probed
            _, found = self._index.search(questions, min(_CANDIDATES, n))
            hits = [np.isin(one, other).mean() for one, other in zip(best, found, strict=True)]
            if np.mean(hits) >= RECALL or probed == self._index.nlist:
                break
            # A fifth more, until it is enough.
            probed = min(probed + 1 + probed // 5, self._index.nlist)

    @property
    def name(self) -> str:
        """What it is, and how much of it a question looks at."""
        return f"IVF{self._index.nlist},SQ8 ({self._index.nprobe} cells a question)"

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    def search(self, query: FloatArray, k: int, *, within: RowFilter) -> IdArray:
        """Find rows that are near to a query, int64 [m], m ≤ k, in no order.

        Args:
            query: float32 [d].
            k: How many are wanted.
            within: Look only at these rows; the fewer they are, the more cells are looked at.
        """
        if k <= 0 or not within.count:
            return np.empty(0, np.int64)
        cells = int(self._index.nlist)
        probed = min(cells, -(-int(self._index.nprobe) * len(self) // within.count))
        parameters = faiss.SearchParametersIVF(  # type: ignore[call-arg]
            sel=within.selector, nprobe=probed
        )
        faiss.omp_set_num_threads(1)  # As for the exact search.
        row = np.ascontiguousarray(query, dtype=np.float32)[np.newaxis]
        _, ids = self._index.search(row, min(k, within.count), params=parameters)
        found: IdArray = ids[0][ids[0] >= 0]
        return found

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
        return cls(load_index(path, faiss.IndexIVFScalarQuantizer))
