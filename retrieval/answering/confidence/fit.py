"""Fitting the parameters of the confidence: some twenty numbers, each by logistic regression."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.answering.confidence.calibration import logit
from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.logistic import regress
from retrieval.answering.confidence.model import Logistic, Parameters, estimate, product

__all__ = ["ANY_ENCODER", "OWN_ENCODER", "Fields", "Sample", "fit"]

Array = NDArray[np.float64]

_WRONG_SENTENCE = 0.5
"""What a question counts as that is answered, but not by the sentence ranked first."""
_FLOOR = 0.2
_SHRINKAGE = 3.0
_ANSWERED = 0.94
"""Share of the questions with an answer that the threshold lets through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A question, asked."""

    evidence: Evidence
    right: bool
    """Whether the sentence ranked first answers."""
    answerable: bool
    """Whether any sentence does."""
    on_topic: bool
    """Whether the question was meant for these documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Which evidence each half of the model looks at."""

    topic: tuple[str, ...]
    holds: tuple[str, ...]


_WORDS = ("negative", "negated", "opposite", "number", "name", "rare", "unfit")
OWN_ENCODER = Fields(topic=("late", "dense", "covered"), holds=("dense", "lead", "unmet", *_WORDS))
ANY_ENCODER = Fields(topic=("covered",), holds=_WORDS)
"""What doesn't depend on how an encoder's cosines are spread."""


def fit(
    samples: Sequence[Sample], fields: Fields, *, fitted_on: str, fingerprint: str | None
) -> Parameters:
    """Fit all parameters.

    Args:
        samples: Questions with and without an answer, and ones on other topics.
        fields: The evidence to use.
        fitted_on: The questions in words.
        fingerprint: The encoder's, or ``None`` when ``fields`` don't depend on it.
    """
    right = np.array([sample.right for sample in samples], np.float64)
    answerable = np.array([sample.answerable for sample in samples])
    on_topic = np.array([sample.on_topic for sample in samples])
    target = np.where(answerable & (right == 0), _WRONG_SENTENCE, right)
    plain = answerable | ~on_topic
    unscaled = Parameters(
        fitted_on=fitted_on,
        fingerprint=fingerprint,
        topic=_regress(samples, fields.topic, answerable.astype(np.float64), plain, 1.0),
        holds=_regress(samples, fields.holds, target, on_topic, _SHRINKAGE),
        floor=_FLOOR,
        slope=1.0,
        offset=0.0,
        threshold=0.5,
        medium=0.35,
        high=0.6,
    )
    odds = np.array([[logit(product(sample.evidence, unscaled))] for sample in samples])
    (slope,), offset = regress(odds, right, shrinkage=0.0)
    scaled = replace(unscaled, slope=round(float(slope), 4), offset=round(offset, 4))
    found = [estimate(s.evidence, scaled).probability for s in samples if s.answerable]
    return replace(scaled, threshold=round(float(np.quantile(found, 1 - _ANSWERED)), 3))


def _regress(
    samples: Sequence[Sample],
    names: tuple[str, ...],
    target: Array,
    use: NDArray[np.bool_],
    l2: float,
) -> Logistic:
    values = np.array([[getattr(s.evidence, name) for name in names] for s in samples])[use]
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    weights, bias = regress((values - mean) / spread, target[use], shrinkage=l2)
    weights = weights / spread
    return Logistic(
        weights={name: round(float(w), 4) for name, w in zip(names, weights, strict=True)},
        bias=round(float(bias - weights @ mean), 4),
    )
