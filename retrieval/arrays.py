"""The array types that modules pass to each other."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "AnyArray",
    "BoolArray",
    "CodeArray",
    "CountArray",
    "FloatArray",
    "HalfArray",
    "IdArray",
    "IntArray",
    "distinct",
]

AnyArray: TypeAlias = NDArray[Any]
BoolArray: TypeAlias = NDArray[np.bool_]
CodeArray: TypeAlias = NDArray[np.uint16]
CountArray: TypeAlias = NDArray[np.uint16]
FloatArray: TypeAlias = NDArray[np.float32]
HalfArray: TypeAlias = NDArray[np.float16]
IntArray: TypeAlias = NDArray[np.int32]
IdArray: TypeAlias = NDArray[np.int64]
"""Sentence ids: rows of an index."""


def distinct(ids: IdArray) -> IdArray:
    """Return each of some ids once, in order, int64 [m].

    As `numpy.unique`, which for a few hundred takes three times as long: it looks for hashes.
    """
    in_order = np.sort(ids, axis=None)
    kept = np.ones(len(in_order), np.bool_)
    np.not_equal(in_order[1:], in_order[:-1], out=kept[1:])
    return in_order[kept]
