"""A second process with the same token: both would hear and answer everything."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import discord
import structlog
from filelock import FileLock, Timeout

from bot.app.metrics import Metrics
from bot.discord.components.custom_id import OnAnswer, decode
from bot.errors import DiscordError

__all__ = ["TwinNotice", "alone", "shows_another"]

WAIT_SECONDS = 10.0
"""How long one that is just ending is waited for."""
AGAIN_SECONDS = 3600.0
TWIN = (
    "Another process with this token runs beside {data} already; stop it, or share the work between"
    " them with VERBATIM_SHARD_COUNT and VERBATIM_SHARD_IDS."
)

log = structlog.get_logger(__name__)


@asynccontextmanager
async def alone(data: Path, token: str, shards: Iterable[int]) -> AsyncIterator[None]:
    """Hold what only one process with a token, or with one of its shards, may have.

    One that has its data elsewhere can't be seen; `shows_another` tells when it answers.

    Raises:
        DiscordError: another process has it.
    """
    name = sha256(token.encode()).hexdigest()[:12]
    paths = [data / f"bot-{name}-{shard}.lock" for shard in sorted(shards)]
    async with AsyncExitStack() as stack:
        for path in paths or [data / f"bot-{name}.lock"]:
            lock = FileLock(path, thread_local=False)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                await asyncio.to_thread(lock.acquire, timeout=WAIT_SECONDS)
            except Timeout as error:
                raise DiscordError(TWIN.format(data=data)) from error
            except OSError as error:
                raise DiscordError(
                    f"{path} can't be written ({error.strerror}); check VERBATIM_DATA."
                ) from error
            stack.callback(lock.release)
        yield


def shows_another(message: discord.Message, answer_id: str) -> bool:
    """Whether Discord returned a message with the buttons of another answer.

    It does instead of posting a second one with the same nonce: another process was quicker.
    """
    payloads = [decode(custom_id) for custom_id in _custom_ids(message.components)]
    answers = {payload.answer_id for payload in payloads if isinstance(payload, OnAnswer)}
    return bool(answers) and answer_id not in answers


def _custom_ids(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if custom_id is not None:
            yield str(custom_id)
        yield from _custom_ids(getattr(component, "children", ()))


class TwinNotice:
    """Tells the owner, in the log and the metrics, that another process answers too."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._told_at = float("-inf")

    def seen(self) -> None:
        """Count an answer that another process has given; it is logged once an hour."""
        self._metrics.twins.inc()
        if time.monotonic() - self._told_at > AGAIN_SECONDS:
            self._told_at = time.monotonic()
            log.error(
                "another process answers with this token",
                remedy="stop one of them, or share the work by VERBATIM_SHARD_IDS",
            )
