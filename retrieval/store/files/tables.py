"""What an index keeps of every sentence besides its text: its vector, and arrays with names.

The recipe that makes a document's Features is not known here: whatever arrays it names are
written, copied from build to build and opened again under those names.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import numpy as np

from retrieval.arrays import AnyArray, IdArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.approximate import APPROXIMATE_FROM, ApproximateIndex
from retrieval.store.files.arrays import ArrayWriter, RowFile, Runs, read_array
from retrieval.store.files.dense import VectorIndex
from retrieval.store.files.manifest import EXACT
from retrieval.store.values import Features

__all__ = ["FeatureReader", "FeatureWriter"]

_VECTORS = "vectors.faiss"
_NEAR = "vectors.near.faiss"
"""Only where there are many."""
_PER_SENTENCE = "sentence."
_PER_TOKEN = "token."  # noqa: S105 (no password)
_OFFSETS = "token.offsets.npy"
_SUFFIX = ".npy"


class FeatureWriter:
    """Writes the features of one document after the other."""

    def __init__(self, build: Path, *, dimension: int) -> None:
        self._build = build
        self._index = VectorIndex(dimension)
        self._arrays: dict[str, ArrayWriter] = {}
        self._open = ExitStack()
        self._tokens = 0
        self._started = False
        self.search = EXACT
        """How the nearest vectors are found, once it is written."""
        self._write(_OFFSETS, np.zeros(1, dtype=np.int64))

    @property
    def sentences(self) -> int:
        """How many rows have been written."""
        return len(self._index)

    def add(self, features: Features) -> None:
        """Append a document's features.

        Raises:
            ValueError: They have other arrays than the first document's, or not finite vectors.
            OSError: A file can't be written.
        """
        named = {f"{_PER_SENTENCE}{n}{_SUFFIX}": rows for n, rows in features.per_sentence.items()}
        named |= {f"{_PER_TOKEN}{n}{_SUFFIX}": rows for n, rows in features.per_token.items()}
        if self._started and {*named, _OFFSETS} != set(self._arrays):
            raise ValueError(f"arrays {sorted(named)}, not {sorted(self._arrays)}")
        self._started = True
        self._index.add(features.vectors)
        for name, rows in named.items():
            self._write(name, rows)
        counts = features.token_counts
        if counts is None:
            counts = np.zeros(len(features.vectors), dtype=np.int32)
        offsets = self._tokens + np.cumsum(counts, dtype=np.int64)
        self._write(_OFFSETS, offsets)
        self._tokens += int(counts.sum())

    def _write(self, name: str, rows: AnyArray) -> None:
        if name not in self._arrays:
            self._arrays[name] = self._open.enter_context(ArrayWriter(self._build / name))
        self._arrays[name].append(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, trace)
        if kind is None:
            self._index.save(self._build / _VECTORS)
            if len(self._index) >= APPROXIMATE_FROM:
                near = ApproximateIndex.build(self._index.all())
                near.save(self._build / _NEAR)
                self.search = near.name


class FeatureReader:
    """The features of a finished build: mapped into memory, those of tokens read where wanted."""

    def __init__(self, build: Path) -> None:
        self.vectors = VectorIndex.load(build / _VECTORS)
        near = build / _NEAR
        self.near = ApproximateIndex.load(near) if near.exists() else None
        """Finds candidates without looking at all vectors; None: all are to be looked at."""
        self.token_offsets: IdArray = read_array(build / _OFFSETS)
        """int64 [n + 1]: the tokens of sentence i are the rows offsets[i]:offsets[i + 1]."""
        self.per_sentence: Mapping[str, AnyArray] = MappingProxyType(
            {name: read_array(path) for name, path in _named(build, _PER_SENTENCE)}
        )
        self.per_token: Mapping[str, RowFile] = MappingProxyType(
            {name: RowFile(path) for name, path in _named(build, _PER_TOKEN)}
        )
        n = len(self.vectors)
        lengths = {len(rows) for rows in self.per_sentence.values()}
        tokens = {len(rows) for rows in self.per_token.values()}
        if len(self.token_offsets) != n + 1 or lengths - {n} or tokens - {self._tokens(n)}:
            raise IndexDamagedError(f"The arrays in {build} are out of step", REBUILD_INDEX)
        near_shape = (len(self.near), self.near.dimension) if self.near is not None else None
        if near_shape not in (None, (n, self.vectors.dimension)):
            raise IndexDamagedError(f"{near} is damaged (other vectors)", REBUILD_INDEX)

    def rows(self, rows: range) -> Features:
        """Copy what is stored of a run of sentences."""
        first = np.array([self._tokens(rows.start)])
        count = self._tokens(rows.stop) - first
        return Features(
            vectors=self.vectors.vectors(rows),
            per_sentence={n: a[rows.start : rows.stop] for n, a in self.per_sentence.items()},
            token_counts=np.diff(self.token_offsets[rows.start : rows.stop + 1]).astype(np.int32),
            per_token={n: file.read(Runs(first, count)) for n, file in self.per_token.items()},
        )

    def tokens_at(self, places: Runs) -> dict[str, AnyArray]:
        """Return what is stored of the tokens of some sentences, in their order."""
        return {name: file.read(places) for name, file in self.per_token.items()}

    def token_places(self, rows: IdArray) -> Runs:
        """Say where the tokens of some sentences (int64 [m]) stand, in their order."""
        firsts = self.token_offsets[rows]
        return Runs(firsts, self.token_offsets[rows + 1] - firsts)

    def _tokens(self, row: int) -> int:
        return int(self.token_offsets[row])


def _named(build: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(build.glob(f"{prefix}*{_SUFFIX}")):
        if path.name != _OFFSETS:
            yield path.name.removeprefix(prefix).removesuffix(_SUFFIX), path
