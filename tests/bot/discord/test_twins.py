"""Two processes with one token: the second says so, and no question is answered twice."""

import asyncio

import pytest

from bot.discord.twins import alone
from bot.errors import DiscordError

QUESTION = "Who built the lighthouse in 1853?"


async def test_a_second_one_with_the_same_data_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("bot.discord.twins.WAIT_SECONDS", 0.1)
    async with alone(tmp_path / "data", "token", ()):
        with pytest.raises(DiscordError, match="VERBATIM_SHARD_IDS"):
            async with alone(tmp_path / "data", "token", ()):
                pass
        async with alone(tmp_path / "data", "another token", ()):
            pass
    async with alone(tmp_path / "data", "token", (0, 2)):
        async with alone(tmp_path / "data", "token", (1,)):
            pass
        with pytest.raises(DiscordError):
            async with alone(tmp_path / "data", "token", (1, 2)):
                pass
    async with alone(tmp_path / "data", "token", (1, 2)):
        pass


async def test_one_that_is_just_ending_is_waited_for(tmp_path):
    async def first():
        async with alone(tmp_path, "token", ()):
            await asyncio.sleep(0.2)

    running = asyncio.create_task(first())
    await asyncio.sleep(0.05)
    async with alone(tmp_path, "token", ()):
        assert running.done()


async def test_of_two_that_run_apart_one_answers_and_the_other_says_so(harbour, make_twin):
    async with harbour() as h, make_twin(h) as twin:
        for number in range(3):
            await h.server.reply(h.alice.say(h.channel, f"{QUESTION} {number}", mention=True))
        await h.server.until(
            lambda: sum(bot.services.metrics.twins._value.get() for bot in (h.bot, twin)) == 3
        )
        assert len([m for m in h.channel.messages if m.author is h.server.bot]) == 3
