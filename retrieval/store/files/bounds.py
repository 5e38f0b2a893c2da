"""Whether the numbers of an index stay within each other.

A checksum says that a file is what was written, and of a large index most are not even computed.
Here is checked that every number which leads from one array to another leads somewhere, and that
what is calculated with are numbers: whatever was written, reading it can't fail later on.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.arrays import AnyArray, IntArray
from retrieval.domain import BlockKind
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.arrays import parts_of
from retrieval.store.files.places import COLUMNS, PLACES
from retrieval.store.files.tables import FeatureReader
from retrieval.store.values import (
    ANSWER,
    BEFORE,
    INTRODUCED_BY,
    QUOTABLE,
    ROLE,
    SCALES,
    VALUES,
    StoredDocument,
)
from retrieval.structure import Role

__all__ = ["check_features", "check_places", "within_bounds"]


def within_bounds(array: AnyArray, least: int, most: int) -> bool:
    """Tell whether an array holds whole numbers from ``least`` to ``most``, both included."""
    if array.dtype.kind not in "iu":
        return False
    return not array.size or (int(array.min()) >= least and int(array.max()) <= most)


def check_features(segment: Path, features: FeatureReader, *, dimension: int) -> None:
    """Check what is stored of each sentence and each token.

    Raises:
        IndexDamagedError: A number leads out of its array, or an array is of another kind.
    """
    n = len(features.vectors)
    offsets = features.token_offsets
    tokens = min(map(len, features.per_token.values()), default=0)
    before, quotable = (features.per_sentence.get(name) for name in (BEFORE, QUOTABLE))
    roles = features.per_sentence.get(ROLE)
    values, scales = (features.per_token.get(name) for name in (VALUES, SCALES))
    for good, name in (
        (features.vectors.dimension == dimension, "vectors.faiss"),
        (
            offsets.dtype == np.int64
            and offsets.ndim == 1
            and offsets[0] == 0
            and offsets[-1] == tokens
            and bool((offsets[1:] >= offsets[:-1]).all()),
            "token.offsets.npy",
        ),
        (
            before is not None
            and before.ndim == 1
            and within_bounds(before, 0, max(n - 1, 0))
            and bool((before <= np.arange(n)).all()),
            f"sentence.{BEFORE}.npy",
        ),
        (
            quotable is not None and quotable.ndim == 1 and quotable.dtype == np.bool_,
            f"sentence.{QUOTABLE}.npy",
        ),
        (_lead_to_rows(features.per_sentence.get(ANSWER), n), f"sentence.{ANSWER}.npy"),
        (
            _lead_to_rows(features.per_sentence.get(INTRODUCED_BY), n),
            f"sentence.{INTRODUCED_BY}.npy",
        ),
        (
            roles is None or (roles.ndim == 1 and within_bounds(roles, 0, len(Role) - 1)),
            f"sentence.{ROLE}.npy",
        ),
        (
            values is not None and values.ndim == 2 and values.dtype == np.uint16,
            f"token.{VALUES}.npy",
        ),
        (
            scales is not None
            and scales.ndim == 1
            and scales.dtype == np.float16
            and all(bool(np.isfinite(part).all()) for part in parts_of(scales.path)),
            f"token.{SCALES}.npy",
        ),
    ):
        if not good:
            raise _out_of_bounds(segment / name)


def _lead_to_rows(distances: AnyArray | None, n: int) -> bool:
    """Tell whether distances from their own row to another one, if there are any, stay inside."""
    if distances is None:
        return True
    rows = np.arange(n).reshape(n, *[1] * (distances.ndim - 1))
    return within_bounds(distances, -n, n) and within_bounds(rows + distances, 0, n - 1)


def check_places(
    segment: Path,
    places: IntArray,
    documents: Sequence[StoredDocument],
    blocks: Sequence[int],
) -> None:
    """Check where the sentences are said to stand.

    Args:
        segment: The folder of the files.
        places: int32 [n, 7].
        documents: Those of the index, in order of their ids.
        blocks: How many blocks each document has.

    Raises:
        IndexDamagedError: A sentence stands outside of its document, or a document's sentences
            are not the next ones.
    """
    first = 0
    for number, document in enumerate(documents):
        if document.id != number or document.rows.start != first:
            raise _out_of_bounds(segment / PLACES)
        first = document.rows.stop
    if first != len(places) or len(blocks) != len(documents):
        raise _out_of_bounds(segment / PLACES)
    named = dict(zip(COLUMNS, places.T, strict=True))
    owner = np.repeat(np.arange(len(documents)), [len(one.rows) for one in documents])
    characters = np.array([one.characters for one in documents], dtype=np.int64)[owner]
    inside = (
        (named["document"] == owner)
        & (named["block"] >= 0)
        & (named["block"] < np.array(blocks, dtype=np.int64)[owner])
        & (named["start"] >= 0)
        & (named["start"] <= named["end"])
        & (named["end"] <= characters)
        & (named["first line"] >= 1)
        & (named["first line"] <= named["last line"])
        & (named["last line"] <= characters + 1)
        & (named["kind"] >= 0)
        & (named["kind"] < len(BlockKind))
    )
    # Blocks are numbered in order, and so the same one again is the one before.
    later = np.diff(named["document"]) > 0
    in_order = later | (np.diff(named["block"]) >= 0)
    if not (inside.all() and in_order.all()):
        raise _out_of_bounds(segment / PLACES)


def _out_of_bounds(path: Path) -> IndexDamagedError:
    return IndexDamagedError(f"{path} is damaged (its numbers lead nowhere)", REBUILD_INDEX)
