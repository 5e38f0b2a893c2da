"""How long answers take, over the latest of them."""

from collections import deque
from dataclasses import dataclass

__all__ = ["Latency", "Summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Seconds for half and for 95 % of the latest answers, and how many there were in all."""

    answers: int
    median: float
    p95: float


class Latency:
    """Remembers the durations of the latest answers, in seconds."""

    def __init__(self, *, keep: int = 1000) -> None:
        self._seconds: deque[float] = deque(maxlen=keep)
        self._answers = 0

    def add(self, seconds: float) -> None:
        """Count one answer."""
        self._seconds.append(seconds)
        self._answers += 1

    def summary(self) -> Summary | None:
        """Summarise; none before the first answer."""
        if not self._seconds:
            return None
        ordered = sorted(self._seconds)
        return Summary(
            answers=self._answers,
            median=ordered[len(ordered) // 2],
            p95=ordered[min(len(ordered) * 95 // 100, len(ordered) - 1)],
        )
