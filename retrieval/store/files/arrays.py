"""Named arrays on disk: plain .npy files, written row by row and read without loading them.

Two tables hang on the sentences of an index: ``sentence.NAME.npy`` has a row a sentence,
``token.NAME.npy`` a row a token, and ``token.offsets.npy`` (int64 [n + 1]) says that the tokens
of sentence ``i`` are the rows ``offsets[i]:offsets[i + 1]``.
"""

import math
import os
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.lib import format as npy

from retrieval.arrays import AnyArray, IdArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX

__all__ = ["ArrayWriter", "RowFile", "Runs", "parts_of", "read_array", "write_array"]

_PART = 1 << 20
"""Bytes of an array that are looked at together where all of it is."""

_SMALL = 1 << 26
"""Bytes of a file that may as well stay in memory once it was looked at."""

_PARSING = Lock()
"""numpy parses a header as Python, and CPython 3.11 fails at that now and then in two threads at
once ("AST constructor recursion depth mismatch", python/cpython#106905)."""


class ArrayWriter:
    """Appends rows to a .npy file; the header gets its length at the end."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb")
        self._path = path
        self._rows = 0
        self._row: tuple[np.dtype[Any], tuple[int, ...]] | None = None
        self._start = 0

    def append(self, rows: AnyArray) -> None:
        """Write rows, which have the dtype and the width of the first ones.

        Raises:
            ValueError: They haven't.
            OSError: The file can't be written.
        """
        row = (rows.dtype, rows.shape[1:])
        if self._row is None:
            self._row = row
            self._write_header()
            self._start = self._file.tell()
        elif row != self._row:
            raise ValueError(f"rows of {row} for {self._path.name}, which has {self._row}")
        self._file.write(np.ascontiguousarray(rows).data.cast("B") if rows.size else b"")
        self._rows += len(rows)

    def close(self) -> None:
        """Complete the header and close the file."""
        with self._file:
            if self._row is not None:
                self._file.seek(0)
                self._write_header()
                # numpy leaves room for the first axis to grow, so the header's size stays.
                if self._file.tell() != self._start:
                    raise ValueError(f"the header of {self._path.name} has outgrown its place")

    def abandon(self) -> None:
        """Close the file as it is; what does not fit on the disk any more is not missed."""
        with suppress(OSError):
            self._file.close()

    def _write_header(self) -> None:
        if self._row is None:
            return
        dtype, width = self._row
        npy.write_array_header_1_0(
            self._file,
            {
                "descr": npy.dtype_to_descr(dtype),
                "fortran_order": False,
                "shape": (self._rows, *width),
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()


def write_array(path: Path, parts: Iterable[AnyArray]) -> None:
    """Write the rows of all parts to one .npy file."""
    with ArrayWriter(path) as writer:
        for part in parts:
            writer.append(part)


def read_array(path: Path) -> AnyArray:
    """Map a .npy file into memory, read-only.

    Raises:
        FileNotFoundError: There is no such file.
        IndexDamagedError: It is no .npy file, or cut short.
    """
    with _checked(path):
        with path.open("rb") as file:
            empty = 0 in _header(file)[1]
        # A mapping can't have the length 0.
        with _PARSING:
            array: AnyArray = np.load(path, mmap_mode=None if empty else "r", allow_pickle=False)
        # Seen as what it is, since numpy's own class for mappings is slow to take rows from.
        return array.view(np.ndarray)


def parts_of(path: Path) -> Iterator[AnyArray]:
    """Read a .npy file from beginning to end, some rows at a time, without keeping them.

    Raises:
        FileNotFoundError: There is no such file.
        IndexDamagedError: It is no .npy file, or cut short.
    """
    with _checked(path), path.open("rb") as file:
        dtype, (rows, *width) = _header(file)
        numbers = math.prod(width)
        step = max(_PART // max(dtype.itemsize * numbers, 1), 1)
        for first in range(0, rows, step):
            count = min(step, rows - first)
            part = np.fromfile(file, dtype, count * numbers)
            if len(part) < count * numbers:
                raise ValueError("cut short")
            yield part.reshape(count, *width)


@dataclass(frozen=True)
class Runs:
    """Runs of rows of one table or several."""

    firsts: IdArray
    """The first row of each, int64 [m]."""
    counts: IdArray
    """How many it has, int64 [m]."""

    @cached_property
    def rows(self) -> IdArray:
        """The rows themselves, one run after the other, int64 [sum of counts]."""
        ends: IdArray = self.counts.cumsum()
        total = int(ends[-1]) if len(ends) else 0
        rows: IdArray = np.arange(total) + (self.firsts - ends + self.counts).repeat(self.counts)
        return rows


class RowFile:
    """A .npy file of which a few rows are wanted now and then, from anywhere.

    Of a large one they are read, not mapped: of a mapping, the pages round each row would stay in
    memory, up to the whole of the largest files that there are. A small one is mapped: a question
    looks at a hundred runs of rows, and reading them takes ten times as long. May be used from
    several threads.

    Args:
        path: The file; it may be removed while it is open.

    Raises:
        FileNotFoundError: There is no such file.
        IndexDamagedError: It is no .npy file, or cut short.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _checked(path), path.open("rb", buffering=0) as file:
            self.dtype, self.shape = _header(file)
            self._start = file.tell()
            if os.fstat(file.fileno()).st_size != self._start + self.shape[0] * self._row_size:
                raise ValueError("cut short")
            self._file = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._file)
        self._moving = Lock()
        small = self.shape[0] * self._row_size <= _SMALL
        self._mapped = read_array(path) if small else None

    def __len__(self) -> int:
        return self.shape[0]

    @property
    def ndim(self) -> int:
        """Number of dimensions."""
        return len(self.shape)

    def read(self, runs: Runs) -> AnyArray:
        """Return runs of rows, one after the other.

        Raises:
            OSError: They can't be read.
        """
        if self._mapped is not None:
            rows: AnyArray = self._mapped.take(runs.rows, axis=0)
            return rows
        firsts, counts = runs.firsts, runs.counts
        rows = np.empty((int(counts.sum()), *self.shape[1:]), self.dtype)
        if not rows.size:
            return rows
        room, size = rows.reshape(-1).view(np.uint8).data, self._row_size
        # Runs that follow each other are read as one.
        begins = np.flatnonzero(np.append(True, firsts[1:] != firsts[:-1] + counts[:-1]))
        places = (self._start + firsts[begins] * size).tolist()
        until = (np.cumsum(np.add.reduceat(counts, begins)) * size).tolist()
        at = 0
        for place, end in zip(places, until, strict=True):
            self._fill(room[at:end], place)
            at = end
        return rows

    def _fill(self, room: memoryview, place: int) -> None:
        while room:
            if hasattr(os, "preadv"):
                done = os.preadv(self._file, [room], place)
            else:  # Windows has no reading from a place.
                with self._moving:
                    os.lseek(self._file, place, os.SEEK_SET)
                    read = os.read(self._file, len(room))
                done = len(read)
                room[:done] = read
            if not done:
                raise OSError(f"{self.path} is cut short")
            room, place = room[done:], place + done

    @property
    def _row_size(self) -> int:
        return self.dtype.itemsize * math.prod(self.shape[1:])


@contextmanager
def _checked(path: Path) -> Iterator[None]:
    try:
        yield
    except (ValueError, EOFError, SyntaxError) as error:
        raise IndexDamagedError(
            f"{path} is damaged (not the array that was written)", REBUILD_INDEX
        ) from error


def _header(file: BinaryIO) -> tuple[np.dtype[Any], tuple[int, ...]]:
    """Read the header of a .npy file, up to where its rows begin."""
    with _PARSING:
        if npy.read_magic(file) != (1, 0):
            raise ValueError("another version")
        shape, in_columns, dtype = npy.read_array_header_1_0(file)
    if in_columns or dtype.hasobject or not shape:
        raise ValueError("another kind of array")
    return dtype, tuple(shape)
