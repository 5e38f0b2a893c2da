"""Trying again while Discord is down: a finished answer is worth waiting for."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord
import structlog

__all__ = ["insist"]

TOKEN_SECONDS = 14 * 60.0
"""How long is tried: an interaction's token lives for 15 minutes."""
LONGEST_PAUSE = 15.0
MOST = 500
"""Messages that are tried again at the same time, at most; what comes on top fails at once."""

Sent = TypeVar("Sent")

_waiting = 0

log = structlog.get_logger(__name__)


async def insist(send: Callable[[], Awaitable[Sent]], *, seconds: float = TOKEN_SECONDS) -> Sent:
    """Send something, again and again while Discord is down or can't be reached.

    Args:
        send: sends it; it must do no harm to send it twice.
        seconds: how long to try.

    Raises:
        discord.HTTPException: Discord refuses it, or is down for longer.
        aiohttp.ClientError, OSError: it can't be reached for longer.
    """
    end, pause = time.monotonic() + seconds, 1.0
    while True:
        try:
            return await send()
        except (discord.DiscordServerError, aiohttp.ClientError, OSError) as error:
            if time.monotonic() + pause > end or _waiting >= MOST:
                raise
            log.info("sending again", seconds=pause, reason=type(error).__name__)
        await _wait(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


async def _wait(seconds: float) -> None:
    global _waiting
    _waiting += 1
    try:
        await asyncio.sleep(seconds)
    finally:
        _waiting -= 1
