"""What is counted of questions, by day and server: numbers without a word of any."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

__all__ = ["EPOCH", "LONGER", "STEPS", "Count", "Counted", "bucket_of", "day_of"]

EPOCH = date(1970, 1, 1)
_SECONDS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
STEPS = {f"took {step:g}": step for step in _SECONDS}
"""The scale of durations: the name under which one is counted, to the seconds it took at most."""
LONGER = "took longer"
"""The name of what took longer than all steps."""


class Counted(StrEnum):
    """What is counted; the values are in stored counts: never change one."""

    ANSWER = "answer"
    PERHAPS = "perhaps"
    NONE = "none"
    UP = "up"
    DOWN = "down"
    CLOSED = "closed"
    """An unanswered question that the documents answer now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something was counted on a day."""

    day: int
    """Days since 1970, in UTC."""
    name: str
    """A `Counted`, or a step of `bucket_of`."""
    number: int


def day_of(at: datetime) -> int:
    """Return the day of a time, in UTC, as counts have it."""
    return (at.astimezone(UTC).date() - EPOCH).days


def bucket_of(seconds: float) -> str:
    """Return the name under which a duration is counted: the least step that it is not above."""
    return next((name for name, step in STEPS.items() if seconds <= step), LONGER)
