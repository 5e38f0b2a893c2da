"""How often one person and one channel may ask, through whatever door."""

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.app.outcome import Reason, Refused

__all__ = ["AskLimiter", "MovingWindow"]

SECONDS = 60.0
KEYS = 10_000
"""How many people, or channels, are counted at most; of more, the least recent are forgotten."""

Clock = Callable[[], float]


class MovingWindow:
    """Counts hits by key in a moving window of a minute, in memory.

    A key is forgotten with its last hit: what it costs to count one does not depend on how many
    others there are, and what all of them take has a bound.

    Args:
        limit: hits of one key within a minute, at most.
        clock: seconds that only ever grow; the time of day may be set back.
    """

    def __init__(self, limit: int, *, clock: Clock = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock
        # Keys in order of their latest hit, each with its hits, oldest first.
        self._hits: OrderedDict[int, list[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._hits)

    def full_for(self, key: int) -> float:
        """Return the seconds until a key may hit again; 0: it may now."""
        since = self._clock() - SECONDS
        hits = [hit for hit in self._hits.get(key, ()) if hit > since]
        return hits[-self._limit] - since if len(hits) >= self._limit else 0.0

    def hit(self, key: int) -> None:
        """Count a hit."""
        now = self._clock()
        kept = [hit for hit in self._hits.pop(key, ()) if hit > now - SECONDS]
        self._hits[key] = [*kept[-self._limit :], now]
        while len(self._hits) > KEYS or next(iter(self._hits.values()))[-1] <= now - SECONDS:
            self._hits.popitem(last=False)


class AskLimiter:
    """Counts what people ask, in all and in each channel."""

    def __init__(
        self, *, user_per_minute: int, channel_per_minute: int, clock: Clock = time.monotonic
    ) -> None:
        self._user = MovingWindow(user_per_minute, clock=clock)
        self._channel = MovingWindow(channel_per_minute, clock=clock)
        self._told = MovingWindow(1, clock=clock)

    def take(self, *, asker: int, channel: int | None) -> Refused | None:
        """Count a question, or say why it may not be asked; a refused one counts for nobody.

        Args:
            asker: who asks.
            channel: where; None: what comes of it is for the asker alone to see, and nobody
                else's turn.
        """
        wait = self._user.full_for(asker)
        if wait:
            return self._refuse(Reason.USER_LIMIT, wait, asker)
        if channel is not None:
            wait = self._channel.full_for(channel)
            if wait:
                return self._refuse(Reason.CHANNEL_LIMIT, wait, asker)
            self._channel.hit(channel)
        self._user.hit(asker)
        return None

    def _refuse(self, reason: Reason, wait: float, asker: int) -> Refused:
        told = self._told.full_for(asker) > 0
        if not told:
            self._told.hit(asker)
        return Refused(reason=reason, retry_after=wait, told=told)
