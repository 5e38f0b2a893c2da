"""A store that can't be written loses no answer and delays none twice."""

import sqlite3
from contextlib import asynccontextmanager, closing
from datetime import timedelta

import pytest
import structlog

from bot.storage.store import UNSAVED, AnswerStore

HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path):
    store = await AnswerStore.open(tmp_path / "answers.sqlite3")
    await store.database.writer.execute("PRAGMA busy_timeout = 100")
    yield store
    await store.close()


@asynccontextmanager
async def locked(store):
    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def full(store):
    """A disk on which no page more can be written: SQLite's own limit stands for it."""
    async with store.database.writer.execute("PRAGMA page_count") as cursor:
        (pages,) = await cursor.fetchone()
    await store.database.writer.execute(f"PRAGMA max_page_count = {pages}")
    yield
    await store.database.writer.execute("PRAGMA max_page_count = 1073741823")


async def stored(path):
    with closing(sqlite3.connect(path)) as other:
        return {row[0] for row in other.execute("SELECT id FROM answers")}


@pytest.mark.parametrize("trouble", [locked, full])
async def test_what_can_not_be_written_is_at_hand_and_written_later(store, record, trouble):
    first = record("First?", question_message=5)
    others = [record(f"Next {number}?", asker=2) for number in range(300)]
    with structlog.testing.capture_logs() as entries:
        async with trouble(store):
            for one in (first, *others):
                await store.add(one)
            waiting = {one.id for one in store._unsaved.records}
            assert waiting
            for one in others:
                assert await store.get(one.id) == one
            await store.shown_in(others[-1].id, 77)
            assert (await store.by_answer_message(77)).id == others[-1].id
            assert (await store.latest("10/100/2", within=HOUR)).id == others[-1].id
            assert await store.count(2) == 300
            await store.catch_up()
            assert {one.id for one in store._unsaved.records} == waiting
    assert [entry["event"] for entry in entries].count("answer not stored yet") == 1
    await store.catch_up()
    assert store._unsaved.records == ()
    assert await stored(store.database.path) == {first.id, *(one.id for one in others)}
    assert (await store.by_answer_message(77)).id == others[-1].id


async def test_only_the_first_waits_for_whoever_holds_the_store(store, record, monkeypatch):
    tried, insert = [], store._insert

    async def counted(one):
        tried.append(one)
        await insert(one)

    monkeypatch.setattr(store, "_insert", counted)
    async with locked(store):
        for number in range(40):
            await store.add(record(f"Question {number}?"))
        assert len(tried) == 1


async def test_what_waits_is_forgotten_too(store, record):
    mine, other = record("Mine?"), record("Theirs?", asker=2, server=11)
    async with locked(store):
        await store.add(mine)
        await store.add(other)
    assert await store.forget_person(1) == 1
    assert await store.get(mine.id) is None
    assert await store.forget_server(11) == 1
    await store.catch_up()
    assert await stored(store.database.path) == set()


async def test_what_waits_has_a_bound(store, record):
    async with locked(store):
        for number in range(UNSAVED + 5):
            await store.add(record(f"Question {number}?"))
        assert len(store._unsaved.records) == UNSAVED


async def test_an_answer_is_shared_once_even_while_it_can_not_be_written(store, record):
    kept, waiting = record("Kept?"), record("Waiting?")
    await store.add(kept)
    assert [await store.take_share(kept.id) for _ in range(3)] == [True, False, False]
    await store.give_share_back(kept.id)
    assert [await store.take_share(kept.id) for _ in range(2)] == [True, False]
    async with locked(store):
        await store.add(waiting)
        assert [await store.take_share(waiting.id) for _ in range(3)] == [True, False, False]
    assert not await store.take_share("nothing")
