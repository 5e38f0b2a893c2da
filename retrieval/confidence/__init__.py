"""How likely a ranking's first sentence answers."""

import math

from retrieval.domain import Confidence, Level

__all__ = ["estimate"]

_SLOPE = 8.0
_MIDDLE = 0.45
_HIGH = 0.75
_MEDIUM = 0.4


def estimate(similarity: float) -> Confidence:
    """Judge by the best cosine of question and sentence."""
    probability = 1 / (1 + math.exp(-_SLOPE * (similarity - _MIDDLE)))
    if probability >= _HIGH:
        level = Level.HIGH
    elif probability >= _MEDIUM:
        level = Level.MEDIUM
    else:
        level = Level.LOW
    return Confidence(probability=probability, level=level)
