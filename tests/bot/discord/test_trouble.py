"""The store is locked, Discord is down, somebody clicks twice: no answer is lost or doubled."""

import asyncio
import sqlite3
from contextlib import closing, contextmanager

import pytest

from bot.discord import patience
from bot.rendering.errors import SOMETHING_WRONG

QUESTION = "Who built the lighthouse in 1853?"
POSTING = "POST /channels/{channel_id}/messages"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(patience, "LONGEST_PAUSE", 0.05)
    sleep = asyncio.sleep
    # discord.py pauses for seconds before it tries again by itself.
    monkeypatch.setattr("asyncio.sleep", lambda seconds, *a: sleep(min(seconds, 0.05), *a))


@contextmanager
def locked(store):
    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_an_answer_is_shown_though_the_store_is_locked(harbour):
    async with harbour() as h:
        store = h.bot.services.store
        await store.database.writer.execute("PRAGMA busy_timeout = 50")
        with locked(store):
            asked = h.alice.slash(h.channel, "ask", question=QUESTION)
            answer = await asked.answer()
            assert "Ada Brown" in answer.text
            replied = await h.server.reply(h.alice.say(h.channel, QUESTION, mention=True))
            assert "Ada Brown" in replied.text
            for message in (answer, replied):
                pressed = await h.alice.click(message, "Context").answer()
                assert "Visitors may climb" in pressed.text
            assert not any(SOMETHING_WRONG in m.text for m in h.channel.messages)
        await store.catch_up()
        with closing(sqlite3.connect(store.database.path)) as other:
            rows = other.execute("SELECT answer_message FROM answers").fetchall()
        assert {str(row[0]) for row in rows} == {answer.id, replied.id}


@pytest.mark.parametrize("status", [500, 503])
async def test_a_reply_is_tried_again_until_discord_is_back(harbour, status):
    async with harbour() as h:
        for path in (POSTING, "PATCH /webhooks"):
            h.server.faults.server_error(path, times=14, status=status)
        asked = h.alice.slash(h.channel, "ask", question=QUESTION)
        question = h.alice.say(h.channel, QUESTION, mention=True)
        assert "Ada Brown" in (await asked.answer(within=20)).text
        assert "Ada Brown" in (await h.server.reply(question, within=20)).text


async def test_a_reply_that_was_posted_though_discord_denied_it_is_not_posted_twice(harbour):
    async with harbour() as h:
        h.server.faults.server_error(POSTING, times=2, status=503, afterwards=True)
        question = h.alice.say(h.channel, QUESTION, mention=True)
        await h.server.until(lambda: len(h.server.sent(POSTING)) == 3)
        await h.server.reply(question)
        assert len([m for m in h.channel.messages if m.author is h.server.bot]) == 1


async def test_an_acknowledgement_that_discord_denied_is_one(harbour):
    async with harbour() as h:
        h.server.faults.server_error("/callback", times=1, status=503, afterwards=True)
        asked = h.alice.slash(h.channel, "ask", question=QUESTION)
        assert "Ada Brown" in (await asked.answer()).text
        assert "second response" in h.server.forgive()[0]


async def test_what_is_tried_again_has_an_end(harbour, monkeypatch):
    tried = []

    async def send():
        tried.append(1)
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await patience.insist(send, seconds=0.2)
    assert 1 <= len(tried) < 50
    monkeypatch.setattr(patience, "MOST", 0)
    tried.clear()
    with pytest.raises(ConnectionResetError):
        await patience.insist(send, seconds=100)
    assert len(tried) == 1
    assert patience._waiting == 0


async def test_share_clicked_twice_shares_once(harbour):
    async with harbour() as h:
        asked = h.alice.slash(h.channel, "ask", question=QUESTION, private=True)
        answer = await asked.answer()
        clicks = [h.alice.click(answer, "Share") for _ in range(3)]
        for click in clicks:
            await click.acknowledged()
        await h.server.until(lambda: any(click.followups for click in clicks))
        await asyncio.sleep(0.2)
        assert sum(len(click.followups) for click in clicks) == 1
        (shared,) = [one for click in clicks for one in click.followups]
        assert (await h.bot.services.store.by_answer_message(int(shared.id))).private is False


async def test_what_could_not_be_shared_can_be_shared_later(harbour):
    async with harbour() as h:
        answer = await h.alice.slash(h.channel, "ask", question=QUESTION, private=True).answer()
        h.server.faults.refuse("/callback", code=50013)
        h.alice.click(answer, "Share")
        await h.server.until(lambda: not h.server.faults._faults[0].times)
        await asyncio.sleep(0.1)
        shared = h.alice.click(answer, "Share")
        assert "Ada Brown" in (await shared.followup()).text


async def test_servers_that_were_left_while_it_was_away_are_forgotten(harbour):
    async with harbour() as h:
        store = h.bot.services.store
        await h.alice.slash(h.channel, "ask", question=QUESTION).answer()
        async with asyncio.timeout(5):
            while not await store._all("SELECT id FROM answers"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        gone = int(h.guild.id)
        rows = await store._all("SELECT server FROM servers")
        assert [row["server"] for row in rows] == [gone]
        h.bot._connection._guilds.clear()
        await h.bot.on_ready()
        assert await store.count(int(h.alice.id)) == 0
