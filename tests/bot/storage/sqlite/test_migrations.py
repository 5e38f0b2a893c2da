"""Answer stores of earlier versions: nothing that was in them is lost."""

import asyncio
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiosqlite
import pytest

from bot.storage.records import Place
from bot.storage.sqlite import migrations
from bot.storage.sqlite.migrations import VERSION, migrate
from bot.storage.store import AnswerStore
from retrieval.domain import Choice, Level, Span
from retrieval.locators import Page

DUMP = Path(__file__).parent / "version1.sql"
"""A store as version 1 wrote it, with three answers, two votes and a note."""


@pytest.fixture
def old(tmp_path) -> Path:
    path = tmp_path / "answers.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.executescript(DUMP.read_text("utf-8"))
    connection.close()
    return path


def tables(path: Path) -> list[tuple[str, ...]]:
    """What a database is made of, without the spelling of the statements that made it."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT type, name FROM sqlite_master ORDER BY name").fetchall()
        for kind, name in tuple(found):
            pragma = "table_info" if kind == "table" else "index_info"
            found += connection.execute(f"PRAGMA {pragma}('{name}')").fetchall()
    connection.close()
    return found


async def test_every_answer_of_version_1_is_read_as_it_was_meant(old):
    store = await AnswerStore.open(old)
    first = await store.by_answer_message(901)
    assert (first.id, first.door, first.asker, first.private) == ("firstanswr", "slash", 7, False)
    assert first.place == Place(server=70, channel=700)
    assert first.conversation == "70/700/7"
    assert first.asked_at == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert first.answer.question == "What does the lamp burn?"
    assert first.answer.confidence.level is Level.HIGH
    assert first.answer.understood_as == "What does the lamp burn? (lighthouse)"
    assert first.answer.suggestions == ("Who trims the wick?",)
    (passage,) = first.answer.passages
    assert passage.highlights == (Span(start=10, end=35),)
    assert passage.citation.locator == Page(number=4)
    assert passage.citation.place.label == "p. 4"
    (other,) = passage.also_in
    assert (other.locator, other.place.label) == (None, "line 3")
    second = await store.by_question_message(800)
    assert (second.parent, second.document) == ("firstanswr", "manual.md")
    assert second.answer.choices == (
        Choice(label="The large lamp", question="Which is the large lamp?"),
    )
    third = await store.get("thirdanswr")
    assert (third.place, third.private) == (Place(server=None, channel=701), True)
    assert store.unreadable == 0
    await store.close()


async def test_conversations_votes_gaps_and_notes_go_on(old):
    store = await AnswerStore.open(old)
    ever = timedelta(days=36500)
    assert (await store.latest("70/700/7", within=ever)).id == "secondansw"
    assert await store.latest("direct/701/8/private", within=ever) is None
    assert await store.undropped("thirdanswr") is None
    assert [tuple(row) for row in await store.complaints(70)] == [
        ("What does the lamp burn?", "it's gas now")
    ]
    assert [miss.question for miss in await store.misses(None)] == ["Is there a mayor?"]
    assert await store.note("commands/1") == "abc"
    assert await store.forget_person(8) == 1
    assert await store.complaints(None) == ()
    assert await store.forget_server(70) == 2
    await store.close()


async def test_an_upgraded_store_is_made_of_the_same_as_a_new_one(old, tmp_path):
    new = tmp_path / "new.sqlite3"
    for path in (old, new):
        await (await AnswerStore.open(path)).close()
    assert tables(old) == tables(new)
    columns = {row[1] for row in tables(new)}
    assert columns >= {"asker", "server", "channel", "conversation", "voter"}
    assert not columns & {"user_id", "guild_id", "channel_id"}


async def test_a_step_that_fails_leaves_the_store_as_it_was(old, monkeypatch):
    before = old.read_bytes()
    broken = (*migrations._NAMES_OF_NO_DOOR, "DROP TABLE nothing_of_that_name")
    monkeypatch.setattr(migrations, "_STEPS", (migrations._FIRST_TABLES, broken))
    async with aiosqlite.connect(old, isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError, match="nothing_of_that_name"):
            await migrate(connection)
    assert old.read_bytes() == before
    monkeypatch.undo()
    store = await AnswerStore.open(old)
    assert (await store.get("firstanswr")).asker == 7
    await store.close()


async def test_processes_that_open_an_old_store_at_once_upgrade_it_once(old, tmp_path):
    for attempt in range(8):
        path = tmp_path / f"copy{attempt}.sqlite3"
        shutil.copy(old, path)
        stores = await asyncio.gather(*(AnswerStore.open(path) for _ in range(4)))
        for store in stores:
            assert (await store.get("firstanswr")).asker == 7
            await store.close()


async def test_opening_an_up_to_date_store_changes_nothing(old):
    await (await AnswerStore.open(old)).close()
    before = tables(old)
    async with aiosqlite.connect(old, isolation_level=None) as connection:
        assert await migrate(connection) == VERSION
    assert tables(old) == before


async def test_a_store_of_version_2_knows_where_the_bot_was_and_what_is_shared(old):
    async with aiosqlite.connect(old, isolation_level=None) as connection:
        for statement in migrations._NAMES_OF_NO_DOOR:
            await connection.execute(statement)
        await connection.execute("PRAGMA user_version = 2")
        await connection.execute(
            "UPDATE answers SET door = 'slash', server = 71 WHERE id = ?", ("thirdanswr",)
        )
    store = await AnswerStore.open(old)
    assert (await store.get("firstanswr")).answer.question == "What does the lamp burn?"
    # A message was answered in 70; whether the bot is in 71, a command doesn't tell.
    assert await store.now_in([], bot=1, mine=lambda _server: True) == 2
    assert (await store.get("thirdanswr")).place.server == 71
    assert [await store.take_share("thirdanswr") for _ in range(2)] == [True, False]
    await store.close()


async def test_a_store_of_version_3_keeps_its_rows_and_learns_of_changes(old):
    async with aiosqlite.connect(old, isolation_level=None) as connection:
        for step in (migrations._NAMES_OF_NO_DOOR, migrations._SERVERS_AND_SHARES):
            for statement in step:
                await connection.execute(statement)
        await connection.execute("PRAGMA user_version = 3")
    before = rows_of(old)
    assert all(before.values())
    store = await AnswerStore.open(old)
    for name, rows in rows_of(old).items():
        # A column that came later is the last one.
        assert [row[: len(before[name][0])] for row in rows] == before[name]
    await store.note_change("b1", 7, kept=["b1"])
    assert await store.changed_by() == {"b1": (7,)}
    await store.close()


async def test_what_a_store_of_version_4_has_is_counted(old):
    async with aiosqlite.connect(old, isolation_level=None) as connection:
        steps = (
            migrations._NAMES_OF_NO_DOOR,
            migrations._SERVERS_AND_SHARES,
            migrations._WHO_CHANGED_DOCUMENTS,
        )
        for step in steps:
            for statement in step:
                await connection.execute(statement)
        await connection.execute("PRAGMA user_version = 4")
        await connection.execute("INSERT INTO changes VALUES ('b1', 7, 1.5)")
    with closing(sqlite3.connect(old)) as connection:
        answers = connection.execute("SELECT asked_at, server, answered FROM answers").fetchall()
        votes = connection.execute("SELECT vote FROM votes").fetchall()
    store = await AnswerStore.open(old)
    counts = {(one.day, one.name): one.number for one in await store.counts(None)}
    for name, answered in (("answer", 1), ("none", 0)):
        by_day = Counter(int(at // 86400) for at, _, was in answers if was == answered)
        assert {day: n for (day, what), n in counts.items() if what == name} == dict(by_day)
    assert sum(n for (_, what), n in counts.items() if what.startswith("took ")) == len(answers)
    assert sum(n for (_, what), n in counts.items() if what in ("up", "down")) == len(votes)
    assert await store.changed_by() == {"b1": (7,)}
    # A gap of before can be closed.
    (miss,) = await store.misses(None)
    assert await store.close_gaps([miss.id]) == 1
    await store.close()


TABLES = {"answers": "*", "votes": "*", "notes": "*", "servers": "server"}


def rows_of(path):
    """All rows of the tables that version 3 had."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT {what} FROM {name} ORDER BY 1").fetchall()  # noqa: S608
            for name, what in TABLES.items()
        }
