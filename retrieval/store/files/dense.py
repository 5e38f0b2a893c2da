"""Exact nearest neighbours over unit vectors; with `approximate`, the files that know FAISS.

A row of the index is a sentence id. FAISS pads short results with id −1, reports a wrong
dimension as an assertion without words and a damaged file as a bare RuntimeError; none of that
leaves this file.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np

from retrieval.arrays import BoolArray, FloatArray, HalfArray, IdArray, single_precision
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX

__all__ = ["RowFilter", "VectorIndex", "load_index", "save_index"]

_WRITE_SIZE = 1 << 20


class RowFilter:
    """The rows that a search looks at, prepared once: FAISS tests a bit for each row."""

    def __init__(self, mask: BoolArray) -> None:
        self.mask = mask
        """bool [n]."""
        self.count = int(np.count_nonzero(mask))
        """How many rows it lets through."""
        # FAISS keeps a bare pointer to the bits: they must live as long as the selector.
        self._bits = np.packbits(mask, bitorder="little")
        self.selector: Any = faiss.IDSelectorBitmap(self._bits)  # type: ignore[call-arg, arg-type]
        self.parameters: Any = faiss.SearchParameters(sel=self.selector)  # type: ignore[call-arg]
        """What a search is told by; they are only read."""


class VectorIndex:
    """Vectors in rows, compared by inner product, which is the cosine of unit vectors.

    They are kept in half precision, which is what the recipe rounds them to. Searching is safe from
    several threads; adding is not. The flat index is exact and needs no training.
    """

    def __init__(self, dimension: int) -> None:
        self._index: Any = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        self.dimension = dimension
        """Length of a vector."""

    @classmethod
    def build(cls, parts: Iterable[FloatArray], *, dimension: int) -> Self:
        """Index the rows of all ``parts`` (float32 [n_i, dimension]) in order."""
        index = cls(dimension)
        for vectors in parts:
            index.add(vectors)
        return index

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, vectors: FloatArray) -> None:
        """Append rows: float32 [n, dimension], finite.

        Raises:
            ValueError: The vectors have another shape, or hold NaN or infinity.
        """
        rows = np.ascontiguousarray(vectors, dtype=np.float32)
        if rows.ndim != 2 or rows.shape[1] != self.dimension:
            raise ValueError(f"vectors of shape {rows.shape}, not (n, {self.dimension})")
        if not np.isfinite(rows).all():
            raise ValueError("vectors that are not finite numbers")
        if len(rows):
            self._index.add(rows)

    def vectors(self, rows: range) -> FloatArray:
        """Return the vectors of a run of rows, float32 [len(rows), d]."""
        return self.all()[rows.start : rows.stop].astype(np.float32)

    def scores(self, query: FloatArray, rows: IdArray) -> FloatArray:
        """Return the similarity of a query (float32 [d]) to some rows (int64 [m]), float32 [m]."""
        row = self._checked(query)
        if not len(rows):
            return np.empty(0, np.float32)
        faiss.omp_set_num_threads(1)  # As for the search.
        own = single_precision(self.all()[rows])
        # Sums in numpy's own loops: BLAS' threads would wait for the model's.
        scores: FloatArray = np.einsum("nd,d->n", own, row)
        # Infinite, or no number at all.
        scores[~np.isfinite(scores)] = np.nan
        return scores

    def search(
        self, query: FloatArray, k: int, *, within: RowFilter | None = None
    ) -> tuple[IdArray, FloatArray]:
        """Find the rows that are nearest to a query.

        Args:
            query: float32 [d].
            k: How many are wanted; fewer come back where there are fewer, and more where others
                are as near as the last: which of these count is for their ids in the index to say.
            within: Look only at these rows.

        Returns:
            ids (int64 [m]) and scores (float32 [m]), best first, equal scores by id.

        Raises:
            ValueError: The query has another shape or is not finite.
        """
        row = self._checked(query)[np.newaxis]
        there = len(self) if within is None else within.count
        k = min(k, there)
        if k <= 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        parameters = None if within is None else within.parameters
        # In this thread: of two that share the cores with a model's, the slower decides, and
        # waiting for it took a hundred times as long as the sums.
        faiss.omp_set_num_threads(1)
        deep = min(k + 1, there)
        while True:
            scores, ids = self._index.search(row, deep, params=parameters)
            # Of rows that are equally near it may be any that come last.
            if deep == there or scores[0][-1] != scores[0][k - 1]:
                break
            deep = min(2 * deep, there)
        found = (ids[0] >= 0) & (scores[0] >= scores[0][k - 1])
        ids, scores = ids[0][found], scores[0][found]
        if (scores[1:] < scores[:-1]).all():
            return ids, scores
        order = np.lexsort((ids, -scores))
        return ids[order], scores[order]

    def save(self, path: Path) -> None:
        """Write the index.

        Raises:
            OSError: The file can't be written.
        """
        save_index(self._index, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open a saved index; its vectors stay in the file until they are looked at.

        Raises:
            FileNotFoundError: There is no such file.
            IndexDamagedError: The file is not an index of this kind.
        """
        if not path.is_file():
            raise FileNotFoundError(path)
        index = cls.__new__(cls)
        index._index = load_index(path, faiss.IndexScalarQuantizer)
        if index._index.sq.qtype != faiss.ScalarQuantizer.QT_fp16:
            raise _damaged(path)
        index.dimension = int(index._index.d)
        return index

    def all(self) -> HalfArray:
        """Look at the rows without copying them, float16 [n, d]."""
        if not len(self):
            return np.empty((0, self.dimension), dtype=np.float16)
        codes = self._index.codes
        flat = faiss.rev_swig_ptr(codes.data(), codes.size()).view(np.float16)
        return flat.reshape(len(self), self.dimension)

    def _checked(self, query: FloatArray) -> FloatArray:
        row = np.ascontiguousarray(query, dtype=np.float32)
        if row.shape != (self.dimension,):
            raise ValueError(f"a query of shape {row.shape}, not ({self.dimension},)")
        if not np.isfinite(row).all():
            raise ValueError("a query that is not finite numbers")
        return row


def save_index(index: Any, path: Path) -> None:  # noqa: ANN401 (faiss's classes are made by SWIG)
    """Write an index of FAISS through Python's own file: its own reports a full disk on stderr.

    Raises:
        OSError: The file can't be written.
    """
    with path.open("wb") as file:
        writer = faiss.PyCallbackIOWriter(file.write, _WRITE_SIZE)  # type: ignore[attr-defined]
        faiss.write_index(index, writer)


def load_index(path: Path, kind: type) -> Any:  # noqa: ANN401 (faiss's classes are made by SWIG)
    """Open an index of FAISS; its vectors stay in the file until they are looked at.

    Raises:
        IndexDamagedError: The file is not an index of this kind.
    """
    try:
        stored = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
    except (RuntimeError, MemoryError) as error:
        raise _damaged(path) from error
    if not isinstance(stored, kind):
        raise _damaged(path)
    return stored


def _damaged(path: Path) -> IndexDamagedError:
    return IndexDamagedError(f"{path} is damaged (not a vector index)", REBUILD_INDEX)
