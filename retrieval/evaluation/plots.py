"""The diagrams of an evaluation: risk against coverage, and how far the confidence is right."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from retrieval.errors import EvaluationError
from retrieval.evaluation import metrics
from retrieval.evaluation.runner import Outcome
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["draw", "require_matplotlib"]


def require_matplotlib() -> None:
    """Fail before the work is done, not after it.

    Raises:
        EvaluationError: matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        raise EvaluationError(
            "Diagrams need matplotlib, which is not installed",
            Remedy(RemedyKind.INSTALL_EXTRA, "plot"),
        )


def draw(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Draw both diagrams side by side into a PNG file.

    Raises:
        EvaluationError: matplotlib is not installed, or the file can't be written.
    """
    require_matplotlib()
    from matplotlib.figure import Figure

    confidence = [one.probability for one in outcomes]
    right = [one.judgement.right for one in outcomes]
    coverage, risk = metrics.risk_coverage(confidence, right)
    bins = [one for one in metrics.reliability(confidence, right) if one.count]

    figure = Figure(figsize=(10, 4.2), layout="constrained")
    curve, diagram = figure.subplots(1, 2)
    area = metrics.area_under_risk_coverage(confidence, right)
    curve.plot(coverage, risk, color="tab:blue")
    curve.set(
        title=f"Risk by coverage (area {area:.3f})",
        xlabel="share of questions answered, the most confident first",
        ylabel="share of those whose first passage is wrong",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    curve.grid(alpha=0.3)
    error = metrics.calibration_error(confidence, right)
    diagram.plot([0, 1], [0, 1], color="grey", linewidth=1, linestyle="--")
    diagram.bar(
        [one.low for one in bins],
        [one.count / len(outcomes) for one in bins],
        width=0.1,
        align="edge",
        color="lightgrey",
        label="share of questions",
    )
    diagram.plot(
        [one.confidence for one in bins],
        [one.accuracy for one in bins],
        color="tab:blue",
        marker="o",
        label="first passage right",
    )
    diagram.set(
        title=f"Reliability (expected calibration error {error:.3f})",
        xlabel="confidence",
        ylabel="share",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    diagram.legend(loc="upper left")
    try:
        figure.savefig(path, format="png", dpi=120)
    except OSError as failure:
        raise EvaluationError(
            f"{path} can't be written: {failure.strerror or failure}."
        ) from failure
