"""The measures, as pure functions of ranks, confidences and what was right.

Arrays have one entry a question. Ranks count from 1; 0 stands for "no right hit".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "ReliabilityBin",
    "area_under_risk_coverage",
    "auroc",
    "calibration_error",
    "hit_rate",
    "mean",
    "mean_reciprocal_rank",
    "percentile",
    "reliability",
    "risk_coverage",
    "share_at_least",
    "threshold_answering",
]

Floats = NDArray[np.float64]


def hit_rate(ranks: ArrayLike, cutoff: int) -> float:
    """Share of questions with a right hit among the first ``cutoff``; nan of none."""
    values = np.asarray(ranks)
    return mean((values >= 1) & (values <= cutoff))


def mean_reciprocal_rank(ranks: ArrayLike, cutoff: int = 10) -> float:
    """Mean of 1 / rank of the first right hit, 0 beyond ``cutoff``; nan of none."""
    values = np.asarray(ranks, dtype=np.float64)
    counted = (values >= 1) & (values <= cutoff)
    return mean(np.divide(1.0, values, out=np.zeros_like(values), where=counted))


def auroc(positive: ArrayLike, negative: ArrayLike) -> float:
    """Chance that a positive scores above a negative, ties counting half.

    The area under the receiver operating characteristic, by the rank sums of Mann and Whitney.
    nan when either side is empty.
    """
    above, below = np.asarray(positive, np.float64), np.sort(np.asarray(negative, np.float64))
    if not above.size or not below.size:
        return float("nan")
    lower = np.searchsorted(below, above, side="left")
    upper = np.searchsorted(below, above, side="right")
    return float((lower + upper).sum() / (2 * above.size * below.size))


def risk_coverage(confidence: ArrayLike, right: ArrayLike) -> tuple[Floats, Floats]:
    """Return coverage and risk for answering the 1, 2, … n most confident questions.

    Coverage is the share answered, risk the share of those that are wrong (El-Yaniv and
    Wiener 2010). Questions of equal confidence can't be told apart by a threshold, so each
    counts as wrong as all of them are on average, and their order does not matter.
    """
    scores = np.asarray(confidence, dtype=np.float64)
    wrong = 1.0 - np.asarray(right, dtype=np.float64)
    _, group = np.unique(-scores, return_inverse=True)
    sizes = np.bincount(group)
    shared = np.repeat(np.bincount(group, weights=wrong) / sizes, sizes)
    answered = np.arange(1, scores.size + 1, dtype=np.float64)
    return answered / max(scores.size, 1), np.cumsum(shared) / answered


def area_under_risk_coverage(confidence: ArrayLike, right: ArrayLike) -> float:
    """Mean risk over the coverages 1/n … n/n: lower is better; nan of no question."""
    return mean(risk_coverage(confidence, right)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityBin:
    """The questions whose confidence lies in one stretch of 0 … 1."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean confidence; nan in an empty bin."""
    accuracy: float
    """Share that is right; nan in an empty bin."""


def reliability(
    confidence: ArrayLike, right: ArrayLike, bins: int = 10
) -> tuple[ReliabilityBin, ...]:
    """Sort the questions into bins of equal width by confidence.

    A bin holds its lower edge and not its upper one, but the last holds 1.0 too.
    """
    scores = np.asarray(confidence, dtype=np.float64)
    hits = np.asarray(right, dtype=np.float64)
    edges = np.arange(bins + 1) / bins
    which = np.clip(np.searchsorted(edges, scores, side="right") - 1, 0, bins - 1)
    return tuple(
        ReliabilityBin(
            low=float(edges[index]),
            high=float(edges[index + 1]),
            count=int((which == index).sum()),
            confidence=mean(scores[which == index]),
            accuracy=mean(hits[which == index]),
        )
        for index in range(bins)
    )


def calibration_error(confidence: ArrayLike, right: ArrayLike, bins: int = 10) -> float:
    """Expected calibration error: mean of |accuracy - confidence| over the bins by their size.

    After Naeini, Cooper and Hauskrecht 2015; nan of no question.
    """
    filled = [one for one in reliability(confidence, right, bins) if one.count]
    total = sum(one.count for one in filled)
    gaps = sum(one.count * abs(one.accuracy - one.confidence) for one in filled)
    return gaps / total if total else float("nan")


def threshold_answering(confidence: ArrayLike, share: float) -> float:
    """Return the highest threshold at which at least ``share`` of the questions are answered.

    A question is answered when its confidence is at or above the threshold; nan of none.
    """
    scores = np.sort(np.asarray(confidence, dtype=np.float64))[::-1]
    if not scores.size:
        return float("nan")
    needed = max(int(np.ceil(share * scores.size - 1e-9)), 1)
    return float(scores[needed - 1])


def share_at_least(confidence: ArrayLike, threshold: float) -> float:
    """Share of questions whose confidence is at or above ``threshold``; nan of none."""
    return mean(np.asarray(confidence, dtype=np.float64) >= threshold)


def percentile(values: ArrayLike, percent: float) -> float:
    """Return a percentile with linear interpolation; nan of no value."""
    array = np.asarray(values, dtype=np.float64)
    return float(np.percentile(array, percent)) if array.size else float("nan")


def mean(values: ArrayLike) -> float:
    """Return the mean; nan of no value."""
    array = np.asarray(values, dtype=np.float64)
    return float(array.mean()) if array.size else float("nan")
