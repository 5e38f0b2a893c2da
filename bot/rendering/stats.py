"""The figures of a week in words, the same at every door."""

from collections.abc import Sequence

from bot.app.stats import Week
from bot.localisation.words import ENGLISH, Words
from bot.rendering.table import width_of

__all__ = ["latency_text", "share_text", "totals", "week_lines"]


def share_text(week: Week, number: int, words: Words = ENGLISH) -> str:
    """Say what part of a week's questions a number is: ``75 %``; a dash where none was asked."""
    share = week.share(number)
    return "–" if share is None else words.say("percent", share=f"{100 * share:.0f}")


def latency_text(week: Week, words: Words = ENGLISH) -> str:
    """Say how long answers took: half of them, and 95 %, at most."""
    if not week.questions:
        return "–"
    return f"{_seconds(week.median, words)} / {_seconds(week.p95, words)}"


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


def _seconds(step: float | None, words: Words) -> str:
    return words.say("seconds-short", number="> 60" if step is None else words.decimal(step))


def week_lines(weeks: Sequence[Week], columns: Sequence[str], words: Words = ENGLISH) -> list[str]:
    """Return the figures of some weeks as lines in columns, the headings first.

    Args:
        weeks: In the order in which they are shown.
        columns: The headings of the eight columns, which a narrow place shortens.
        words: The reader's.
    """
    rows = [tuple(columns), *(_cells(week, words) for week in weeks)]
    widths = [max(width_of(row[column]) for row in rows) for column in range(len(columns))]
    return [
        "  ".join(
            " " * (width - width_of(cell)) + cell for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]


def _cells(week: Week, words: Words) -> tuple[str, ...]:
    return (
        f"{week.monday:%Y-%m-%d}",
        words.decimal(week.questions, 0),
        share_text(week, week.answered, words),
        share_text(week, week.perhaps, words),
        words.decimal(week.closed, 0),
        words.decimal(week.up, 0),
        words.decimal(week.down, 0),
        latency_text(week, words),
    )
