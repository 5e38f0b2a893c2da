"""The figures of a week in words, the same at every door."""

from collections.abc import Sequence

from bot.app.stats import Week

__all__ = ["latency_text", "share_text", "totals", "week_lines"]


def share_text(week: Week, number: int) -> str:
    """Say what part of a week's questions a number is: ``75 %``; a dash where none was asked."""
    share = week.share(number)
    return "–" if share is None else f"{100 * share:.0f} %"


def latency_text(week: Week) -> str:
    """Say how long answers took: half of them, and 95 %, at most."""
    if not week.questions:
        return "–"
    return f"{_seconds(week.median)} / {_seconds(week.p95)}"


def totals(weeks: tuple[Week, ...]) -> Week:
    """Add the weeks up; how long answers took can't be added, and stays unknown."""
    return Week(
        monday=weeks[0].monday,
        answered=sum(week.answered for week in weeks),
        perhaps=sum(week.perhaps for week in weeks),
        unanswered=sum(week.unanswered for week in weeks),
        up=sum(week.up for week in weeks),
        down=sum(week.down for week in weeks),
        closed=sum(week.closed for week in weeks),
    )


def _seconds(step: float | None) -> str:
    return "> 60 s" if step is None else f"{step:g} s"


def week_lines(weeks: Sequence[Week], columns: Sequence[str]) -> list[str]:
    """Return the figures of some weeks as lines in columns, the headings first.

    Args:
        weeks: In the order in which they are shown.
        columns: The headings of the eight columns, which a narrow place shortens.
    """
    rows = [tuple(columns), *map(_cells, weeks)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    return [
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]


def _cells(week: Week) -> tuple[str, ...]:
    return (
        f"{week.monday:%Y-%m-%d}",
        f"{week.questions:,}",
        share_text(week, week.answered),
        share_text(week, week.perhaps),
        f"{week.closed:,}",
        f"{week.up:,}",
        f"{week.down:,}",
        latency_text(week),
    )
