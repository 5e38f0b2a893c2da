"""How `verbatim run` starts, stops, restarts and gives up: each test has a process of its own."""

import asyncio
import signal
import time

import pytest

from loopback import world

pytestmark = pytest.mark.timeout(300)

DRONES = "Who supplies Azerbaijan's drones?"
LIGHTHOUSE = "When was the lighthouse of Harrow Point built?"


@pytest.fixture
def room(server):
    alice = server.add_person("alice")
    return alice, server.add_channel(server.add_guild("Guild", alice), "general")


async def test_buttons_outlive_the_process_and_the_token(server, make_bot, room):
    alice, channel = room
    server.interaction_lifetime = 2.0
    async with make_bot(server) as bot:
        await bot.online()
        answer = await alice.slash(channel, "ask", question=DRONES).answer()
        began = time.monotonic()
        bot.signal(signal.SIGTERM)
        assert await bot.ended(within=5) == 0
        assert time.monotonic() - began < 5
        assert ("close", 1000) in server.gateway.log
        assert len(server.syncs) == 1

        await bot.start()
        await bot.online()
        assert "Armenia" in (await alice.click(answer, "Context").answer()).text
        opened = alice.click(answer, "Follow up")
        await opened.shown_modal()
        followed = await alice.submit(opened, "When was the lighthouse built?").answer()
        assert "1853" in followed.text
        alice.click(answer, "Dismiss")
        await server.until(lambda: answer.deleted, what="a dismissal")
        # Nothing about the commands changed, so they were not sent again.
        assert len(server.syncs) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_stops_cleanly_in_the_middle_of_its_work(server, make_bot, room, number):
    alice, channel = room
    async with make_bot(server, workers=1) as bot:
        await bot.online()
        for _ in range(8):
            alice.slash(channel, "ask", question=DRONES)
        bot.signal(number)
        assert await bot.ended(within=5) == 0
        assert "Traceback" not in bot.log


async def test_it_stops_cleanly_when_discord_no_longer_listens(server, make_bot):
    async with make_bot(server) as bot:
        await bot.online()
        server.gateway.refusing = True
        server.gateway.drop()
        await asyncio.sleep(0.5)
        bot.signal(signal.SIGTERM)
        assert await bot.ended(within=5) == 0


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"discord_token": "not.the.token"}, "VERBATIM_DISCORD_TOKEN"),
        ({"discord_token": None}, "VERBATIM_DISCORD_TOKEN"),
        ({"index": False}, "verbatim index"),
        ({"auto_answer_channels": "123"}, "Message Content"),
    ],
    ids=["wrong token", "no token", "no index", "intent not granted"],
)
async def test_what_its_owner_can_mend_is_one_sentence_and_exit_code_2(
    server, make_bot, settings, words
):
    async with make_bot(server, **settings) as bot:
        assert await bot.ended(within=60) == 2
        last = [line for line in bot.log.splitlines() if not line.startswith("{")]
        assert words in " ".join(last)
        assert "Traceback" not in bot.log


async def test_without_a_network_it_says_so_and_exits_with_2(server, make_bot):
    bot = make_bot(server)
    await server.close()
    async with bot:
        assert await bot.ended(within=60) == 2
        assert "reach" in bot.log
        assert "Traceback" not in bot.log


@pytest.mark.slow
async def test_a_gateway_that_never_answers_ends_it_with_1(server, make_bot):
    server.gateway.refusing = True
    async with make_bot(server, gateway_timeout=5) as bot:
        assert await bot.ended(within=60) == 1
        assert server.gateway.count("identify") == 0


async def test_a_gateway_that_stays_dead_ends_it_with_1(server, make_bot, room):
    alice, channel = room
    async with make_bot(server, gateway_timeout=5) as bot:
        await bot.online()
        await server.reply(alice.say(channel, DRONES, mention=True))
        await asyncio.sleep(2.5)  # discord.py calls a shard ready 2 s after its last server
        server.gateway.refusing = True
        server.gateway.drop()
        began = time.monotonic()
        assert await bot.ended(within=20) == 1
        assert time.monotonic() - began > 3
        assert bot.events("gateway dead")


async def test_a_revoked_token_ends_it(server, make_bot):
    async with make_bot(server) as bot:
        await bot.online()
        server.token = "another"
        server.gateway.drop()
        assert await bot.ended(within=20) != 0


async def test_it_degrades_where_permissions_are_missing(server, make_bot, room):
    alice, channel = room
    async with make_bot(server) as bot:
        await bot.online()
        server.deny(channel, world.EMBED_LINKS)
        reply = await server.reply(alice.say(channel, DRONES, mention=True))
        assert reply.content
        assert "Israel" in reply.text
        told = await server.bot_message(server.direct_channel(server.owner))
        assert "Embed Links" in told.text

        server.deny(channel, world.SEND_MESSAGES)
        alice.say(channel, DRONES, mention=True)
        told = await server.bot_message(server.direct_channel(server.owner), number=1)
        assert "Send Messages" in told.text
        refused = [exchange for exchange in server.requests if exchange.status in (401, 403)]
        assert refused == []


async def test_a_flood_is_held_back_with_words(server, make_bot, room):
    alice, channel = room
    async with make_bot(server, user_per_minute=2) as bot:
        await bot.online()
        asked = [alice.slash(channel, "ask", question=DRONES) for _ in range(4)]
        for interaction in asked:
            await interaction.acknowledged()
        # The last one of these is acknowledged and shows nothing: she was told just now.
        gone = await server.until(lambda: [one.original for one in asked if one.original.deleted])
        (shown, *_), answers = gone, [one for one in asked if not one.original.deleted]
        assert shown.only_for is alice.user
        texts = [(await one.answer()).text for one in answers]
        assert sum("Israel" in text for text in texts) == 2
        (held,) = [text for text in texts if "Israel" not in text]
        assert "again in" in held


async def test_only_the_named_channel_is_answered_unasked(server, make_bot, room):
    alice, channel = room
    other = server.add_channel(channel.guild, "other")
    server.gateway.privileged = 1 << 15
    async with make_bot(server, auto_answer_channels=channel.id) as bot:
        await bot.online()
        alice.say(other, LIGHTHOUSE)
        alice.say(channel, "Nice weather today, isn't it?")
        question = alice.say(channel, LIGHTHOUSE)
        assert "1853" in (await server.reply(question)).text
        assert [message.author.name for message in other.messages] == ["alice"]
        assert len([message for message in channel.messages if message.author is server.bot]) == 1


async def test_no_log_level_tells_what_is_asked_in_private(server, make_bot, room):
    alice, channel = room
    async with make_bot(server, log_level="DEBUG") as bot:
        await bot.online()
        server.faults.rate_limit("PATCH /webhooks", retry_after=0.05)
        asked = alice.slash(channel, "ask", question=LIGHTHOUSE, private=True)
        assert "1853" in (await asked.answer()).text
        replied = await server.reply(alice.say(alice.dm(), LIGHTHOUSE))
        assert "1853" in replied.text
        assert LIGHTHOUSE not in bot.log
        assert "1853" not in bot.log
        assert asked.token not in bot.log
        assert server.token not in bot.log
        stored = bot.folder / "data" / "answers.sqlite3"
        assert stored.stat().st_mode & 0o077 == 0
