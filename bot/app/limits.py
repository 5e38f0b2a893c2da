"""How often one person and one channel may ask, through whatever door."""

from collections.abc import Sequence
from typing import Protocol

from bot.app.outcome import Reason, Refused
from bot.storage.turns import Full, Turn

__all__ = ["AskLimiter", "Turns"]

PERSON, CHANNEL, TOLD = "person", "channel", "told"


class Turns(Protocol):
    """Counts how often something was done in the last minute."""

    async def take_turns(self, turns: Sequence[Turn]) -> Full | None:
        """Count a turn of each key, or of none if one has no turn left, which is returned."""


class AskLimiter:
    """Counts what people ask, in all and in each channel.

    Args:
        turns: counts it, here or for several processes.
        user_per_minute: how often one person may ask.
        channel_per_minute: how often may be asked in one channel.
    """

    def __init__(self, turns: Turns, *, user_per_minute: int, channel_per_minute: int) -> None:
        self._turns = turns
        self._user_limit = user_per_minute
        self._channel_limit = channel_per_minute

    async def take(self, *, asker: int, channel: int | None) -> Refused | None:
        """Count a question, or say why it may not be asked; a refused one counts for nobody.

        Args:
            asker: who asks.
            channel: where; None: what comes of it is for the asker alone to see, and nobody
                else's turn.
        """
        turns = [Turn(PERSON, asker, self._user_limit)]
        if channel is not None:
            turns.append(Turn(CHANNEL, channel, self._channel_limit))
        full = await self._turns.take_turns(turns)
        if full is None:
            return None
        # Whoever goes on asking is told once a minute.
        told = await self._turns.take_turns([Turn(TOLD, asker, 1)]) is not None
        reason = Reason.USER_LIMIT if full.turn.kind == PERSON else Reason.CHANNEL_LIMIT
        return Refused(reason=reason, retry_after=full.wait, told=told)
