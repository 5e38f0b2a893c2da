"""Failures of the REST side that a test can arrange, and the rate limits that always hold."""

import time
from collections import defaultdict, deque
from dataclasses import dataclass

from loopback.problems import ApiError


@dataclass(slots=True, kw_only=True, eq=False)
class Fault:
    """What befalls the next ``times`` requests that have ``path`` in ``"METHOD /template"``."""

    path: str = ""
    times: float = 1
    delay: float = 0.0
    error: ApiError | None = None
    html: int | None = None
    afterwards: bool = False
    hits: int = 0


class Faults:
    """The arranged failures, the oldest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def rate_limit(
        self, path: str = "", *, times: int = 1, retry_after: float = 0.2, scope: str = "user"
    ) -> Fault:
        """Answer 429; ``scope`` is "user", "shared" or "global"."""
        return self._add(Fault(path=path, times=times, error=too_many(retry_after, scope=scope)))

    def server_error(
        self, path: str = "", *, times: int = 1, status: int = 502, afterwards: bool = False
    ) -> Fault:
        """Answer 5xx and HTML; ``afterwards`` means after the request has been carried out."""
        return self._add(Fault(path=path, times=times, html=status, afterwards=afterwards))

    def slow(self, seconds: float, path: str = "", *, times: float = float("inf")) -> Fault:
        """Take ``seconds`` before the request is looked at."""
        return self._add(Fault(path=path, times=times, delay=seconds))

    def refuse(
        self,
        path: str,
        *,
        status: int = 403,
        code: int = 50013,
        message: str = "Missing Permissions",
        times: float = 1,
    ) -> Fault:
        """Answer an error of Discord's."""
        return self._add(Fault(path=path, times=times, error=ApiError(status, code, message)))

    def clear(self) -> None:
        """Forget every arranged failure."""
        self._faults.clear()

    def take(self, route: str) -> list[Fault]:
        """Return what befalls this request: at most one failure, and every delay."""
        hit: list[Fault] = []
        for fault in self._faults:
            failed = any(other.error or other.html for other in hit)
            if fault.path in route and fault.times > 0 and not (failed and not fault.delay):
                fault.times -= 1
                fault.hits += 1
                hit.append(fault)
        return hit

    def _add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault


def too_many(retry_after: float, *, scope: str = "user") -> ApiError:
    """Return a 429. Without the Via header a client takes it for a ban by Cloudflare."""
    headers = {
        "Via": "1.1 google",
        "Retry-After": f"{max(1, round(retry_after))}",
        "X-RateLimit-Scope": scope,
    }
    if scope == "global":
        headers["X-RateLimit-Global"] = "true"
    return ApiError(
        429,
        0,
        "You are being rate limited.",
        headers=headers,
        extra={"retry_after": retry_after, "global": scope == "global"},
    )


# Requests allowed in so many seconds, per route and major parameter.
_BUCKETS = {
    "POST /channels/{channel_id}/messages": (5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": (5, 5.0),
    "DELETE /channels/{channel_id}/messages/{message_id}": (5, 1.0),
    "POST /channels/{channel_id}/typing": (5, 5.0),
    "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me": (1, 0.25),
    "POST /webhooks/{webhook_id}/{webhook_token}": (5, 2.0),
}
_DEFAULT = (50, 1.0)
_UNLIMITED = ("POST /interactions/", "/webhooks/")


class RateLimits:
    """Discord's own limits, kept as a client that reads the headers would keep them."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, str], deque[float]] = defaultdict(deque)
        self._global: deque[float] = deque()
        self.exceeded = 0

    def spend(self, route: str, major: str) -> dict[str, str]:
        """Count one request and return the headers of its answer.

        Raises:
            ApiError: The 429, when the limit was used up.
        """
        most, per = _BUCKETS.get(route, _DEFAULT)
        at = time.monotonic()
        if not any(part in route for part in _UNLIMITED):
            self._drain(self._global, at, 1.0)
            if len(self._global) >= 50:
                self.exceeded += 1
                raise too_many(1.0 - (at - self._global[0]), scope="global")
            self._global.append(at)
        used = self._used[route, major]
        self._drain(used, at, per)
        if len(used) >= most:
            self.exceeded += 1
            raise too_many(per - (at - used[0]))
        used.append(at)
        reset_after = per - (at - used[0])
        return {
            "X-RateLimit-Limit": str(most),
            "X-RateLimit-Remaining": str(most - len(used)),
            "X-RateLimit-Reset": f"{time.time() + reset_after:.3f}",
            "X-RateLimit-Reset-After": f"{reset_after:.3f}",
            "X-RateLimit-Bucket": f"{hash(route) & 0xFFFFFFFF:08x}",
        }

    @staticmethod
    def _drain(times: deque[float], at: float, per: float) -> None:
        while times and times[0] <= at - per:
            times.popleft()
