"""Fitting a calibration to questions that were asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.answering.confidence.calibration import Calibration, logit

__all__ = ["FOLDS", "ScoredQuestion", "cross_validated", "fit"]

FOLDS = 5
_PRIOR = 4.0
"""How many questions' worth of weight keeps slope near 1 and intercept near 0."""
_LEAST_SLOPE = 0.1
"""A confidence must not fall where the shipped one rises."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredQuestion:
    """One question that was asked."""

    probability: float
    """As the shipped parameters say it."""
    right: bool
    """Whether the first sentence answers."""


def fit(samples: Sequence[ScoredQuestion]) -> Calibration:
    """Find the slope and intercept that make what was right most likely.

    Maximum a posteriori: a logistic likelihood, and a normal prior around `IDENTITY` that counts
    as much as a few questions. The slope stays at or above 0.1.
    """
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    logits = np.array([logit(one.probability) for one in samples])
    right = np.array([one.right for one in samples], dtype=np.float64)
    identity = np.array([1.0, 0.0])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = weights[0] * logits + weights[1]
        away = weights - identity
        # A question at even odds bends the likelihood by a quarter.
        value = (np.logaddexp(0.0, odds) - right * odds).sum() + _PRIOR / 8 * (away @ away)
        wrong = np.exp(-np.logaddexp(0.0, -odds)) - right
        return float(value), np.array([wrong @ logits, wrong.sum()]) + _PRIOR / 4 * away

    bounds = [(_LEAST_SLOPE, None), (None, None)]
    slope, intercept = minimize(loss, identity, jac=True, method="L-BFGS-B", bounds=bounds).x
    return Calibration(slope=float(slope), intercept=float(intercept))


def cross_validated(samples: Sequence[ScoredQuestion]) -> tuple[float, ...]:
    """Return each sample's probability under a calibration that has not seen it.

    Every fifth sample is left out of a fit in turn, so that the figures after calibrating say
    what to expect of the next questions, and not how well these were learned by heart.
    """
    fits = [
        fit([one for number, one in enumerate(samples) if number % FOLDS != fold])
        for fold in range(FOLDS)
    ]
    return tuple(fits[number % FOLDS].apply(one.probability) for number, one in enumerate(samples))
