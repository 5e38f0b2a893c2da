"""The bot of these tests on a loopback Discord, through discord.py's own client."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import discord
import pytest
import yarl

from bot.discord.client import VerbatimBot
from config.settings import DiscordSettings
from loopback import LoopbackDiscord
from loopback.sessions import MESSAGE_CONTENT


@pytest.fixture
def make_twin(make_bot: Callable[..., Awaitable[VerbatimBot]]) -> Callable[..., Any]:
    """Run a second bot with the first one's token: ``async with make_twin(h) as twin``."""

    @asynccontextmanager
    async def run(h: Any) -> AsyncIterator[VerbatimBot]:
        twin = await make_bot(h.bot.settings)
        twin._connection.guild_ready_timeout = 0.05
        await twin._async_setup_hook()  # else there is nothing to wait for before the login
        running = asyncio.create_task(twin.start(h.server.token))
        try:
            await twin.wait_until_ready()
            yield twin
        finally:
            await twin.close()
            with contextlib.suppress(Exception):
                await running
            await twin.services.store.close()
            await twin.services.pool.close()

    return run


@pytest.fixture
def harbour(
    make_bot: Callable[..., Awaitable[VerbatimBot]], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """Open the bot on a server of its own: ``async with harbour(**settings) as h``."""

    @asynccontextmanager
    async def open_harbour(**values: Any) -> AsyncIterator[Any]:
        async with LoopbackDiscord() as server:
            monkeypatch.setattr(discord.http.Route, "BASE", server.api_url)
            monkeypatch.setattr(
                discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(server.gateway_url)
            )
            alice = server.add_person("alice")
            guild = server.add_guild("Harbour", alice)
            channel = server.add_channel(guild, "general")
            # Granted, if a setting asks for it.
            server.gateway.privileged = MESSAGE_CONTENT
            bot = await make_bot(DiscordSettings(_env_file=None, **values))
            bot._connection.guild_ready_timeout = 0.05  # no further servers are coming
            running = asyncio.create_task(bot.start(server.token))
            try:
                await server.ready()
                await bot.wait_until_ready()
                yield SimpleNamespace(
                    server=server, bot=bot, guild=guild, channel=channel, alice=alice
                )
            finally:
                await bot.close()
                with contextlib.suppress(Exception):
                    await running
                await bot.services.store.close()
                await bot.services.pool.close()
            assert [str(violation) for violation in server.violations] == []

    return open_harbour
