"""Several processes and bots with one answer store in a database."""

import asyncio
from datetime import timedelta

import pytest

from bot.storage.turns import SECONDS, Turn

HOUR = timedelta(hours=1)


def everywhere(_server):
    return True


@pytest.fixture
async def both(opened):
    return await opened(), await opened()


async def test_processes_that_start_at_once_make_the_tables_once(opened, url, postgres):
    await asyncio.gather(*(opened() for _ in range(4)))
    rows = postgres.sql("SELECT number FROM verbatim_answers.migrations", url=url)
    assert rows == [(1,)]


async def test_what_one_remembers_the_other_knows(both, record):
    one, other = both
    kept = record("Who built it?", answer_message=6)
    await one.add(kept)
    assert await other.by_answer_message(6) == kept
    assert await other.latest(kept.conversation, within=HOUR) == kept
    assert [await store.take_share(kept.id) for store in (one, other)] == [True, False]
    await other.vote(kept.id, 5, -1, "wrong")
    assert [row["reason"] for row in await one.complaints(10)] == ["wrong"]
    assert await other.forget_person(1) == 1
    assert await one.get(kept.id) is None


async def test_turns_are_counted_for_all_of_them(both):
    stores = both * 20
    taken = await asyncio.gather(*(store.take_turns([Turn("person", 1, 10)]) for store in stores))
    assert taken.count(None) == 10


async def test_turns_are_forgotten_after_a_minute(opened, url, postgres):
    store = await opened()
    turn = Turn("person", 1, 1)
    assert await store.take_turns([turn]) is None
    assert await store.take_turns([turn]) is not None
    postgres.sql(
        "UPDATE verbatim_answers.turns SET at = at - make_interval(secs => %s)", SECONDS, url=url
    )
    assert await store.take_turns([turn]) is None
    assert postgres.sql("SELECT count(*) FROM verbatim_answers.turns", url=url) == [(1,)]


async def test_a_server_is_forgotten_with_the_last_bot_that_is_in_it(both, record):
    one, other = both
    for server in (10, 11):
        await one.add(record("Asked?", server=server))
    assert await one.now_in([10, 11], bot=7, mine=everywhere) == 0
    # The other bot was never in these servers, and doesn't take them for left.
    assert await other.now_in([10], bot=8, mine=everywhere) == 0
    assert await one.count(1) == 2
    assert await one.leave(10, bot=7) == 0
    assert await one.leave(11, bot=7) == 1
    assert await other.now_in([], bot=8, mine=everywhere) == 1
    assert await other.count(1) == 0
