"""The terminal's memory does what the answer store does, as far as conversations go."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.storage.memory import MemoryStore
from bot.storage.records import AnswerRecord, Place, new_id
from bot.storage.store import AnswerStore

HOUR = timedelta(hours=1)


@pytest.fixture(params=["memory", "sqlite"])
async def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
        return
    opened = await AnswerStore.open(tmp_path / "answers.sqlite3")
    yield opened
    await opened.close()


def record(shelf, question, *, minutes=0, asker=1, channel=100):
    return AnswerRecord(
        id=new_id(),
        asked_at=datetime.now(UTC) - timedelta(minutes=minutes),
        door="repl",
        asker=asker,
        place=Place(server=None, channel=channel),
        private=False,
        conversation=f"direct/{channel}/{asker}",
        answer=shelf.published.ask(question),
        seconds=0.1,
    )


async def test_the_latest_of_a_conversation_is_found_within_its_time(store, shelf):
    newest = record(shelf, "What does its lamp burn?", minutes=1)
    for each in (
        newest,
        record(shelf, "Who built the lighthouse?", minutes=5),
        record(shelf, "Somebody else's?", asker=2),
        record(shelf, "Elsewhere?", channel=101),
    ):
        await store.add(each)
    assert await store.latest("direct/100/1", within=HOUR) == newest
    assert await store.latest("direct/100/1", within=timedelta(seconds=30)) is None
    assert await store.latest("direct/100/3", within=HOUR) is None


async def test_a_dropped_conversation_explains_nothing_and_a_later_question_does(store, shelf):
    first, other = record(shelf, "Who built it?", minutes=2), record(shelf, "Toll?", channel=101)
    await store.add(first)
    await store.add(other)
    assert await store.undropped(first.id) == first
    assert await store.drop_conversation(1, 100) == 1
    assert await store.drop_conversation(1, 100) == 0
    assert await store.undropped(first.id) is None
    assert await store.latest("direct/100/1", within=HOUR) is None
    assert await store.undropped(other.id) == other
    later = record(shelf, "How many steps?")
    await store.add(later)
    assert await store.latest("direct/100/1", within=HOUR) == later


async def test_a_changed_answer_takes_the_old_ones_place_if_it_is_still_there(store, shelf):
    kept = record(shelf, "Who built the lighthouse?")
    await store.add(kept)
    changed = shelf.published.ask("What does its lamp burn?")
    await store.change(kept.id, changed)
    assert (await store.undropped(kept.id)).answer == changed
    await store.change("gone", changed)
    assert await store.undropped("gone") is None


async def test_the_memory_is_bounded(shelf):
    store = MemoryStore(keep=3)
    records = [record(shelf, f"Question {n}?", minutes=9 - n) for n in range(5)]
    for each in records:
        await store.add(each)
    await store.drop_conversation(1, 100)
    assert [await store.undropped(each.id) for each in records] == [None] * 5
    assert len(store._records) == 3
