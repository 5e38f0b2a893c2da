"""From what came of each question to the figures of a report."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from retrieval.domain import Level, State
from retrieval.evaluation import metrics
from retrieval.evaluation.metrics import ReliabilityBin
from retrieval.evaluation.runner import Outcome

__all__ = [
    "ANSWERED_SHARE",
    "CalibrationFigures",
    "Levels",
    "OffTopic",
    "Quality",
    "Report",
    "make_report",
]

ANSWERED_SHARE = 0.93
"""The share of answerable questions that must be answered when off-topic ones are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How well the ranking meets the answers, over the answerable questions."""

    hit_at_1: float
    hit_at_3: float
    hit_at_5: float
    mrr_at_10: float
    document_at_1: float
    paragraph_at_1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationFigures:
    """How far the confidence can be trusted, over all questions of the set.

    A question counts as right when its first hit is right, so never when the corpus does not
    answer it. A probability holds for a share of questions that have an answer, so it is moved to
    the share that they have in this set.
    """

    answerable: float
    """That share."""
    expected_calibration_error: float
    as_shown: float
    """The same error for the probabilities as they are given, which count on another share."""
    area_under_risk_coverage: float
    bins: tuple[ReliabilityBin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention:
    """How well answerable questions are told from those of the set that are not."""

    auroc: float
    """Of the confidence, answerable against unanswerable."""
    answerable_answered: float
    """Share of the answerable questions that were answered at the shipped threshold."""
    unanswerable_answered: float
    answered_right: float
    """Share of the questions answered whose first hit is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Whether the words for the confidence can be acted on, over the answerable questions."""

    right_withheld: float
    """Share of the right first sentences that are not shown as an answer, nor as perhaps one."""
    right_confident: float
    """Share of them with high or medium confidence."""
    high: float
    """Share of the questions that are answered with high confidence."""
    high_right: float
    """Share of these whose first sentence is right."""
    high_paragraph: float
    """Share of these whose first sentence stands in the paragraph of an answer."""
    perhaps: float
    """Share of the questions that are perhaps answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffTopic:
    """How well answerable questions are told from another corpus's."""

    questions: int
    auroc: float
    answered: float
    """Share answered at the shipped threshold."""
    threshold: float
    """The confidence that `ANSWERED_SHARE` of the answerable questions reach."""
    answered_at_threshold: float
    """Share answered at that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that one evaluation measures; times in seconds, nan where nothing counts."""

    questions: int
    answerable: int
    quality: Quality
    abstention: Abstention
    levels: Levels
    calibration: CalibrationFigures
    off_topic: OffTopic | None
    seconds_p50: float
    seconds_p95: float
    quotations: int
    violations: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """Return the report as plain values, nan as ``None``."""
        return {name: _without_nan(value) for name, value in asdict(self).items()}


def make_report(
    outcomes: Sequence[Outcome],
    negatives: Sequence[Outcome] = (),
    *,
    at_share: Callable[[float, float], float] | None = None,
) -> Report:
    """Compute every figure.

    Args:
        outcomes: What came of the questions.
        negatives: What came of off-topic questions asked of the same corpus.
        at_share: Moves a probability, its second argument, to another share of questions that have
            an answer; ``None``: they are taken as they are.
    """
    answerable = [one for one in outcomes if one.answerable]
    unanswerable = [one for one in outcomes if not one.answerable]
    everything = (*outcomes, *negatives)
    return Report(
        questions=len(outcomes),
        answerable=len(answerable),
        quality=_quality(answerable),
        abstention=Abstention(
            auroc=metrics.auroc(_confidences(answerable), _confidences(unanswerable)),
            answerable_answered=_answered(answerable),
            unanswerable_answered=_answered(unanswerable),
            answered_right=metrics.share_at_least(
                [float(one.judgement.right) for one in outcomes if one.answered], 1.0
            ),
        ),
        levels=_levels(answerable),
        calibration=_calibration(outcomes, at_share),
        off_topic=_off_topic(answerable, negatives) if negatives else None,
        seconds_p50=metrics.percentile([one.seconds for one in outcomes], 50),
        seconds_p95=metrics.percentile([one.seconds for one in outcomes], 95),
        quotations=sum(one.quotations for one in everything),
        violations=tuple(
            f"{one.id}: {violation}" for one in everything for violation in one.violations
        ),
    )


def _quality(answerable: Sequence[Outcome]) -> Quality:
    ranks = [one.judgement.rank or 0 for one in answerable]
    return Quality(
        hit_at_1=metrics.hit_rate(ranks, 1),
        hit_at_3=metrics.hit_rate(ranks, 3),
        hit_at_5=metrics.hit_rate(ranks, 5),
        mrr_at_10=metrics.mean_reciprocal_rank(ranks, 10),
        document_at_1=metrics.hit_rate([one.judgement.document for one in answerable], 1),
        paragraph_at_1=metrics.hit_rate([one.judgement.paragraph for one in answerable], 1),
    )


def _levels(answerable: Sequence[Outcome]) -> Levels:
    right = [one for one in answerable if one.judgement.right]
    high = [one for one in answerable if one.level is Level.HIGH]
    return Levels(
        right_withheld=metrics.mean([not one.answered for one in right]),
        right_confident=metrics.mean([one.level is not Level.LOW for one in right]),
        high=metrics.mean([one.level is Level.HIGH for one in answerable]),
        high_right=metrics.mean([one.judgement.right for one in high]),
        high_paragraph=metrics.mean([one.judgement.paragraph for one in high]),
        perhaps=metrics.mean([one.state is State.PERHAPS for one in answerable]),
    )


def _calibration(
    outcomes: Sequence[Outcome], at_share: Callable[[float, float], float] | None
) -> CalibrationFigures:
    shown = _confidences(outcomes)
    right = [one.judgement.right for one in outcomes]
    share = metrics.mean([one.answerable for one in outcomes])
    moved = shown
    # Where all questions have an answer, or none, nothing is left to be told apart.
    if at_share is not None and 0 < share < 1:
        moved = [at_share(share, one) for one in shown]
    return CalibrationFigures(
        answerable=share,
        expected_calibration_error=metrics.calibration_error(moved, right),
        as_shown=metrics.calibration_error(shown, right),
        area_under_risk_coverage=metrics.area_under_risk_coverage(moved, right),
        bins=metrics.reliability(moved, right),
    )


def _off_topic(answerable: Sequence[Outcome], negatives: Sequence[Outcome]) -> OffTopic:
    threshold = metrics.threshold_answering(_confidences(answerable), ANSWERED_SHARE)
    return OffTopic(
        questions=len(negatives),
        auroc=metrics.auroc(_confidences(answerable), _confidences(negatives)),
        answered=_answered(negatives),
        threshold=threshold,
        answered_at_threshold=metrics.share_at_least(_confidences(negatives), threshold),
    )


def _confidences(outcomes: Sequence[Outcome]) -> list[float]:
    return [one.probability for one in outcomes]


def _answered(outcomes: Sequence[Outcome]) -> float:
    return metrics.share_at_least([float(one.answered) for one in outcomes], 1.0)


def _without_nan(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nan(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(one) for one in value]
    if isinstance(value, float) and value != value:
        return None
    return value
