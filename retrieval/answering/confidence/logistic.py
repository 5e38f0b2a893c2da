"""Logistic regression for a few parameters, by Newton's method."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["regress"]

Array = NDArray[np.float64]

_STEPS = 12


def regress(
    values: Array, target: Array, *, shrinkage: float, counts: Array | None = None
) -> tuple[Array, float]:
    """Fit weights and a bias.

    Args:
        values: float64 [n, f], of a scale near 1.
        target: float64 [n], between 0 and 1.
        shrinkage: How strongly the weights, not the bias, are held near 0 (L2).
        counts: float64 [n]: as how many each counts; ``None``: each as one.

    Returns:
        float64 [f] weights, and the bias.
    """
    design = np.column_stack([values, np.ones(len(values))])
    shrink = np.append(np.full(values.shape[1], shrinkage), 1e-6)
    counted = np.ones(len(values)) if counts is None else counts
    solution = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        probability = 1 / (1 + np.exp(-np.clip(design @ solution, -30, 30)))
        gradient = design.T @ (counted * (probability - target)) + shrink * solution
        curvature = (design.T * (counted * probability * (1 - probability))) @ design + np.diag(
            shrink
        )
        solution -= np.linalg.solve(curvature, gradient)
    return solution[:-1], float(solution[-1])
