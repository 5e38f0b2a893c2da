"""The figures of an evaluation as Rich renderables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.terminal.plain import printable
from bot.terminal.styles import ASIDE, STATEMENT
from retrieval.evaluation import metrics
from retrieval.evaluation.fitting import ScoredQuestion
from retrieval.evaluation.report import ANSWERED_SHARE, Report

__all__ = ["render_calibration", "render_evaluation"]

SHOWN_VIOLATIONS = 10


def render_evaluation(report: Report) -> RenderableType:
    """Show every figure with what it counts; a dash where nothing counts."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for value, meaning in _rows(report):
        table.add_row(
            value, Text(meaning, style=ASIDE) if value else Text(meaning, style=STATEMENT)
        )
    return Group(table, *_violations(report))


def render_calibration(samples: Sequence[ScoredQuestion], after: Sequence[float]) -> RenderableType:
    """Compare the shipped confidence with the refitted one, question by question left out."""
    right = [one.right for one in samples]
    before = [one.probability for one in samples]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(f"{len(samples):,} questions, {sum(right):,} answered rightly")
    table.add_column("before", justify="right")
    table.add_column("after", justify="right")
    for name, measure in (
        ("expected calibration error, 10 bins", metrics.calibration_error),
        ("area under the risk–coverage curve", metrics.area_under_risk_coverage),
        ("mean confidence", lambda confidence, _: metrics.mean(confidence)),
    ):
        table.add_row(name, _share(measure(before, right)), _share(measure(after, right)))
    return table


def _rows(report: Report) -> list[tuple[str, str]]:
    quality, abstention, calibration = report.quality, report.abstention, report.calibration
    levels = report.levels
    rows = [
        ("", f"Ranking, over {report.answerable:,} answerable questions"),
        (_share(quality.hit_at_1), "hit@1: the first sentence answers"),
        (_share(quality.hit_at_3), "hit@3"),
        (_share(quality.hit_at_5), "hit@5"),
        (_share(quality.mrr_at_10), "MRR@10"),
        (_share(quality.paragraph_at_1), "right paragraph@1"),
        (_share(quality.document_at_1), "right document@1"),
        ("", f"Confidence, over all {report.questions:,} questions"),
        (_share(abstention.auroc), "AUROC, answerable against unanswerable"),
        (_percent(abstention.answerable_answered), "of the answerable are answered"),
        (_percent(abstention.unanswerable_answered), "of the unanswerable are answered"),
        (_percent(abstention.answered_right), "of what is answered has the right sentence first"),
        (_percent(levels.perhaps), "of the answerable are perhaps answered"),
        (_percent(levels.right_withheld), "of the right first sentences are withheld"),
        (_percent(levels.right_confident), "of them have high or medium confidence"),
        (_percent(levels.high), "of the answerable have high confidence"),
        (_percent(levels.high_right), "of these have the right sentence first"),
        (_percent(levels.high_paragraph), "of these have the right paragraph first"),
        (
            _share(calibration.expected_calibration_error),
            "expected calibration error, 10 bins, counting on the "
            f"{calibration.answerable:.0%} of answerable questions that the set has",
        ),
        (_share(calibration.as_shown), "the same for the probabilities as they are given"),
        (_share(calibration.area_under_risk_coverage), "area under the risk–coverage curve"),
    ]
    if report.off_topic is not None:
        off_topic = report.off_topic
        rows += [
            ("", f"Off topic, {off_topic.questions:,} questions about other documents"),
            (_share(off_topic.auroc), "AUROC, answerable against off topic"),
            (_percent(off_topic.answered), "of them are answered"),
            (
                _percent(off_topic.answered_at_threshold),
                f"of them would be, at the threshold {off_topic.threshold:.3f} that "
                f"{ANSWERED_SHARE:.0%} of the answerable reach",
            ),
        ]
    rows += [
        ("", "Time and citations"),
        (f"{report.seconds_p50 * 1000:.1f} ms", "a question, half of them (p50)"),
        (f"{report.seconds_p95 * 1000:.1f} ms", "a question, 95 % of them (p95)"),
        (f"{len(report.violations):,}", f"citation violations in {report.quotations:,} quotations"),
    ]
    return rows


def _violations(report: Report) -> list[RenderableType]:
    shown = report.violations[:SHOWN_VIOLATIONS]
    lines: list[RenderableType] = [Text(printable(one)) for one in shown]
    if len(report.violations) > len(shown):
        lines.append(Text(f"… and {len(report.violations) - len(shown):,} more"))
    return lines


def _share(value: float) -> str:
    return "–" if value != value else f"{value:.3f}"


def _percent(value: float) -> str:
    return "–" if value != value else f"{100 * value:.1f} %"
