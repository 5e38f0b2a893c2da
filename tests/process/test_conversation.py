"""People talk to `verbatim run`: one process on one server for the whole file."""

import asyncio

import pytest
import pytest_asyncio

from loopback import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="module")

DRONES = "Who supplies Azerbaijan's drones?"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(make_bot):
    """The server with the running bot on it."""
    async with LoopbackDiscord() as server, make_bot(server) as bot:
        await bot.online()
        server.process = bot
        yield server
        assert "Traceback" not in bot.log, bot.log


@pytest_asyncio.fixture(loop_scope="module")
async def room(town):
    """A channel, and a user in it, of the test's own."""
    alice = town.add_person("alice")
    channel = town.add_channel(town.add_guild("Guild", alice), "general")
    yield town, alice, channel
    town.faults.clear()
    assert town.forgive() == []


async def test_a_mention_is_answered_with_both_suppliers(room):
    server, alice, channel = room
    question = alice.say(channel, DRONES, mention=True)
    reply = await server.reply(question)
    assert "Israel" in reply.text
    assert "Turkish" in reply.text
    assert "**" in reply.text
    assert "line" in reply.text
    assert {"Context", "Sources", "👍", "👎", "Follow up", "Dismiss"} <= set(reply.buttons)
    assert reply.mentions == []
    assert any(place is channel for place, _ in server.typing)


async def test_ask_is_acknowledged_and_then_answered(room):
    _, alice, channel = room
    asked = alice.slash(channel, "ask", question=DRONES)
    assert await asked.acknowledged() == 5
    answer = await asked.answer()
    assert "Israel" in answer.text
    assert DRONES.rstrip("?") in answer.text.replace("\\", "")
    assert not asked.ephemeral


async def test_a_private_answer_can_be_shared(room):
    _, alice, channel = room
    asked = alice.slash(channel, "ask", question=DRONES, private=True)
    answer = await asked.answer()
    assert asked.ephemeral
    shared = alice.click(answer, "Share")
    public = await shared.followup()
    assert not public.ephemeral
    assert "Alice" in public.text
    assert "Israel" in public.text


async def test_a_direct_message_and_an_edited_question(room):
    server, alice, _ = room
    question = alice.say(alice.dm(), "When was the lighthouse built?")
    reply = await server.reply(question)
    assert "1853" in reply.text
    alice.edit(question, "How many steps does the tower have?")
    await server.edit_of(reply)
    assert "199" in reply.text
    assert "1853" not in reply.text or "199" in reply.text


async def test_more_context_sources_and_votes(room):
    _, alice, channel = room
    answer = await alice.slash(channel, "ask", question="When was the lighthouse built?").answer()
    context = await alice.click(answer, "Context").answer()
    assert context.ephemeral
    assert "whale oil" in context.text
    assert "lighthouse.txt" in (await alice.click(answer, "Sources").answer()).text
    vote = alice.click(answer, "👍")
    await vote.acknowledged()


async def test_a_follow_up_by_its_form(room):
    _, alice, channel = room
    answer = await alice.slash(channel, "ask", question="When was the lighthouse built?").answer()
    opened = alice.click(answer, "Follow up")
    modal = await opened.shown_modal()
    assert modal["title"]
    followed = alice.submit(opened, "How many steps does the tower have?")
    assert "199" in (await followed.answer()).text


async def test_documents_are_offered_and_narrow_the_search(room):
    _, alice, channel = room
    typed = alice.autocomplete(channel, "ask", focused="document", question="x", document="bak")
    [choice] = await typed.offered()
    assert choice["name"] == "The Bakery in Mill Lane"
    asked = alice.slash(channel, "ask", question="What opens at five?", document=choice["value"])
    assert "five in the morning" in (await asked.answer()).text


async def test_a_message_is_asked_about(room):
    _, alice, channel = room
    message = alice.say(channel, "How is the rye bread baked?")
    menu = alice.context_menu(message, "Ask about this")
    answer = await menu.answer()
    assert answer.ephemeral
    assert "sour milk" in answer.text


async def test_the_asker_dismisses_an_answer_and_nobody_else_does(room):
    server, alice, channel = room
    bob = server.add_person("bob")
    server.join(channel.guild, bob)
    answer = await alice.slash(channel, "ask", question=DRONES).answer()
    refused = await bob.click(answer, "Dismiss").answer()
    assert refused.ephemeral
    assert not answer.deleted
    alice.click(answer, "Dismiss")
    await server.until(lambda: answer.deleted, what="a dismissal")


async def test_a_broken_connection_loses_no_question(room):
    server, alice, channel = room
    resumed = server.gateway.count("resume")
    server.gateway.drop()
    question = alice.say(channel, DRONES, mention=True)
    assert "Israel" in (await server.reply(question, within=20)).text
    assert server.gateway.count("resume") == resumed + 1
    assert server.gateway.count("identify") == 1


@pytest.mark.parametrize("fault", ["429", "global 429", "502", "slow"])
async def test_trouble_on_the_way_delays_an_answer_and_loses_none(room, fault):
    server, alice, channel = room
    posting = "POST /channels/{channel_id}/messages"
    if fault == "502":
        server.faults.server_error(posting, times=2)
    elif fault == "slow":
        server.faults.slow(1.5, "", times=3)
    else:
        server.faults.rate_limit(posting, scope="global" if "global" in fault else "user")
    question = alice.say(channel, DRONES, mention=True)
    assert "Israel" in (await server.reply(question, within=20)).text
    replies = [message for message in channel.messages if message.reply_to is question]
    assert len(replies) == 1


async def test_a_slow_discord_does_not_lose_an_interaction(room):
    server, alice, channel = room
    server.faults.slow(1.0, "POST /interactions")
    server.faults.slow(2.0, "/webhooks/")
    asked = alice.slash(channel, "ask", question=DRONES)
    assert await asked.acknowledged() == 5
    assert "Israel" in (await asked.answer(within=20)).text


async def test_two_users_at_once_get_each_their_own_answer(room):
    server, alice, channel = room
    bob = server.add_person("bob")
    server.join(channel.guild, bob)
    facts = {"When was the lighthouse built?": "1853", "How is the rye bread baked?": "caraway"}
    asked = [
        person.slash(channel, "ask", question=question)
        for _ in range(3)
        for person, question in zip((alice, bob), facts, strict=True)
    ]
    for interaction, answer in zip(
        asked, await asyncio.gather(*(one.answer() for one in asked)), strict=True
    ):
        question = interaction.data["options"][0]["value"]
        heading_and_first_passage = answer.text.split("\n-# ")[0]
        assert question in heading_and_first_passage
        assert facts[question] in heading_and_first_passage
