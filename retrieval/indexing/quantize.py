"""Token vectors small enough to keep: one byte a number instead of four.

The tokens of a sentence take far more room than its vector. Rounding each number to 255 steps
of its token's largest costs no measurable quality (ColBERTv2 goes further: Santhanam et al.
2022, arXiv 2112.01488), and needs nothing fitted to a corpus, so that a document's tokens
don't depend on the documents beside it.
"""

from collections.abc import Sequence

import numpy as np

from retrieval.arrays import ByteArray, FloatArray

__all__ = ["compress"]

_STEPS = 127


def compress(tokens: Sequence[FloatArray]) -> tuple[ByteArray, FloatArray]:
    """Round token vectors.

    Args:
        tokens: n ≥ 1 × float32 [t_i, w], unit length.

    Returns:
        values (int8 [T, w]) and scales (float32 [T]), T = Σ t_i: a token is
        ``values * scale``, and has unit length again.
    """
    rows = np.concatenate(list(tokens))
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True, initial=0), 1e-12)
    values = np.rint(rows * (_STEPS / largest)).astype(np.int8)
    lengths = np.linalg.norm(values.astype(np.float32), axis=1)
    return values, (1 / np.maximum(lengths, 1)).astype(np.float32)
