"""Whoever may not ask gets one private sentence at every door, and nothing is searched."""

import discord
import pytest

from bot.rendering.refusals import NOT_ALLOWED

QUESTION = "Who built the lighthouse in 1853?"


@pytest.fixture
def visiting(world):
    """Open the bot with a stranger beside alice, who is of the crew, and an answer of hers."""

    async def prepare(w):
        w.crew = w.guild.create_role("Crew")
        w.alice = w.guild.add_member(w.env.create_user("anna"), roles=[w.crew])
        w.stranger = w.bob
        return w

    return prepare


def restrict(w, **policy):
    """Set who may ask, as the settings would have at the start."""
    access = w.services().access
    for name, value in policy.items():
        object.__setattr__(access, name, value)


async def answer(w):
    return (await w.alice.slash(w.channel, "ask", question=QUESTION)).response


async def slash(w, person):
    return await person.slash(w.channel, "ask", question=QUESTION)


async def other_command(w, person):
    return await person.slash(w.channel, "sources")


async def menu(w, person):
    message = await w.alice.send(w.channel, QUESTION)
    return await person.context_menu(w.channel, "Ask about this", message)


async def context(w, person):
    return await person.click(w.answer, label="Context")


async def follow_up(w, person):
    return await person.click(w.answer, label="Follow up")


DOORS = [slash, other_command, menu, context, follow_up]


@pytest.mark.parametrize("policy", ["role", "server"])
async def test_no_interaction_lets_a_stranger_in(world, visiting, policy):
    async with world(user_per_minute=1000, channel_per_minute=1000) as w:
        await visiting(w)
        w.answer = await answer(w)
        allowed = {"roles": frozenset({w.crew.id})} if policy == "role" else {}
        closed = {"servers": frozenset({w.guild.id + 1})} if policy == "server" else {}
        restrict(w, **allowed, **closed)
        asked = len(w.shelf.published.asked)
        for door in DOORS:
            result = await door(w, w.stranger)
            assert result.ephemeral, door
            assert result.response.content == NOT_ALLOWED, door
            assert result.modal is None, door
        offered = await w.stranger.autocomplete(w.channel, "ask", "document", "l", question="q")
        assert offered == []
        assert len(w.shelf.published.asked) == asked
        if policy == "role":
            for door in DOORS:
                result = await door(w, w.alice)
                said = result.response.content if result.response else ""
                assert said != NOT_ALLOWED, door
            assert await w.alice.autocomplete(w.channel, "ask", "document", "l", question="q")


async def test_a_form_that_was_opened_before_is_not_taken_after(world, visiting):
    async with world() as w:
        await visiting(w)
        form = await w.stranger.click(await answer(w), label="Follow up")
        restrict(w, roles=frozenset({w.crew.id}))
        asked = len(w.shelf.published.asked)
        field = form.modal["components"][0]["component"]["custom_id"]
        result = await w.stranger.submit_modal(form, {field: "And what burns?"})
        assert (result.ephemeral, result.response.content) == (True, NOT_ALLOWED)
        assert len(w.shelf.published.asked) == asked


async def test_a_mention_is_refused_where_nobody_else_reads_it_and_once_a_minute(world, visiting):
    async with world() as w:
        await visiting(w)
        restrict(w, roles=frozenset({w.crew.id}))
        for _ in range(3):
            await w.stranger.send(w.channel, f"{w.mention} {QUESTION}")
        assert [m.author.id for m in w.public()].count(w.env.backend.bot_user.id) == 0
        told = [m for m in w.stranger.user.dm_channel.history() if m.content == NOT_ALLOWED]
        assert len(told) == 1
        assert w.shelf.published.asked == []
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        assert len(w.shelf.published.asked) == 1


async def test_direct_messages_need_a_setting_of_their_own_once_somebody_is_named(world, visiting):
    async with world() as w:
        await visiting(w)
        restrict(w, roles=frozenset({w.crew.id}))
        await w.alice.user.send_dm(QUESTION)
        assert NOT_ALLOWED in [m.content for m in w.alice.user.dm_channel.history()]
        command = await w.alice.user.slash("ask", question=QUESTION)
        assert command.response.content == NOT_ALLOWED
        assert w.shelf.published.asked == []
        restrict(w, direct_messages=True)
        await w.stranger.user.send_dm(QUESTION)
        assert len(w.shelf.published.asked) == 1


async def test_an_edit_does_not_reopen_the_door(world, visiting):
    async with world() as w:
        await visiting(w)
        message = await w.stranger.send(w.channel, f"{w.mention} {QUESTION}")
        restrict(w, roles=frozenset({w.crew.id}))
        await w.stranger.edit(message, f"{w.mention} What does the keeper receive a month?")
        assert len(w.shelf.published.asked) == 1


async def test_the_owner_is_let_in_and_privacy_is_everybodys(world, visiting, read, labels):
    async with world() as w:
        await visiting(w)
        await w.stranger.slash(w.channel, "ask", question=QUESTION)
        restrict(w, servers=frozenset({1}))
        w.bot().owner_id = w.alice.id
        result = await w.alice.slash(w.channel, "ask", question=QUESTION)
        assert "Ada Brown" in read(result.response)
        card = (await w.stranger.slash(w.channel, "privacy")).response
        assert "1 answer of yours" in read(card)
        await w.stranger.click(card, label="Forget me")
        assert "Done: 1 answer" in read(card)


async def test_administrators_of_a_server_are_no_exception(world, visiting):
    async with world() as w:
        await visiting(w)
        restrict(w, roles=frozenset({w.crew.id}))
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("admin"), roles=[role])
        for command in ("ask", "docs rebuild", "gaps"):
            options = {"question": QUESTION} if command == "ask" else {}
            result = await admin.slash(w.channel, command, **options)
            assert result.response.content == NOT_ALLOWED


async def test_who_brings_it_along_is_let_in_by_a_setting_of_its_own(harbour, shelf):
    async with harbour() as h:
        bob = h.server.add_person("bob")
        elsewhere = h.server.add_channel(
            h.server.add_guild("Elsewhere", bob, with_bot=False), "general"
        )
        between = h.server.direct_channel(bob.user, h.alice.user)
        for place in (elsewhere, between):
            asked = bob.slash(place, "ask", question=QUESTION)
            said = await asked.answer()
            assert (asked.ephemeral, said.content) == (True, NOT_ALLOWED)
            typed = bob.autocomplete(place, "ask", focused="document", question="q", document="l")
            assert await typed.offered() == []
        assert shelf.published.asked == []


async def test_a_private_message_of_a_stranger_who_installed_it_is_no_way_round(harbour, shelf):
    async with harbour() as h:
        bob = h.server.add_person("bob")
        # Discord names his own installation alone: he shares no server with the bot.
        bob._brought = lambda channel: True
        asked = bob.slash(bob.dm(), "ask", question=QUESTION)
        assert (await asked.answer()).content == NOT_ALLOWED
        assert shelf.published.asked == []


async def test_a_button_that_was_brought_along_obeys_too(harbour, shelf):
    async with harbour(user_install=True) as h:
        bob = h.server.add_person("bob")
        elsewhere = h.server.add_channel(
            h.server.add_guild("Elsewhere", bob, with_bot=False), "general"
        )
        answer = await bob.slash(elsewhere, "ask", question=QUESTION).answer()
        assert "Ada Brown" in answer.text
        object.__setattr__(h.bot.services.access, "user_install", False)
        pressed = bob.click(answer, "Context")
        assert (await pressed.answer()).content == NOT_ALLOWED
