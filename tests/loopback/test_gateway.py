"""The loopback gateway, proven with a stock discord.py bot."""

import asyncio
import json
import time

import aiohttp
import discord
import pytest

from loopback import world


def echoing(bot):
    @bot.event
    async def on_message(message):
        if message.author != bot.user and bot.user in message.mentions:
            await message.reply(
                f"heard {message.content.split(maxsplit=1)[1]}", mention_author=False
            )


async def test_a_bot_logs_in_and_is_given_its_guilds(server, stock_bot):
    alice = server.add_person("alice")
    guild = server.add_guild("Reading Room", alice)
    channel = server.add_channel(guild, "general")

    bot = await stock_bot()

    assert bot.user.id == int(server.bot.id)
    assert [found.name for found in bot.guilds] == ["Reading Room"]
    assert bot.get_channel(int(channel.id)).permissions_for(bot.guilds[0].me).send_messages
    assert server.gateway.count("identify") == 1


async def test_a_mention_is_answered_with_a_reply(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    await stock_bot(echoing)

    question = alice.say(channel, "who?", mention=True)

    reply = await server.reply(question)
    assert reply.text == "heard who?"
    assert reply.mentions == []


async def test_content_is_withheld_from_a_bot_without_the_intent(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    heard = []

    def listening(bot):
        @bot.event
        async def on_message(message):
            heard.append((message.content, len(message.attachments)))

    await stock_bot(listening)
    alice.say(channel, "not for you")
    alice.say(channel, "for you", mention=True)
    alice.say(alice.dm(), "in private")

    await server.until(lambda: len(heard) == 3)
    assert [content for content, _ in heard] == ["", f"<@{server.bot.id}> for you", "in private"]


async def test_a_reply_shows_its_content_only_where_it_pings_a_regular_message(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    heard = []

    def listening(bot):
        @bot.event
        async def on_message(message):
            if message.author != bot.user:
                heard.append(message.content)

    bot = await stock_bot(listening)
    sent = await bot.get_channel(int(channel.id)).send("regular")
    regular = next(message for message in channel.messages if message.id == str(sent.id))
    alice.say(channel, "with ping", reply_to=regular)
    alice.say(channel, "without ping", reply_to=regular, ping=False)

    await server.until(lambda: len(heard) == 2)
    assert heard == ["with ping", ""]


async def test_a_broken_connection_is_resumed_with_what_was_missed(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    bot = await stock_bot(echoing)
    assert bot.is_ready()

    server.gateway.drop()
    missed = alice.say(channel, "are you there?", mention=True)
    assert not server.gateway.online

    assert (await server.reply(missed)).text == "heard are you there?"
    assert server.gateway.count("identify") == 1
    assert server.gateway.count("resume") == 1
    assert [entry[1]["session_id"] for entry in server.gateway.log if entry[0] == "resume"]


async def test_a_request_to_reconnect_is_followed_by_a_resume(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    await stock_bot(echoing)

    server.gateway.ask_to_reconnect()
    await server.until(lambda: server.gateway.count("resume") == 1)

    assert (
        await server.reply(alice.say(channel, "and now?", mention=True))
    ).text == "heard and now?"


@pytest.mark.slow
async def test_a_forgotten_session_means_a_new_login(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    await stock_bot(echoing)

    server.gateway.invalidate()
    # discord.py waits 5 s before it identifies again.
    await server.until(lambda: server.gateway.count("identify") == 2, within=15)
    await server.ready()

    assert (await server.reply(alice.say(channel, "again", mention=True))).text == "heard again"


async def test_a_wrong_token_is_refused_at_login(server, point_discord_at):
    point_discord_at(server)
    async with discord.Client(intents=discord.Intents.none()) as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.login("wrong")
    assert [exchange.status for exchange in server.requests] == [401]


async def test_a_token_that_is_revoked_closes_the_gateway_with_4004(server, stock_bot):
    bot = await stock_bot()
    server.token = "another"
    server.gateway.drop()

    await server.until(lambda: ("refused", 4004) in server.gateway.log)
    await server.until(bot.is_closed)


async def test_an_intent_that_was_not_granted_closes_with_4014(server, stock_bot):
    intents = discord.Intents(guilds=True, message_content=True)
    await stock_bot(intents=intents, wait=False)
    await server.until(lambda: ("refused", 4014) in server.gateway.log)

    server.gateway.privileged = 1 << 15
    await stock_bot(intents=intents)
    assert server.gateway.online


async def test_heartbeats_are_measured(server, stock_bot):
    server.gateway.interval = 0.3
    await stock_bot()
    await server.until(lambda: len(server.gateway.beats) >= 4)
    assert max(beat.late for beat in server.gateway.beats) < 0.2

    time.sleep(0.9)  # noqa: ASYNC251 - a blocked event loop is what this is about
    await server.until(lambda: max(beat.late for beat in server.gateway.beats) > 0.4)


async def test_a_gateway_that_was_down_is_resumed_when_it_is_back(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    await stock_bot(echoing)

    server.gateway.refusing = True
    server.gateway.drop()
    missed = alice.say(channel, "meanwhile", mention=True)
    await asyncio.sleep(0.3)
    assert not server.gateway.online
    server.gateway.refusing = False

    assert (await server.reply(missed, within=20)).text == "heard meanwhile"
    assert server.gateway.count("identify") == 1


async def test_losing_sight_of_a_channel_silences_it(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    bot = await stock_bot(echoing)
    server.deny(channel, world.VIEW_CHANNEL)

    alice.say(channel, "hello", mention=True)
    with pytest.raises(discord.Forbidden, match="50001"):
        await bot.get_channel(int(channel.id)).send("I cannot see you")
    assert server.sent("POST /channels")[-1].status == 403


@pytest.mark.slow
async def test_shards_get_the_guilds_that_are_theirs(server, point_discord_at):
    alice = server.add_person("alice")
    for number in range(4):
        server.add_guild(f"Guild {number}", alice, guild_id=world.snowflake_on(number % 2, 2))
    point_discord_at(server)
    bot = discord.AutoShardedClient(shard_count=2, intents=discord.Intents(guilds=True))
    async with bot:
        task = asyncio.create_task(bot.start(server.token))
        await server.until(lambda: server.gateway.count("identify") == 2, within=20)
        await bot.wait_until_ready()
        assert sorted(guild.shard_id for guild in bot.guilds) == [0, 0, 1, 1]
        await bot.close()
        await task


async def test_a_connection_that_died_unnoticed_is_given_up_and_resumed(server, stock_bot):
    alice = server.add_person("alice")
    channel = server.add_channel(server.add_guild("Guild", alice), "general")
    server.gateway.interval = 0.3
    await stock_bot(echoing, heartbeat_timeout=1.0)

    server.gateway.mute()
    missed = alice.say(channel, "anybody?", mention=True)

    assert (await server.reply(missed)).text == "heard anybody?"
    assert server.gateway.count("resume") == 1


async def test_a_client_that_sends_nonsense_is_closed_with_the_right_code(server):
    async def say(*packets):
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{server.gateway_url}?v=10&encoding=json") as socket,
        ):
            assert (await socket.receive_json())["op"] == 10
            for packet in packets:
                await socket.send_str(packet if isinstance(packet, str) else json.dumps(packet))
            while (await socket.receive()).type is aiohttp.WSMsgType.TEXT:
                pass
            return socket.close_code

    login = {"token": server.token, "properties": {}, "intents": 1}
    assert await say("not json") == 4002
    assert await say({"op": 8, "d": {}}) == 4003
    assert await say({"op": 2, "d": {**login, "token": "wrong"}}) == 4004
    assert await say({"op": 2, "d": login}, {"op": 2, "d": login}) == 4005
    assert await say({"op": 2, "d": login}, {"op": 99, "d": None}) == 4001
    assert await say({"op": 2, "d": {**login, "shard": [2, 2]}}) == 4010
    assert await say({"op": 2, "d": {**login, "intents": -1}}) == 4013
    assert await say({"op": 2, "d": {**login, "padding": "x" * 4096}}) == 4002
    assert await say({"op": 2, "d": login}, *[{"op": 3, "d": {}}] * 120) == 4008
    known = list(server.gateway.sessions)[-1]
    resume = {"token": server.token, "session_id": known, "seq": 10_000}
    assert await say({"op": 6, "d": resume}) == 4007
