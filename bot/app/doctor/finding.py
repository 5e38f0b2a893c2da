"""What an examination found."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Verdict"]


class Verdict(StrEnum):
    """How serious a finding is."""

    GOOD = "good"
    HINT = "hint"
    """It works, but something could be better or can't be told from here."""
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    verdict: Verdict
    text: str
    advice: str | None = None
    """What to do about it."""
