"""`verbatim run` as a real process on a loopback Discord server, with the real model."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from loopback import LoopbackDiscord
from loopback.process import BotProcess
from retrieval.encoder.protocol import Encoder
from retrieval.indexing.build import build_index

ARTICLE = Path(__file__).parents[2] / "seeds" / "armenia-israel-azerbaijan-weapons.txt"
LIGHTHOUSE = """\
The Lighthouse of Harrow Point

The lighthouse of Harrow Point was built in 1853 by the engineer Ada Brown.
Its lamp burned whale oil until 1897, when it was changed to paraffin.

The tower has 199 steps. Visitors may climb it on Sundays between noon and four.
"""
BAKERY = """\
The Bakery in Mill Lane

The bakery in Mill Lane opens at five in the morning.
Its rye bread is baked with sour milk and caraway seeds.

Orders for wedding cakes must be placed six weeks ahead.
"""
DRAGON = """\
The Dragon of Mallow Hill

Whoever sees the dragon of Mallow Hill must warn @everyone, @here, <@123456789012345678> and
<@&234567890123456789> in <#345678901234567890> by way of [the bell](https://evil.example/bell)
or https://evil.example/rope, and then **run** `quickly` ||uphill|| </ask:4567890123456789012>.
"""


@pytest.fixture(scope="session")
def library(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents and their index, to be copied."""
    folder = tmp_path_factory.mktemp("library")
    seeds = folder / "seeds"
    seeds.mkdir()
    shutil.copy(ARTICLE, seeds)
    (seeds / "lighthouse.txt").write_text(LIGHTHOUSE, "utf-8")
    (seeds / "bakery.txt").write_text(BAKERY, "utf-8")
    (seeds / "dragon.txt").write_text(DRAGON, "utf-8")
    build_index(seeds, folder / "data" / "index", encoder)
    return folder


@pytest.fixture(scope="session")
def make_bot(
    library: Path, encoder_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., BotProcess]:
    """Make a bot process; settings are given by keyword.

    It has a library of its own, or shares the one of the process that it is put ``beside``.
    """

    def make(
        server: LoopbackDiscord,
        *command: str,
        index: bool = True,
        beside: BotProcess | None = None,
        **settings: object,
    ) -> BotProcess:
        if beside is not None:
            folder = beside.folder
        else:
            folder = tmp_path_factory.mktemp("bot")
            shutil.copytree(library / "seeds", folder / "seeds")
            if index:
                shutil.copytree(library / "data", folder / "data")
        places = {"seeds": folder / "seeds", "data": folder / "data", "cache": encoder_cache}
        return BotProcess(server, folder, {**places, "threads": 1, **settings}, *command)

    return make


@pytest.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    """A server for one test; the test fails if a request broke a rule and nobody forgave it."""
    async with LoopbackDiscord() as discord_server:
        yield discord_server
    assert [str(violation) for violation in discord_server.violations] == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(make_bot: Callable[..., BotProcess]) -> AsyncIterator[tuple]:
    """One server with one running bot, for all tests of a file."""
    async with (
        LoopbackDiscord() as discord_server,
        make_bot(discord_server, user_install=True) as bot,
    ):
        await bot.online()
        yield discord_server, bot


@pytest_asyncio.fixture(loop_scope="module")
async def room(town: tuple) -> AsyncIterator[tuple]:
    """The town's server, a user of the test's own and a channel; nothing may fail meanwhile."""
    discord_server, bot = town
    alice = discord_server.add_person("alice")
    channel = discord_server.add_channel(discord_server.add_guild("Guild", alice), "general")
    logged = len(bot.log)
    yield discord_server, alice, channel
    discord_server.faults.clear()
    assert discord_server.forgive() == []
    assert "Traceback" not in bot.log[logged:], bot.log[logged:]
