"""The bot over real documents, a real index and a real rebuild, on a loopback Discord."""

from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest

from bot.app.pool import AnswerPool
from bot.app.wiring import core_build, core_searcher, index_store
from bot.discord.client import VerbatimBot
from bot.discord.compose import assemble
from bot.storage.store import AnswerStore
from config.settings import CoreSettings
from loopback import world
from loopback.people import Person
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=64)
LAMP = "# The Lamp\n\nThe lamp of the lighthouse burns whale oil.\n\nIt was lit in 1853.\n"
QUAY = "# The Quay\n\nThe quay is closed in winter.\n"


class Rebuild:
    """Builds in this process."""

    def __init__(self, core):
        self._core = core

    def __call__(self, progress, *, origin=""):
        return core_build(self._core, ENCODER, progress=progress, origin=origin)

    def stop(self):
        """Nothing runs."""


@pytest.fixture
def core(tmp_path):
    """Settings for a folder with two documents, indexed one after the other."""
    core = CoreSettings(_env_file=None, seeds=tmp_path / "seeds", data=tmp_path / "data")
    core.seeds.mkdir()
    (core.seeds / "lamp.md").write_text(LAMP)
    core_build(core, ENCODER, origin="first")
    (core.seeds / "quay.md").write_text(QUAY)
    core_build(core, ENCODER, origin="second")
    return core


@pytest.fixture
def make_bot(core, tmp_path):
    """Make a bot that answers from these documents."""

    async def make(settings):
        pool = AnswerPool(
            open_source=lambda: core_searcher(core, ENCODER),
            newest_build=index_store(core).current,
            rebuild=Rebuild(core),
            embed=lambda questions: ENCODER.encode_queries(questions).vectors,
        )
        await pool.start()
        store = await AnswerStore.open(tmp_path / "answers.sqlite3")
        bot = VerbatimBot(settings, assemble(core, settings, pool=pool, store=store))
        bot.watch_index.change_interval(hours=100)
        bot.measure.change_interval(hours=1)
        return bot

    return make


@pytest.fixture
def town(harbour, core):
    """Open the bot with everybody who may matter: ``async with town(**settings) as t``."""

    @asynccontextmanager
    async def open_town(**values):
        async with harbour(**values) as h:
            people = {name: h.server.add_person(name) for name in ("mod", "admin", "stranger")}
            for name in ("mod", "admin"):
                h.server.join(h.guild, people[name])
            bits = {"mod": world.MANAGE_MESSAGES, "admin": world.ADMINISTRATOR}
            for name, permissions in bits.items():
                h.server.give_role(h.guild, people[name].user, name, permissions)
            other = h.server.add_guild("Elsewhere", people["stranger"])
            h.server.give_role(other, people["stranger"].user, "rulers", world.ADMINISTRATOR)
            yield SimpleNamespace(
                server=h.server,
                bot=h.bot,
                services=h.bot.services,
                store=index_store(core),
                core=core,
                guild=h.guild,
                channel=h.channel,
                other=h.server.add_channel(other, "elsewhere"),
                owner=Person(h.server, h.server.owner),
                alice=h.alice,
                **people,
            )

    return open_town
