"""What is forgotten is gone from the files, whoever else has them open."""

import asyncio
import sqlite3
import stat
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.storage import database, forgetting
from bot.storage.sqlite import database as sqlite_database
from bot.storage.store import AnswerStore

HOUR = timedelta(hours=1)
MARK = "unforgettable"


@pytest.fixture
async def store(tmp_path):
    store = await AnswerStore.open(tmp_path / "answers.sqlite3")
    yield store
    await store.close()


def traces(store):
    files = store.database.path.parent.glob(store.database.path.name + "*")
    return b"".join(file.read_bytes() for file in files).count(MARK.encode())


async def fill(store, record, *, rows=300):
    """Two people's answers side by side, grown and shrunk until pages were balanced often."""
    for number in range(rows):
        padding = "and so on " * (number * 7 % 60)
        await store.add(record(f"{MARK} {number} {padding}?"))
        kept = record(f"Another's {number} {padding}?", asker=2)
        await store.add(kept)
        if number % 3:
            await store.change(kept.id, replace(kept.answer, suggestions=(padding,) * 3))
    assert traces(store)


async def test_no_page_keeps_what_a_person_had_forgotten(store, record):
    await fill(store, record)
    assert await store.forget_person(1) == 300
    assert traces(store) == 0
    assert await store.count(2) == 300


async def test_a_reader_delays_it_and_is_waited_for(store, record, monkeypatch):
    monkeypatch.setattr(database, "ERASE_SECONDS", 0.05)
    await fill(store, record, rows=20)
    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM answers").fetchone()
        assert await store.forget_person(1) == 20
        assert not await store.erase_traces()
        other.execute("COMMIT")
        await store.catch_up()
        assert traces(store) == 0


async def test_what_is_due_outlives_the_process(tmp_path, record, monkeypatch):
    path = tmp_path / "answers.sqlite3"
    store = await AnswerStore.open(path)
    await store.add(record(f"{MARK}?"))
    monkeypatch.setattr(sqlite_database, "erase", lambda _path: False)
    await store.forget_person(1)
    await store.close()
    monkeypatch.undo()
    store = await AnswerStore.open(path)
    await store.catch_up()
    assert traces(store) == 0
    assert await store.note(forgetting.DUE) is None
    await store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
async def test_only_the_bots_own_user_can_read_the_files(tmp_path, record):
    path = tmp_path / "answers.sqlite3"
    path.touch(0o644)
    for _ in range(2):
        store = await AnswerStore.open(path)
        await store.add(record("Private?"))
        modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("answers.*")}
        assert modes == {0o600}
        await store.close()
        path.chmod(0o644)


async def test_many_old_answers_are_deleted_while_others_are_read_and_the_file_shrinks(
    store, record
):
    old, answer = datetime.now(UTC) - 10 * HOUR, record("Old?")
    await store.database.writer.execute("BEGIN")
    for number in range(3000):
        await store.add(replace(answer, id=f"old{number}", asked_at=old))
    await store.database.writer.execute("COMMIT")
    new = record("New?")
    await store.add(new)
    await store.database.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = store.database.path.stat().st_size
    pruning = asyncio.create_task(store.prune(older_than=HOUR))
    found = 0
    while not pruning.done():
        assert await store.get(new.id) == new
        await store.drop_conversation(99, 99)
        found += 1
    assert pruning.result() == 3000
    assert found > 3000 / forgetting.BATCH
    assert store.database.path.stat().st_size < size / 10


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_two_hundred_thousand_old_answers_go_without_holding_anybody_up(store, record):
    old, answer = datetime.now(UTC) - 10 * HOUR, record("Old?")
    await store.database.writer.execute("BEGIN")
    for number in range(200_000):
        await store.add(replace(answer, id=f"old{number}", asked_at=old))
    await store.database.writer.execute("COMMIT")
    await store.database.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = store.database.path.stat().st_size
    started = time.monotonic()
    pruning = asyncio.create_task(store.prune(older_than=HOUR))
    slowest = 0.0
    number = 0
    while not pruning.done():
        began, number = time.monotonic(), number + 1
        one = record("New?", question_message=number)
        await store.add(one)
        assert await store.get(one.id) == one
        slowest = max(slowest, time.monotonic() - began)
        await asyncio.sleep(0.01)
    assert pruning.result() == 200_000
    took = time.monotonic() - started
    print(f"{size / 1e6:.0f} MB in {took:.1f} s, a write at most {slowest:.2f} s")  # noqa: T201
    assert store.database.path.stat().st_size < size / 10
    assert store._unsaved.records == ()
