"""A bot that moves to a database takes along what it remembered in its file."""

import sqlite3
from contextlib import closing

import pytest

from bot.errors import AnswerStoreError
from bot.storage import moving
from bot.storage.moving import move_file
from bot.storage.store import AnswerStore


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Wait longer than for a button: what else is tested keeps the machine busy."""
    monkeypatch.setattr("bot.storage.postgres.database._PATIENCE", 30.0)


@pytest.fixture
async def path(tmp_path, record):
    """A file with two answers, one of them dropped, and all else that there may be."""
    path = tmp_path / "answers.sqlite3"
    store = await AnswerStore.open(path)
    for number, asker in enumerate((1, 2)):
        await store.add(record(f"Question {number}?", asker=asker, id=f"answer{number}"))
    await store.drop_conversation(2, 100)
    await store.vote("answer0", 5, -1, "wrong", decisive=True)
    await store.note_change("b1", 3, kept=["b1"])
    await store.take_note("commands/7", "abc")
    await store.now_in([10], bot=7, mine=lambda _server: True)
    await store.close()
    return path


async def check(store, records):
    assert [(await store.get(f"answer{n}")).asker for n in (0, 1)] == [1, 2]
    assert await store.undropped("answer1") is None
    assert [row["reason"] for row in await store.complaints(10)] == ["wrong"]
    assert await store.changed_by() == {"b1": (3,)}
    assert await store.note("commands/7") == "abc"
    counts = {one.name: one.number for one in await store.counts(10)}
    assert (counts["answer"], counts["down"]) == (records, 1)


async def test_all_of_it_is_there_and_the_file_is_gone(path, opened, record):
    store = await opened()
    # Another bot has counted on the same day.
    await store.add(record("Another's?", asker=9))
    assert await move_file(path, store.database, bot=7) == 2
    await check(store, 3)
    assert list(path.parent.glob("answers*")) == []
    assert await store.now_in([], bot=7, mine=lambda _server: True) == 3


@pytest.mark.parametrize("after", range(0, 9, 2))
async def test_what_ends_in_between_goes_on_and_brings_nothing_back(
    path, opened, monkeypatch, after
):
    store, put, done = await opened(), moving._put, []

    async def cut_off(*row):
        if len(done) == after:
            raise AnswerStoreError("cut off")
        done.append(row)
        await put(*row)

    monkeypatch.setattr(moving, "_put", cut_off)
    with pytest.raises(AnswerStoreError, match="cut off"):
        await move_file(path, store.database, bot=7)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM counts").fetchone() != (0,)
    await move_file(path, store.database, bot=7)
    await check(store, 2)
    assert not path.exists()
