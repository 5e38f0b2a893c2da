"""The figures of a week in words, the same at every door."""

from bot.app.stats import Week

__all__ = ["latency_text", "share_text", "totals"]


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
