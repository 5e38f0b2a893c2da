"""One life of the bot: connect, work until told to stop, and leave in good order."""

import asyncio
import contextlib
import signal
import time
from functools import partial

import aiohttp
import discord
import structlog

from bot.discord.client import VerbatimBot
from bot.discord.monitoring import metrics_text, problems
from bot.discord.shutdown import finish_handlers
from bot.errors import DiscordError
from bot.http.server import HealthServer
from config.settings import DiscordSettings

__all__ = ["GATEWAY_DEAD", "STOPPED", "run_bot"]

STOPPED = 0
GATEWAY_DEAD = 1
"""The exit code that asks a supervisor for a restart."""
FINISH_SECONDS = 2.0
"""How long questions under way may take when told to stop."""
CLOSE_SECONDS = 2.5
CHECK_SECONDS = 1.0

NO_TOKEN = "VERBATIM_DISCORD_TOKEN is not set; 'verbatim doctor' says where to get a token."  # noqa: S105
WRONG_TOKEN = (
    "Discord refuses the token in VERBATIM_DISCORD_TOKEN; copy it again from the Bot page of your"  # noqa: S105
    " application on discord.com/developers."
)
NO_INTENT = (
    "VERBATIM_AUTO_ANSWER_CHANNELS and VERBATIM_CHANNEL_DOCUMENTS need the Message Content intent;"
    " switch it on on the Bot page of your application on discord.com/developers, or leave both"
    " settings out."
)
UNREACHABLE = "Discord can't be reached ({reason}); check this machine's network and start again."

log = structlog.get_logger(__name__)


async def run_bot(settings: DiscordSettings, client: VerbatimBot) -> int:
    """Run until SIGTERM or Ctrl-C, or until the connection stays dead; returns the exit code.

    Raises:
        DiscordError: Discord doesn't let the bot in, can't be reached, or a port is taken.
    """
    stop = asyncio.Event()
    _on_signals(stop)
    health = None
    if settings.health_port is not None:
        health = HealthServer(
            problems=partial(problems, client),
            metrics=partial(metrics_text, client),
            host=settings.health_host,
            port=settings.health_port,
        )
        await health.start()
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    running = asyncio.create_task(client.start(token), name="discord")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    watching = asyncio.create_task(_until_dead(client, settings.gateway_timeout), name="watchdog")
    try:
        done, _ = await asyncio.wait(
            {running, stopping, watching}, return_when=asyncio.FIRST_COMPLETED
        )
        if running in done:
            _raise_reason(running)
        if watching in done and stopping not in done:
            log.critical("gateway dead", seconds=settings.gateway_timeout)
            return GATEWAY_DEAD
        client.leaving = True
        await finish_handlers(FINISH_SECONDS)
        return STOPPED
    finally:
        await _leave(client, health, (running, stopping, watching))


def _on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        # Windows has no signal handlers in the loop; Ctrl-C arrives there as KeyboardInterrupt.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)


async def _until_dead(client: VerbatimBot, patience: float) -> None:
    """Return when the gateway has been down for longer than ``patience`` seconds."""
    # A clock is polled, so there is no event to wait for.
    while client.down_since is None or time.monotonic() - client.down_since < patience:  # noqa: ASYNC110
        await asyncio.sleep(min(CHECK_SECONDS, patience / 4))


def _raise_reason(running: asyncio.Task[None]) -> None:
    try:
        running.result()
    except discord.LoginFailure as error:
        raise DiscordError(WRONG_TOKEN) from error
    except discord.PrivilegedIntentsRequired as error:
        raise DiscordError(NO_INTENT) from error
    except (aiohttp.ClientError, OSError, discord.GatewayNotFound) as error:
        raise DiscordError(UNREACHABLE.format(reason=_reason(error))) from error
    except discord.HTTPException as error:
        raise DiscordError(UNREACHABLE.format(reason=f"HTTP {error.status}")) from error
    raise DiscordError("Discord closed the connection for good; the log says more.")


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error).splitlines()[0] or type(error).__name__


async def _leave(
    client: VerbatimBot, health: HealthServer | None, tasks: tuple[asyncio.Task[object], ...]
) -> None:
    """Close everything, giving nothing more than a few seconds."""
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await client.close()
    except Exception as error:
        # A dead connection can't be closed politely.
        log.warning("not closed cleanly", reason=type(error).__name__)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    if health is not None:
        await health.close()
    log.info("stopped")
