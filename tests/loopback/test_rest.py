"""The loopback server's messages, limits and failures, proven with a stock discord.py bot."""

import asyncio
import io

import discord
import pytest

from loopback import world

PARROT = discord.Embed(title="Parrot", description="A bird.")


async def test_a_card_is_sent_and_edited(server, stock_bot, room):
    _, channel = room

    def card(words):
        view = discord.ui.LayoutView()
        row = discord.ui.ActionRow(discord.ui.Button(label="More", custom_id="more"))
        view.add_item(discord.ui.Container(discord.ui.TextDisplay(words), row))
        return view

    bot = await stock_bot()
    sent = await bot.get_channel(int(channel.id)).send(view=card("first"))
    await sent.edit(view=card("second"))

    message = await server.bot_message(channel)
    assert message.versions == ["first", "second"]
    assert message.buttons == ["More"]


async def test_an_uploaded_file_can_be_fetched(server, stock_bot, room):
    _, channel = room
    bot = await stock_bot()
    sent = await bot.get_channel(int(channel.id)).send(
        "see", file=discord.File(io.BytesIO(b"whole text"), "text.md")
    )
    assert await sent.attachments[0].read() == b"whole text"
    await sent.edit(attachments=[*sent.attachments, discord.File(io.BytesIO(b"2"), "two.md")])
    message = await server.bot_message(channel)
    assert [item["filename"] for item in message.attachments] == ["text.md", "two.md"]


async def test_threads_reactions_and_typing(server, stock_bot, room):
    alice, channel = room
    question = alice.say(channel, "a question")
    bot = await stock_bot()
    seen = await bot.get_channel(int(channel.id)).fetch_message(int(question.id))
    await seen.add_reaction("👀")
    thread = await seen.create_thread(name="Answers")
    async with thread.typing():
        await thread.send("here")

    assert question.reactions == {"👀": [server.bot]}
    inside = server.channels[question.id]
    assert (await server.bot_message(inside)).text == "here"
    assert server.typing[0][0] is inside


@pytest.mark.parametrize("scope", ["user", "shared", "global"])
async def test_a_429_is_waited_out(server, stock_bot, room, scope):
    _, channel = room
    fault = server.faults.rate_limit("POST /channels/{channel_id}/messages", times=2, scope=scope)
    bot = await stock_bot()
    await bot.get_channel(int(channel.id)).send("patience")
    assert fault.hits == 2
    assert [found.status for found in server.sent("POST /channels")] == [429, 429, 200]


async def test_a_5xx_is_retried_and_a_nonce_keeps_the_message_single(server, stock_bot, room):
    _, channel = room
    bot = await stock_bot()
    server.faults.server_error("POST /channels/{channel_id}/messages", afterwards=True)
    await bot.get_channel(int(channel.id)).send("once")
    assert [found.status for found in server.sent("POST /channels")] == [502, 200]
    assert [message.text for message in channel.messages] == ["once"]


async def test_a_slow_server_and_discords_own_limit(server, stock_bot, room):
    _, channel = room
    bot = await stock_bot()
    server.faults.slow(0.3, "POST /channels", times=1)
    target = bot.get_channel(int(channel.id))
    began = asyncio.get_running_loop().time()
    for number in range(6):
        await target.send(str(number))
    assert asyncio.get_running_loop().time() - began > 4
    assert server._rest.limits.exceeded == 0  # the library held back by itself


async def test_permissions_are_refused_with_discords_codes(server, stock_bot, room):
    alice, channel = room
    bot = await stock_bot()
    question = alice.say(channel, "a question")
    target = bot.get_channel(int(channel.id))
    message = await target.fetch_message(int(question.id))
    for bits, attempt, code in (
        (world.SEND_MESSAGES, lambda: target.send("x"), 50013),
        (world.EMBED_LINKS, lambda: target.send(embed=PARROT), 50013),
        (world.READ_MESSAGE_HISTORY, lambda: message.reply("x"), 160002),
        (world.ADD_REACTIONS, lambda: message.add_reaction("👍"), 50013),
        (world.VIEW_CHANNEL, lambda: target.send("x"), 50001),
    ):
        server.deny(channel, bits)
        with pytest.raises(discord.Forbidden) as caught:
            await attempt()
        assert caught.value.code == code
