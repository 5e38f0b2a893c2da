"""Several scores a sentence made into one."""

from collections.abc import Sequence

import numpy as np

from retrieval.encoder.protocol import FloatArray

__all__ = ["fuse"]


def fuse(scores: Sequence[FloatArray]) -> FloatArray:
    """Add up scores (each float32 [n]) after bringing each to mean 0 and deviation 1."""
    total = np.zeros_like(scores[0])
    for part in scores:
        total += (part - part.mean()) / (part.std() + 1e-6)
    return total
