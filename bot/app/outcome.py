"""What can become of a question; how it is put into words is each door's own affair."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.app.collections.sight import Sight
from bot.storage.records import AnswerRecord
from retrieval.domain import Level, Turn

__all__ = ["Answered", "Outcome", "Reason", "Refused", "Unavailable"]


class Reason(StrEnum):
    """Why a question isn't taken."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    USER_LIMIT = "user limit"
    CHANNEL_LIMIT = "channel limit"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The question was asked of the documents, whether or not they answer it."""

    record: AnswerRecord
    sight: Sight
    """What it was answered from."""
    history: tuple[Turn, ...] = ()
    """The conversation that it was understood in, oldest turn first."""

    @property
    def sure(self) -> bool:
        """Whether the documents answer with high confidence."""
        answer = self.record.answer
        return answer.answered and answer.confidence.level is Level.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The question was not taken."""

    reason: Reason
    retry_after: float | None = None
    """Seconds after which one is taken; None: time changes nothing, or nobody knows."""
    longest: int | None = None
    """The most characters that are taken, when it was too long."""
    told: bool = False
    """Whether the asker was told of a limit already within this minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """The question was taken, but can't be answered now."""

    error: Exception
    """A `VerbatimError` says what can be mended; anything else is a fault of the program."""


Outcome: TypeAlias = Answered | Refused | Unavailable
