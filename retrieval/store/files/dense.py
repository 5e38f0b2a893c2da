"""Exact nearest neighbours over unit vectors: the one file that knows FAISS.

A row of the index is a sentence id. FAISS pads short results with id −1, reports a wrong
dimension as an assertion without words and a damaged file as a bare RuntimeError; none of that
leaves this file.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self, TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.protocol import FloatArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX

__all__ = ["RowArray", "Rows", "VectorIndex"]

RowArray: TypeAlias = NDArray[np.int64]
Rows: TypeAlias = range | RowArray
"""Sentence ids a search is narrowed to: a run of them, or any."""

_WRITE_SIZE = 1 << 20


class VectorIndex:
    """Vectors in rows, compared by inner product, which is the cosine of unit vectors.

    Searching is safe from several threads; adding is not. The flat index is exact and needs no
    training; another FAISS index would be made in ``__init__`` and answer the same methods.
    """

    def __init__(self, dimension: int) -> None:
        self._index: Any = faiss.IndexFlatIP(dimension)

    @classmethod
    def build(cls, parts: Iterable[FloatArray], *, dimension: int) -> Self:
        """Index the rows of all ``parts`` (float32 [n_i, dimension]) in order."""
        index = cls(dimension)
        for vectors in parts:
            index.add(vectors)
        return index

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

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
        """Return the vectors of a run of rows as they were added, float32 [len(rows), d]."""
        return np.array(self._stored()[rows.start : rows.stop])

    def scores(self, query: FloatArray) -> FloatArray:
        """Return the similarity of a query (float32 [d]) to every row, float32 [n]."""
        row = self._checked(query)
        scores = np.empty(len(self), dtype=np.float32)
        if len(self):
            # One thread and no BLAS: of two threads that share the cores with a model's, the
            # slower decides, and waiting for it took a hundred times as long as the sums.
            faiss.fvec_inner_products_ny(  # type: ignore[attr-defined]
                faiss.swig_ptr(scores),
                faiss.swig_ptr(row),
                self._index.get_xb(),
                self.dimension,
                len(self),
            )
        return scores

    def search(
        self, query: FloatArray, k: int, *, within: Rows | None = None
    ) -> tuple[RowArray, FloatArray]:
        """Find the rows that are nearest to a query.

        Args:
            query: float32 [d].
            k: How many are wanted; fewer come back where there are fewer.
            within: Look only at these rows.

        Returns:
            ids (int64 [m]) and scores (float32 [m]), m ≤ k, best first, equal scores by id.

        Raises:
            ValueError: The query has another shape or is not finite.
        """
        row = self._checked(query)[np.newaxis]
        k = min(k, len(self) if within is None else len(within))
        if k <= 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        parameters = None
        if within is not None:
            # Both objects must live until the search is over: FAISS keeps bare pointers.
            selector = _selector(within)
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        faiss.omp_set_num_threads(1)  # In this thread; see scores().
        scores, ids = self._index.search(row, k, params=parameters)
        found = ids[0] >= 0
        ids, scores = ids[0][found], scores[0][found]
        order = np.lexsort((ids, -scores))
        return ids[order], scores[order]

    def save(self, path: Path) -> None:
        """Write the index.

        Raises:
            OSError: The file can't be written; through Python's own file, because FAISS's
                reports a full disk at closing on stderr only.
        """
        with path.open("wb") as file:
            writer = faiss.PyCallbackIOWriter(file.write, _WRITE_SIZE)  # type: ignore[attr-defined]
            faiss.write_index(self._index, writer)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open a saved index; its vectors stay in the file until they are looked at.

        Raises:
            FileNotFoundError: There is no such file.
            IndexDamagedError: The file is not an index of this kind.
        """
        if not path.is_file():
            raise FileNotFoundError(path)
        try:
            stored = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except (RuntimeError, MemoryError) as error:
            raise _damaged(path) from error
        if not isinstance(stored, faiss.IndexFlatIP):
            raise _damaged(path)
        index = cls.__new__(cls)
        index._index = stored
        return index

    def _stored(self) -> FloatArray:
        """Look at the rows without copying them, float32 [n, d]."""
        if not len(self):
            return np.empty((0, self.dimension), dtype=np.float32)
        flat: FloatArray = faiss.rev_swig_ptr(self._index.get_xb(), len(self) * self.dimension)
        return flat.reshape(len(self), self.dimension)

    def _checked(self, query: FloatArray) -> FloatArray:
        row = np.ascontiguousarray(query, dtype=np.float32)
        if row.shape != (self.dimension,):
            raise ValueError(f"a query of shape {row.shape}, not ({self.dimension},)")
        if not np.isfinite(row).all():
            raise ValueError("a query that is not finite numbers")
        return row


def _selector(rows: Rows) -> Any:  # noqa: ANN401 (FAISS has no types)
    if isinstance(rows, range):
        if rows.step != 1:
            raise ValueError("a run of rows has no gaps")
        return faiss.IDSelectorRange(rows.start, rows.stop)
    return faiss.IDSelectorBatch(np.ascontiguousarray(rows, dtype=np.int64))


def _damaged(path: Path) -> IndexDamagedError:
    return IndexDamagedError(f"{path} is damaged (not a vector index)", REBUILD_INDEX)
