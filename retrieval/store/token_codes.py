"""Token vectors small enough to keep: three numbers in two bytes instead of in twelve.

The tokens of a sentence take far more room than its vector. Each number is rounded to one of 39
steps of its token's largest, and three of them are the digits of a number below 39³ = 59,319
(ColBERTv2 goes further: Santhanam et al. 2022, arXiv 2112.01488). It needs nothing fitted to a
corpus, so that a document's tokens don't depend on the documents beside it. What it costs is
measured in `retrieval/README.md`.
"""

from collections.abc import Sequence

import numpy as np

from retrieval.arrays import CodeArray, FloatArray, HalfArray

__all__ = ["compress", "dot_products", "expand"]

_STEPS = 19
_BASE = 2 * _STEPS + 1
_TOGETHER = 3
_PLACES = _BASE ** np.arange(_TOGETHER)
_PRODUCTS_AT_ONCE = 1 << 19
"""Products of numbers in one product of matrices. More are shared out by OpenBLAS among threads,
and where the processors have other work, waiting for the last of those takes a hundred times as
long as the sums. As many stay in a core's cache."""


def compress(tokens: Sequence[FloatArray]) -> tuple[CodeArray, HalfArray]:
    """Round token vectors.

    Args:
        tokens: n ≥ 1 × float32 [t_i, w], unit length.

    Returns:
        codes (uint16 [T, ⌈w / 3⌉]) and scales (float16 [T]), T = Σ t_i: a token is about
        ``expand(codes, w) * scale``. It is as long as that takes for its cosine with what it
        was made of to be 1, up to what the scale is rounded by: 0.0005.
    """
    rows = np.concatenate(list(tokens))
    count, width = rows.shape
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True, initial=0), 1e-12)
    steps = np.rint(rows * (_STEPS / largest))
    # Of a unit vector it is 19 at least.
    scales = 1 / np.maximum(np.einsum("tw,tw->t", steps, rows), 1)
    digits = np.full((count, -(-width // _TOGETHER) * _TOGETHER), _STEPS, np.int64)
    digits[:, :width] += steps.astype(np.int64)
    codes = digits.reshape(count, digits.shape[1] // _TOGETHER, _TOGETHER) @ _PLACES
    return codes.astype(np.uint16), scales.astype(np.float16)


def expand(codes: CodeArray, width: int) -> FloatArray:
    """Return the numbers of token vectors before they are scaled, float32 [T, width].

    Args:
        codes: uint16 [T, ⌈width / 3⌉].
        width: How many numbers a token has.

    Raises:
        ValueError: The tokens have another width.
    """
    if not len(codes):
        return np.empty((0, width), np.float32)
    digits = np.empty((len(codes), _groups(codes, width), _TOGETHER), np.float32)
    rest = codes
    for place in range(_TOGETHER - 1):
        higher = rest // np.uint16(_BASE)
        digits[:, :, place] = rest - higher * np.uint16(_BASE)
        rest = higher
    digits[:, :, -1] = rest
    digits -= _STEPS
    numbers: FloatArray = digits.reshape(len(codes), -1)[:, :width]
    return numbers


def dot_products(codes: CodeArray, query: FloatArray) -> FloatArray:
    """Multiply token vectors, before they are scaled, with those of a question.

    As `expand` and a product of matrices, without the numbers in between: the first digits of all
    codes meet every third number of the question, and so do the second and the third.

    Args:
        codes: uint16 [T, ⌈w / 3⌉].
        query: float32 [q, w].

    Returns:
        float32 [T, q].

    Raises:
        ValueError: The tokens have another width.
    """
    count, width = query.shape
    found = np.empty((len(codes), count), np.float32)
    if not found.size:
        return found
    groups = _groups(codes, width)
    padded = np.zeros((count, groups * _TOGETHER), np.float32)
    padded[:, :width] = query
    parts = [np.ascontiguousarray(padded[:, k::_TOGETHER].T) for k in range(_TOGETHER)]
    # A digit stands for itself less `_STEPS`.
    shift = _STEPS * padded.sum(axis=1)
    step = max(_PRODUCTS_AT_ONCE // (groups * count), 1)
    for first in range(0, len(codes), step):
        rest = codes[first : first + step]
        together = found[first : first + step]
        together[:] = -shift
        for part in parts[:-1]:
            higher = rest // np.uint16(_BASE)
            together += (rest - higher * np.uint16(_BASE)).astype(np.float32) @ part
            rest = higher
        # What is left are the last digits.
        together += rest.astype(np.float32) @ parts[-1]
    return found


def _groups(codes: CodeArray, width: int) -> int:
    groups = -(-width // _TOGETHER)
    if codes.shape[1] != groups:
        raise ValueError(f"{codes.shape[1]} codes a token, which is not of {width} numbers")
    return groups
