"""Starting, being watched, and ending."""

import asyncio
import os
import signal
import socket
import time
from types import SimpleNamespace

import aiohttp
import discord
import pytest

from bot.app.metrics import Metrics
from bot.cli import main
from bot.discord.run import GATEWAY_DEAD, STOPPED, run_bot
from bot.errors import DiscordError
from config.settings import DiscordSettings


class Client:
    """Stands for the Discord client: what `run_bot` sees of one."""

    def __init__(self, start):
        self._start = start
        self.closed = False
        self.leaving = False
        self.down_since = None
        self.guilds = [1, 2]
        self.latency = 0.05
        info = SimpleNamespace(documents=3, built_at=discord.utils.utcnow())
        pool = SimpleNamespace(info=info, waiting=0)
        self.services = SimpleNamespace(
            pool=pool, store=SimpleNamespace(unreadable=0), metrics=Metrics()
        )

    async def start(self, token):
        await self._start(self)

    async def close(self):
        self.closed = True


async def forever(_client):
    await asyncio.sleep(3600)


def raising(error):
    async def start(_client):
        raise error

    return start


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (discord.LoginFailure(), "VERBATIM_DISCORD_TOKEN"),
        (discord.PrivilegedIntentsRequired(0), "Message Content intent"),
        (aiohttp.ClientConnectionError("no route"), "can't be reached"),
        (OSError(101, "Network is unreachable"), "Network is unreachable"),
    ],
)
async def test_what_keeps_the_bot_out_is_one_sentence(error, words):
    client = Client(raising(error))
    with pytest.raises(DiscordError, match=words) as caught:
        await run_bot(DiscordSettings(), client)
    assert "\n" not in str(caught.value)
    assert client.closed


async def test_a_gateway_that_stays_dead_ends_the_process_with_an_error():
    client = Client(forever)
    client.down_since = time.monotonic() - 4.9
    assert await run_bot(DiscordSettings(gateway_timeout=5), client) == GATEWAY_DEAD
    assert client.closed


async def test_sigterm_closes_in_good_order():
    client = Client(forever)
    running = asyncio.ensure_future(run_bot(DiscordSettings(), client))
    await asyncio.sleep(0.05)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(running, 5) == STOPPED
    assert client.closed
    assert client.leaving


def test_without_a_token_the_command_says_so_and_exits_with_2(capsys, monkeypatch):
    # Logging belongs to the process, and this one is pytest's.
    monkeypatch.setattr("config.logs.configure_logging", lambda **_: None)
    assert main(["run"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("verbatim: VERBATIM_DISCORD_TOKEN is not set")
    assert error.count("\n") == 1


async def test_the_health_port_is_served_while_the_bot_runs_and_no_longer():
    client = Client(forever)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    settings = DiscordSettings(health_port=port, gateway_timeout=60)
    running = asyncio.ensure_future(run_bot(settings, client))
    await asyncio.sleep(0.05)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.get("/healthz") as response:
            assert response.status == 200
        async with session.get("/metrics") as response:
            text = await response.text()
            assert "verbatim_documents 3.0" in text
            assert "verbatim_servers 2.0" in text
        client.down_since = time.monotonic() - 7
        client.services.pool.info = None
        async with session.get("/healthz") as response:
            assert response.status == 503
            problems = (await response.json())["problems"]
            assert problems == ["not connected to Discord for 7 s", "no index"]
        os.kill(os.getpid(), signal.SIGTERM)
        assert await asyncio.wait_for(running, 5) == STOPPED
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get("/healthz")


@pytest.mark.parametrize("loop", ["watch_index", "prune", "measure"])
async def test_a_background_loop_survives_any_exception(world, monkeypatch, loop):
    async with world() as w:
        bot = w.bot()

        def fail(*_args, **_options):
            raise ZeroDivisionError

        monkeypatch.setattr(bot.services.pool.index, "refresh", fail)
        monkeypatch.setattr(bot.services.store, "prune", fail)
        monkeypatch.setattr("bot.discord.client.refresh_metrics", fail)
        for _ in range(3):
            await getattr(bot, loop).coro(bot)
        await w.env.advance_time(7 * 3600)
        assert getattr(bot, loop).is_running()
        assert not getattr(bot, loop).failed()


async def test_the_bot_counts_as_down_until_every_shard_is_up(world):
    async with world() as w:
        bot = w.bot()
        assert bot.down_since is None
        await bot.on_shard_disconnect(0)
        since = bot.down_since
        await bot.on_shard_disconnect(0)
        await bot.on_shard_disconnect(1)
        assert bot.down_since == since
        await bot.on_shard_resumed(0)
        assert bot.down_since is not None
        await bot.on_shard_ready(1)
        assert bot.down_since is None
