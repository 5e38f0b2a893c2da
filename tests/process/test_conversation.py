"""People talk to `verbatim run`, through every door it has."""

import asyncio

import pytest

from loopback import live_links, live_mentions

# The first test waits for the model’s export where there is none yet.
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(300)]

DRONES = "Who supplies Azerbaijan's drones?"


async def test_a_mention_is_answered_with_both_suppliers(room):
    server, alice, channel = room
    question = alice.say(channel, DRONES, mention=True)
    reply = await server.reply(question)
    assert "Israel" in reply.text
    assert "Turkish" in reply.text
    assert "**" in reply.text
    assert "line" in reply.text
    assert reply.buttons == ["Context", "Follow up", "👍", "👎", "Dismiss"]
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
    assert "lighthouse.txt" in (await alice.click(context, "Sources").answer()).text
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


async def test_a_reply_without_a_mention_goes_on_with_the_conversation(room):
    server, alice, channel = room
    first = await server.reply(alice.say(channel, "When was the lighthouse built?", mention=True))
    follow_up = alice.say(channel, "How many steps does the tower have?", reply_to=first)
    assert "199" in (await server.reply(follow_up)).text


async def test_a_mention_in_a_thread_is_answered_there(room):
    server, alice, channel = room
    thread = server.open_thread(channel, "Old buildings", owner=alice.user)
    question = alice.say(thread, "When was the lighthouse built?", mention=True)
    reply = await server.reply(question)
    assert reply.channel is thread
    assert "1853" in reply.text


async def test_it_is_brought_along_to_a_server_it_is_not_in(room):
    server, alice, _ = room
    elsewhere = server.add_channel(server.add_guild("Elsewhere", alice, with_bot=False), "x")
    asked = alice.slash(elsewhere, "ask", question=DRONES)
    answer = await asked.answer()
    assert "Israel" in answer.text
    first = await alice.click(answer, answer.buttons[0]).answer()
    for button in {"More", "Context", "Sources"} & set(first.buttons):
        await alice.click(first, button).answer()


async def test_it_is_brought_along_to_a_private_conversation(room):
    server, alice, _ = room
    bob = server.add_person("bob")
    between = server.direct_channel(alice.user, bob.user)
    assert (
        "1853"
        in (
            await alice.slash(between, "ask", question="When was the lighthouse built?").answer()
        ).text
    )


async def test_what_a_document_says_mentions_nobody_and_only_its_https_links_are_live(room):
    server, alice, channel = room
    question = "Who must be warned about the dragon of Mallow Hill?"
    reply = await server.reply(alice.say(channel, question, mention=True))
    assert "dragon" in reply.text
    assert live_mentions(reply.text) == []
    assert set(live_links(reply.text)) <= {
        "https://evil.example/bell",
        "https://evil.example/rope",
    }
    assert reply.mentions == []


async def test_other_bots_and_silence_are_left_alone(room):
    server, alice, channel = room
    other = server.add_person("another bot")
    other.user.bot = True
    server.join(channel.guild, other)
    other.say(channel, DRONES, mention=True)
    alice.say(channel, DRONES)
    question = alice.say(channel, "When was the lighthouse built?", mention=True)
    await server.reply(question)
    assert sum(message.author is server.bot for message in channel.messages) == 1


async def test_every_command_about_itself_answers(room):
    _, alice, channel = room
    for command, words in (
        ("sources", "The Bakery in Mill Lane"),
        ("help", "/ask"),
        ("status", "document"),
        ("privacy", "day"),
    ):
        asked = alice.slash(channel, command)
        answer = await asked.answer()
        assert asked.ephemeral, command
        assert words.casefold() in answer.text.casefold(), command
