"""How it goes, week by week: pure.

Questions are counted by day, server and what came of them; how long they took by the step of a
scale that their seconds fall under. Nothing of a question is in a count.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.storage.counts import EPOCH, LONGER, STEPS, Count, Counted

__all__ = ["WEEKS", "Week", "weeks_of"]

WEEKS = 12
"""Weeks that are shown, the present one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The figures of a week, Monday to Sunday in UTC."""

    monday: date
    answered: int = 0
    perhaps: int = 0
    unanswered: int = 0
    up: int = 0
    down: int = 0
    closed: int = 0
    median: float | None = None
    """Seconds that half of the answers took at most, as a step of the scale; None: no answer, or
    longer than all steps."""
    p95: float | None = None
    """The same for 95 %."""

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return self.answered + self.perhaps + self.unanswered

    def share(self, number: int) -> float | None:
        """Return what part of the questions a number of them is; None: there were none."""
        return number / self.questions if self.questions else None


def weeks_of(counts: Iterable[Count], *, today: date, weeks: int = WEEKS) -> tuple[Week, ...]:
    """Add counts up by week, the oldest first; every week up to today's has its place.

    Args:
        counts: what was counted.
        today: the day that it is, in UTC.
        weeks: how many, today's included.
    """
    last = today - timedelta(days=today.weekday())
    mondays = [last - timedelta(weeks=back) for back in reversed(range(weeks))]
    summed: dict[date, Counter[str]] = {monday: Counter() for monday in mondays}
    for count in counts:
        day = EPOCH + timedelta(days=count.day)
        monday = day - timedelta(days=day.weekday())
        if monday in summed:
            summed[monday][count.name] += count.number
    return tuple(_week(monday, found) for monday, found in summed.items())


def _week(monday: date, found: Counter[str]) -> Week:
    took = [found[name] for name in STEPS]
    longer = found[LONGER]
    return Week(
        monday=monday,
        answered=found[Counted.ANSWER],
        perhaps=found[Counted.PERHAPS],
        unanswered=found[Counted.NONE],
        up=found[Counted.UP],
        down=found[Counted.DOWN],
        closed=found[Counted.CLOSED],
        median=_quantile(took, longer, 50),
        p95=_quantile(took, longer, 95),
    )


def _quantile(took: Sequence[int], longer: int, percent: int) -> float | None:
    """Return the step under which so many percent of what was timed fall."""
    total = sum(took) + longer
    below = 0
    for step, number in zip(STEPS.values(), took, strict=True):
        below += number
        if total and below * 100 >= total * percent:
            return step
    return None
