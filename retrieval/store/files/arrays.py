"""Named arrays on disk: plain .npy files, written row by row and read without loading them.

Two tables hang on the sentences of an index: ``sentence.NAME.npy`` has a row a sentence,
``token.NAME.npy`` a row a token, and ``token.offsets.npy`` (int64 [n + 1]) says that the tokens
of sentence ``i`` are the rows ``offsets[i]:offsets[i + 1]``.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.lib import format as npy

from retrieval.arrays import AnyArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX

__all__ = ["ArrayWriter", "read_array", "write_array"]

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
    try:
        with _PARSING:
            with path.open("rb") as file:
                empty = 0 in _shape(file)
            # A mapping can't have the length 0.
            array: AnyArray = np.load(path, mmap_mode=None if empty else "r", allow_pickle=False)
        # Seen as what it is, since numpy's own class for mappings is slow to take rows from.
        return array.view(np.ndarray)
    except (ValueError, EOFError, SyntaxError) as error:
        raise IndexDamagedError(
            f"{path} is damaged (not the array that was written)", REBUILD_INDEX
        ) from error


def _shape(file: BinaryIO) -> tuple[int, ...]:
    npy.read_magic(file)
    shape, _, _ = npy.read_array_header_1_0(file)
    return tuple(shape)
