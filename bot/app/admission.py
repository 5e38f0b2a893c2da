"""Which questions are taken, decided in one place for every door."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.app.outcome import Reason, Refused
from bot.app.request import AskRequest

if TYPE_CHECKING:
    from bot.app.limits import AskLimiter

__all__ = ["MAX_QUESTION", "Admission"]

MAX_QUESTION = 500
"""Characters of a question; more than the models read in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """The conditions on which questions are taken; by default there are none but having one."""

    limiter: "AskLimiter | None" = None
    longest: int | None = None
    """Characters of a question at most."""

    async def charge(self, asker: int) -> Refused | None:
        """Count something that is looked up for one person alone, like a question of theirs."""
        if self.limiter is None:
            return None
        return await self.limiter.take(asker=asker, channel=None)

    async def refuse(self, request: AskRequest, *, busy: bool) -> Refused | None:
        """Count a question and return why it isn't taken, None if it is.

        The rate limits come first: what is asked too often gets no other reply either.
        """
        limiter = None if request.exempt else self.limiter
        if limiter is not None:
            limited = await limiter.take(asker=request.asker, channel=request.place.channel)
            if limited is not None:
                return limited
        if not request.question:
            return Refused(reason=Reason.EMPTY)
        if self.longest is not None and len(request.question) > self.longest:
            return Refused(reason=Reason.TOO_LONG, longest=self.longest)
        return Refused(reason=Reason.BUSY) if busy else None
