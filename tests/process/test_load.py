"""Two hundred people ask within a minute while the index changes under the bot."""

import asyncio
import random
from collections import Counter

import pytest

from loopback import LoopbackDiscord
from retrieval.indexing.build import build_index

PEOPLE = 200
SECONDS = 60
SWAP_EVERY = 5
TOPICS = 20


def town(number: int, year: int) -> str:
    """One document with one fact that no other document has."""
    return (
        f"The Chronicle of {NAMES[number]}\n\n"
        f"The town hall of {NAMES[number]} was built in {year}. "
        f"The market of {NAMES[number]} is held on Fridays.\n"
    )


NAMES = [
    first + second
    for first in ("Alder", "Brom", "Cald", "Dun", "Esk")
    for second in ("worth", "hollow", "minster", "quay")
]


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_two_hundred_users_while_the_index_is_swapped(make_bot, encoder):
    async with LoopbackDiscord() as server:
        server.gateway.interval = 2.0
        # Half a dozen servers, so that no channel's own limit is what is measured.
        people = [server.add_person(f"person{number}") for number in range(PEOPLE)]
        guilds = [server.add_guild(f"Guild {number}", *people) for number in range(6)]
        channels = [server.add_channel(guild, "general") for guild in guilds]
        settings = {"user_per_minute": 1000, "channel_per_minute": 10_000, "queue": 500}
        bot = make_bot(server, **settings)
        seeds, index = bot.folder / "seeds", bot.folder / "data" / "index"
        years = {number: 1500 + 7 * number for number in range(TOPICS)}
        for number, year in years.items():
            (seeds / f"town{number}.txt").write_text(town(number, year), "utf-8")
        await asyncio.to_thread(build_index, seeds, index, encoder)
        async with bot:
            await bot.online()
            await server.until(lambda: bot.events("shard ready"), within=20)
            server.gateway.beats.clear()

            chance = random.Random(7)
            swapping = asyncio.create_task(_swap(seeds, index, encoder))
            asked = []
            for person in people:
                topic = chance.randrange(TOPICS)
                question = f"When was the town hall of {NAMES[topic]} built?"
                channel = chance.choice(channels)
                if len(asked) % 10 == 9:
                    asked.append((topic, person.say(channel, question, mention=True)))
                else:
                    asked.append((topic, person.slash(channel, "ask", question=question)))
                await asyncio.sleep(SECONDS / PEOPLE)
            swaps = await swapping

            outcome = Counter()
            slowest = 0.0
            for topic, question in asked:
                if hasattr(question, "acknowledged"):
                    await question.acknowledged(within=3)
                    slowest = max(slowest, question.response_seconds)
                    answer = await question.answer(within=30)
                else:
                    answer = await server.reply(question, within=30)
                first = answer.text.split("\n-# ")[0]
                right = NAMES[topic] in first and str(years[topic]) in first
                outcome["right" if right else "wrong"] += 1

            assert outcome == {"right": PEOPLE}
            assert slowest < 3
            assert swaps >= SECONDS // SWAP_EVERY - 2
            assert len(bot.events("index switched")) >= swaps
            late = max(beat.late for beat in server.gateway.beats)
            assert len(server.gateway.beats) > SECONDS / 2 / 2
            assert late < 1
            assert "Traceback" not in bot.log
            print(f"slowest acknowledgement {slowest:.3f} s, latest heartbeat {late:.3f} s")  # noqa: T201
        assert server.forgive() == []
        assert server.gateway.count("identify") == 1


async def _swap(seeds, index, encoder) -> int:
    """Publish a build with one more document every few seconds; return how many."""
    loop = asyncio.get_running_loop()
    end = loop.time() + SECONDS
    swaps = 0
    while loop.time() + SWAP_EVERY <= end:
        due = loop.time() + SWAP_EVERY
        swaps += 1
        note = f"Notice {swaps}\n\nNotice number {swaps} hangs on the board by the pump.\n"
        (seeds / f"notice{swaps}.txt").write_text(note, "utf-8")
        await asyncio.to_thread(build_index, seeds, index, encoder)
        await asyncio.sleep(max(0, due - loop.time()))
    return swaps
