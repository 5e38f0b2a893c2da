"""A Discord server of this machine's own for each test, and a stock discord.py bot on it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import discord
import pytest
import yarl
from discord.ext import commands

from loopback import LoopbackDiscord
from loopback.people import Person
from loopback.world import Channel


@pytest.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    """The server; the test fails if a request broke a rule and nobody forgave it."""
    async with LoopbackDiscord() as discord_server:
        yield discord_server
    assert [str(violation) for violation in discord_server.violations] == []


@pytest.fixture
def point_discord_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[LoopbackDiscord], None]:
    """Make discord.py in this process talk to a loopback server."""

    def point(discord_server: LoopbackDiscord) -> None:
        monkeypatch.setattr(discord.http.Route, "BASE", discord_server.api_url)
        gateway = yarl.URL(discord_server.gateway_url)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)

    return point


@pytest.fixture
async def stock_bot(
    server: LoopbackDiscord, point_discord_at: Callable[[LoopbackDiscord], None]
) -> AsyncIterator[Callable[..., Awaitable[commands.Bot]]]:
    """Start a plain commands.Bot, set up by the test, and close it at the end."""
    point_discord_at(server)
    running: list[tuple[commands.Bot, asyncio.Task]] = []

    async def start(
        set_up: Callable[[commands.Bot], None] = lambda bot: None,
        *,
        intents: discord.Intents | None = None,
        wait: bool = True,
        **options: object,
    ) -> commands.Bot:
        bot = commands.Bot(
            commands.when_mentioned,
            intents=intents or discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            help_command=None,
            # How long READY waits for further guilds; none are coming.
            guild_ready_timeout=0.05,
            **options,
        )
        set_up(bot)
        await bot._async_setup_hook()  # lets the test wait for a login that has not begun
        task = asyncio.create_task(bot.start(server.token))
        running.append((bot, task))
        if wait:
            await bot.wait_until_ready()
        return bot

    yield start
    for bot, task in running:
        await bot.close()
        with contextlib.suppress(Exception):
            await task


@pytest.fixture
def room(server: LoopbackDiscord) -> tuple[Person, Channel]:
    """One user, alice, and the channel she is in."""
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    return alice, channel
