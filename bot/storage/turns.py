"""Turns: how often something was done in the last minute, counted in memory."""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["KEYS", "SECONDS", "Full", "MemoryTurns", "MovingWindow", "Turn"]

SECONDS = 60.0
KEYS = 10_000
"""How many people, or channels, are counted at most; of more, the least recent are forgotten."""

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that may be done so often in a minute."""

    kind: str
    """What its key is the number of, such as ``person``."""
    key: int
    limit: int


@dataclass(frozen=True, slots=True)
class Full:
    """A turn that can't be taken now."""

    turn: Turn
    wait: float
    """Seconds until it can."""


class MovingWindow:
    """Counts hits by key in a moving window of a minute.

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


class MemoryTurns:
    """Counts the turns of one process.

    Args:
        clock: seconds that only ever grow.
    """

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        self.windows: dict[tuple[str, int], MovingWindow] = {}
        """By the kind of turn and its limit."""
        self._clock = clock

    async def take_turns(self, turns: Sequence[Turn]) -> Full | None:
        """Count a turn of each key, or of none if one has no turn left, which is returned."""
        windows = [self._window(turn) for turn in turns]
        for turn, window in zip(turns, windows, strict=True):
            wait = window.full_for(turn.key)
            if wait:
                return Full(turn, wait)
        for turn, window in zip(turns, windows, strict=True):
            window.hit(turn.key)
        return None

    def _window(self, turn: Turn) -> MovingWindow:
        key = (turn.kind, turn.limit)
        if key not in self.windows:
            self.windows[key] = MovingWindow(turn.limit, clock=self._clock)
        return self.windows[key]
