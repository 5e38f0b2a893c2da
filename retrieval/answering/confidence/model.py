"""From evidence to a calibrated probability and the word that is shown for it.

    topic    = logistic(weights of similarity)            is the question about these documents?
    holds    = logistic(weights of all the evidence)      does the sentence hold what is asked?
    p        = logistic(slope * logit(topic * (floor + (1 - floor) * holds)) + offset)

The product keeps the two apart: on another topic no evidence helps, while the best of the words
can't be drowned by similarity. The last line is Platt's scaling (1999).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.evidence import Evidence
from retrieval.domain import Confidence, Level

__all__ = ["Logistic", "Parameters", "estimate", "logistic", "product"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """A weighted sum of fields of ``Evidence``, by name, squeezed between 0 and 1."""

    weights: Mapping[str, float]
    bias: float

    def __call__(self, evidence: Evidence) -> float:
        """Return the probability."""
        terms = (weight * getattr(evidence, name) for name, weight in self.weights.items())
        return logistic(sum(terms) + self.bias)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Everything that was fitted."""

    fitted_on: str
    """The questions, in words."""
    fingerprint: str | None
    """The encoder they hold for; ``None``: they use nothing that depends on it."""
    topic: Logistic
    holds: Logistic
    floor: float
    slope: float
    offset: float
    threshold: float
    """The documents answer at or above this probability."""
    medium: float
    high: float

    def __post_init__(self) -> None:
        if not 0 < self.threshold <= 1 or not self.medium <= self.high or self.slope <= 0:
            raise ValueError("parameters out of order")

    def level(self, probability: float) -> Level:
        """Return the word for a probability."""
        if probability >= self.high:
            return Level.HIGH
        return Level.MEDIUM if probability >= self.medium else Level.LOW


def estimate(evidence: Evidence, parameters: Parameters) -> Confidence:
    """Tell how likely the sentence ranked first answers."""
    probability = logistic(
        parameters.slope * logit(product(evidence, parameters)) + parameters.offset
    )
    return Confidence(probability=probability, level=parameters.level(probability))


def product(evidence: Evidence, parameters: Parameters) -> float:
    """Return what is scaled to the probability: on the topic, and holding what is asked."""
    floor = parameters.floor
    return parameters.topic(evidence) * (floor + (1 - floor) * parameters.holds(evidence))


def logistic(value: float) -> float:
    """Return 1 / (1 + e^-value), without overflow."""
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return 1 - 1 / (1 + math.exp(value))
