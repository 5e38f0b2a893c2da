"""What is forgotten is gone from where it was stored, and a server's rows with its last bot."""

from datetime import UTC, datetime, timedelta

import pytest

HOUR = timedelta(hours=1)
MARK = "unforgettable"


@pytest.mark.parametrize("way", ["server", "age", "one by one"])
async def test_nor_what_was_forgotten_otherwise(store, record, way, traces):
    old = datetime.now(UTC) - 10 * HOUR
    forgotten = [record(f"{MARK} {n}?", server=11, asked_at=old) for n in range(40)]
    for one in forgotten:
        await store.add(one)
        await store.add(record("Another's?"))
    if way == "server":
        await store.forget_server(11)
    elif way == "age":
        await store.prune(older_than=HOUR)
    else:
        for one in forgotten:
            await store.delete(one.id)
        await store.catch_up()
    assert traces(MARK) == 0
    assert await store.count(1) == 40


async def test_a_server_that_was_left_while_the_bot_was_away_is_forgotten(store, record):
    for server in (10, 11, 12):
        await store.add(record("Asked?", server=server))
    assert await store.now_in([10, 11], bot=7, mine=lambda _server: True) == 0
    await store.take_note("missing/11/100/Embed Links", "told")
    # In 12 somebody had brought the bot along: it never was there, and leaves nothing.
    assert await store.now_in([10], bot=7, mine=lambda server: server != 11) == 0
    assert await store.now_in([10], bot=7, mine=lambda _server: True) == 1
    assert await store.note("missing/11/100/Embed Links") is None
    assert await store.now_in([], bot=7, mine=lambda _server: True) == 1
    assert await store.count(1) == 1


async def test_an_answer_of_a_clock_that_was_ahead_is_kept_no_longer_than_others(store, record):
    await store.add(record("From the future?", asked_at=datetime.now(UTC) + 9000 * HOUR))
    assert await store.latest("10/100/1", within=HOUR) is None
    assert await store.prune(older_than=HOUR) == 0
    (row,) = await store._all("SELECT asked_at FROM answers")
    assert abs(row["asked_at"] - datetime.now(UTC).timestamp()) < 60
