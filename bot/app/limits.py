"""How often one person and one channel may ask, through whatever door."""

import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bot.app.outcome import Reason, Refused

__all__ = ["AskLimiter"]


class AskLimiter:
    """Counts questions in a moving window of a minute, in memory."""

    def __init__(self, *, user_per_minute: int, channel_per_minute: int) -> None:
        self._user = RateLimitItemPerMinute(user_per_minute)
        self._channel = RateLimitItemPerMinute(channel_per_minute)
        self._notice = RateLimitItemPerMinute(1)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self, *, asker: int, channel: int) -> Refused | None:
        """Count a question, or say why it may not be asked; a refused one counts for nobody."""
        by_user, in_channel = ("user", str(asker)), ("channel", str(channel))
        if not self._limiter.test(self._user, *by_user):
            return self._refuse(Reason.USER_LIMIT, self._user, by_user, asker)
        if not self._limiter.hit(self._channel, *in_channel):
            return self._refuse(Reason.CHANNEL_LIMIT, self._channel, in_channel, asker)
        self._limiter.hit(self._user, *by_user)
        return None

    def _refuse(
        self, reason: Reason, item: RateLimitItemPerMinute, key: tuple[str, str], asker: int
    ) -> Refused:
        reset = self._limiter.get_window_stats(item, *key).reset_time
        told = not self._limiter.hit(self._notice, "told", str(asker))
        return Refused(reason=reason, retry_after=max(0.0, reset - time.time()), told=told)
