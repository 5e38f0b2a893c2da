"""The bot over a small library that answers by shared words, in a simulated Discord."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import simcord
from word_library import HANDBOOK, LEDGER, Library, Rebuilder, Shelf, embed

from bot.app.pool import AnswerPool
from bot.discord.client import VerbatimBot
from bot.discord.compose import assemble
from bot.storage.store import AnswerStore
from config.settings import CoreSettings, DiscordSettings


@pytest.fixture
def shelf() -> Shelf:
    library = Library({"handbook.md": HANDBOOK, "records/ledger.txt": LEDGER})
    newer = Library(
        library.texts | {"new.md": "News\n\nThe whale was called Gertrude Longfin."}, "build-2"
    )
    return Shelf(library, newer)


@pytest.fixture
def rebuilder(shelf: Shelf) -> Rebuilder:
    return Rebuilder(shelf)


@pytest.fixture
def answers_at(tmp_path: Path) -> Path | str:
    """Where the bot's answer store is."""
    return tmp_path / "answers.sqlite3"


@pytest.fixture
def make_bot(
    shelf: Shelf, rebuilder: Rebuilder, tmp_path: Path, answers_at: Path | str
) -> Callable[..., Awaitable[VerbatimBot]]:
    """Make a bot that answers from the shelf; it has its data in the test's folder."""

    async def make(settings: DiscordSettings) -> VerbatimBot:
        core = CoreSettings(
            _env_file=None, seeds=tmp_path / "seeds", data=tmp_path, max_file_mb=0.001
        )

        def reopen() -> Library:
            shelf.published.closed = False
            return shelf.published

        pool = AnswerPool(
            open_source=reopen,
            newest_build=lambda: shelf.published.build,
            rebuild=rebuilder,
            embed=embed,
            workers=settings.workers,
            queue=settings.queue,
        )
        await pool.start()
        store = await AnswerStore.open(answers_at)
        bot = VerbatimBot(settings, assemble(core, settings, pool=pool, store=store))
        # Tests let hours pass and switch the index themselves.
        bot.watch_index.change_interval(hours=100)
        bot.measure.change_interval(hours=1)
        return bot

    return make


@pytest.fixture
def world(
    shelf: Shelf, rebuilder: Rebuilder, make_bot: Callable[..., Awaitable[VerbatimBot]]
) -> Callable[..., Any]:
    """Open the bot in a simulated Discord: ``async with world(**settings) as w``."""

    @asynccontextmanager
    async def open_world(
        *, simulation: dict[str, Any] | None = None, **values: Any
    ) -> AsyncIterator[Any]:
        settings = DiscordSettings(_env_file=None, **values)
        bot = await make_bot(settings)
        made = [bot]
        try:
            async with simcord.run(bot, shard_count=1, **(simulation or {})) as env:
                guild = env.create_guild("Harbour")
                channel = guild.create_text_channel("general")
                alice = guild.add_member(env.create_user("alice", global_name="Alice"))
                bob = guild.add_member(env.create_user("bob", global_name="Bob"))

                async def restart() -> None:
                    await env.settle()
                    await made[-1].services.store.close()
                    made.append(await make_bot(settings))
                    await env.restart_bot(made[-1])

                def public():
                    return [m for m in channel.history() if not m.flags.ephemeral]

                yield SimpleNamespace(
                    public=public,
                    env=env,
                    bot=lambda: made[-1],
                    guild=guild,
                    channel=channel,
                    alice=alice,
                    bob=bob,
                    shelf=shelf,
                    rebuilder=rebuilder,
                    restart=restart,
                    services=lambda: made[-1].services,
                    mention=f"<@{env.backend.bot_user.id}>",
                )
        finally:
            for each in made:
                await each.services.store.close()
                await each.services.pool.close()

    return open_world


def shown(message: Any) -> str:
    """All text that a message displays, from content and components."""
    raw = message.components
    parts = [message.content] if message.content else []

    def walk(items: Any) -> None:
        for item in items:
            item = item if isinstance(item, dict) else item.to_dict()
            if item.get("type") == 10:
                parts.append(item["content"])
            walk(item.get("components") or ())

    walk(raw)
    return "\n".join(parts)


def buttons(message: Any) -> list[str]:
    """The labels (or emoji) of a message's enabled buttons."""
    found: list[str] = []

    def walk(items: Any) -> None:
        for item in items:
            item = item if isinstance(item, dict) else item.to_dict()
            if item.get("type") == 2 and not item.get("disabled"):
                found.append(item.get("label") or item["emoji"]["name"])
            walk(item.get("components") or ())

    walk(message.components)
    return found


@pytest.fixture
def read() -> Callable[[Any], str]:
    return shown


@pytest.fixture
def labels() -> Callable[[Any], list[str]]:
    return buttons
