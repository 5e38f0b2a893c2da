"""Where every sentence stands, as one array: what a search needs of each, without a query each.

The same facts as in the database, from the same values, written in the same step.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.arrays import IntArray
from retrieval.domain import BlockKind, Document, Sentence
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.arrays import read_array

__all__ = ["COLUMNS", "PLACES", "place_rows", "read_places"]

PLACES = "places.npy"

COLUMNS = ("document", "block", "start", "end", "first line", "last line", "kind")
"""Of an int32 [n, 7]: the block within its document, and its kind as its place in BlockKind."""

_CODES = {kind: code for code, kind in enumerate(BlockKind)}


def place_rows(number: int, document: Document, sentences: Sequence[Sentence]) -> IntArray:
    """Return the rows of a document that has this id."""
    kinds = [_CODES[block.kind] for block in document.blocks]
    rows = [
        (number, s.block, s.start, s.end, s.first_line, s.last_line, kinds[s.block])
        for s in sentences
    ]
    return np.array(rows, dtype=np.int32).reshape(-1, len(COLUMNS))


def read_places(path: Path) -> IntArray:
    """Map the places into memory.

    Raises:
        FileNotFoundError: There is no such file.
        IndexDamagedError: It is not the array that was written.
    """
    places: IntArray = read_array(path)
    if places.ndim != 2 or places.shape[1] != len(COLUMNS) or places.dtype != np.int32:
        raise IndexDamagedError(
            f"{path} is damaged (not the array that was written)", REBUILD_INDEX
        )
    return places
