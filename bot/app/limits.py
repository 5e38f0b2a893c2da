"""How often one person and one channel may ask, through whatever door."""

import time
from dataclasses import dataclass

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

__all__ = ["AskLimiter", "Refusal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a question isn't taken, and the seconds after which one is."""

    whose: str
    """``"you"`` or ``"this channel"``."""
    seconds: float
    told: bool
    """Whether the same person was already told within this minute."""

    @property
    def text(self) -> str:
        """The refusal in words."""
        wait = max(1, round(self.seconds))
        subject = "You have" if self.whose == "you" else "This channel has"
        return (
            f"{subject} asked a lot in the last minute; please ask again in {wait} second"
            f"{'s' if wait > 1 else ''}."
        )


class AskLimiter:
    """Counts questions in a moving window of a minute, in memory."""

    def __init__(self, *, user_per_minute: int, channel_per_minute: int) -> None:
        self._user = RateLimitItemPerMinute(user_per_minute)
        self._channel = RateLimitItemPerMinute(channel_per_minute)
        self._notice = RateLimitItemPerMinute(1)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self, *, user_id: int, channel_id: int, exempt: bool = False) -> Refusal | None:
        """Count a question, or say why it may not be asked; a refused one counts for nobody.

        Administrators are ``exempt``: the limits protect their server, not from them.
        """
        if exempt:
            return None
        user, channel = ("user", str(user_id)), ("channel", str(channel_id))
        if not self._limiter.test(self._user, *user):
            return self._refuse("you", self._user, user, user_id)
        if not self._limiter.hit(self._channel, *channel):
            return self._refuse("this channel", self._channel, channel, user_id)
        self._limiter.hit(self._user, *user)
        return None

    def _refuse(
        self, whose: str, item: RateLimitItemPerMinute, key: tuple[str, str], user_id: int
    ) -> Refusal:
        reset = self._limiter.get_window_stats(item, *key).reset_time
        told = not self._limiter.hit(self._notice, "told", str(user_id))
        return Refusal(whose=whose, seconds=reset - time.time(), told=told)
