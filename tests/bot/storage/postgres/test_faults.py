"""A database that is away, closed, or of another version: nobody waits, and nothing is lost."""

import asyncio
import time
from contextlib import suppress
from datetime import timedelta

import psycopg
import pytest

from bot.errors import AnswersAwayError, AnswerStoreError
from bot.rendering.errors import for_discord, for_terminal
from bot.storage import database
from bot.storage.turns import Turn
from retrieval.errors import StoreUnavailableError

HOUR = timedelta(hours=1)
ROLE = "the_bot"


@pytest.fixture
def role(postgres, url):
    """The address for a role that owns nothing."""
    postgres.sql(f"CREATE ROLE {ROLE} LOGIN PASSWORD 'of the role'")
    yield url.replace("postgres:of%20the%20tests", f"{ROLE}:of%20the%20role")
    postgres.sql(f"DROP OWNED BY {ROLE}", url=url)
    postgres.sql(f"DROP ROLE {ROLE}")


async def test_while_it_is_away_nobody_waits_long_and_nothing_is_lost(own_server, opened, record):
    store = await opened(own_server.new_database())
    before = record("Before?")
    await store.add(before)
    own_server.halt()
    waited = []
    for _ in range(20):
        began = time.monotonic()
        with pytest.raises(AnswersAwayError, match="can't be reached"):
            await store.get(before.id)
        waited.append(time.monotonic() - began)
    assert max(waited) < 3
    assert sum(waited) < 5
    kept = record("Meanwhile?")
    await store.add(kept)
    assert await store.get(kept.id) == kept
    assert await store.latest(kept.conversation, within=HOUR) == kept
    turn = Turn("person", 1, 1)
    assert await store.take_turns([turn]) is None
    assert await store.take_turns([turn]) is not None
    own_server.start()
    async with asyncio.timeout(20):
        while store._unsaved.records:
            await store.catch_up()
            await asyncio.sleep(0.1)
    assert await store.get(before.id) == before
    assert await store.get(kept.id) == kept


async def test_a_restart_is_over_when_the_server_is_back(own_server, opened, record):
    store = await opened(own_server.new_database())
    kept = record("Kept?")
    await store.add(kept)
    own_server.restart()
    async with asyncio.timeout(10):
        while True:
            with suppress(AnswersAwayError):
                assert await store.get(kept.id) == kept
                break
            await asyncio.sleep(0.1)


async def test_what_is_said_of_it(opened):
    with pytest.raises(StoreUnavailableError) as closed:
        await opened("postgresql://me:tell-nobody@127.0.0.1:1/db")
    assert "tell-nobody" not in for_terminal(closed.value)
    away = AnswersAwayError("The answer store in db can't be reached")
    assert for_discord(away, administrator=False) == (
        "I can't reach what I have remembered right now; try again in a moment."
    )


async def test_a_role_that_may_not_make_tables_is_told_what_it_lacks(opened, role, worded):
    with pytest.raises(AnswerStoreError, check=worded("GRANT CREATE on the database")):
        await opened(role)


async def test_a_role_that_owns_no_tables_says_that_traces_are_left(opened, role, url, postgres):
    owner = await opened()
    for what in ("USAGE ON SCHEMA", "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA"):
        postgres.sql(f"GRANT {what} verbatim_answers TO {ROLE}", url=url)
    store = await opened(role)
    await store.note_change("b1", 5, kept=["b1"])
    await store.forget_person(5)
    assert not await store.erase_traces()
    assert await owner.erase_traces()


async def test_tables_of_a_newer_version_are_left_alone(opened, url, postgres):
    await opened()
    postgres.sql("INSERT INTO verbatim_answers.migrations VALUES (99)", url=url)
    with pytest.raises(AnswerStoreError, match="newer version"):
        await opened()


@pytest.mark.parametrize("ends", [False, True])
async def test_whoever_still_reads_delays_the_erasing(opened, url, record, monkeypatch, ends):
    monkeypatch.setattr(database, "ERASE_SECONDS", 0.3)
    store = await opened()
    await store.add(record("Forgotten?"))
    with psycopg.connect(url) as reader:
        reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        # Sees what is deleted from now on, but has no lock on a table.
        reader.execute("SELECT 1")
        if ends:
            reader.rollback()
        await store.forget_person(1)
        assert await store.erase_traces() == ends
    assert await store.erase_traces()


async def test_a_text_with_a_character_that_no_text_can_hold_is_stored(opened, record):
    store = await opened()
    kept = record("Who\0?")
    await store.add(kept)
    assert store._unsaved.records == ()
    assert [miss.question for miss in await store.misses(10)] == []
    assert (await store.get(kept.id)).answer == kept.answer
