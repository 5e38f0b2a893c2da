"""Thumbs down on Discord: whose votes count where, what they change, and how that is undone."""

import pytest

from bot.discord.cards.unhelpful import GIVE_BACK
from bot.discord.components.unhelpful import ONLY_MODERATORS
from bot.discord.components.voting import TAKEN_BACK

FERRY = "# Summer\n\nThe ferry leaves at six from the old pier.\n"
OTHER = "# Winter\n\nThe ferry leaves at noon from the new pier.\n"
ASKED = "When does the ferry leave from the old pier?"


def members(t, *names):
    people = [t.server.add_person(name) for name in names]
    for person in people:
        t.server.join(t.guild, person)
    return people


async def prepared(t):
    add = t.owner.slash(
        t.channel, "docs add", file=("a.md", FERRY.encode()), file2=("b.md", OTHER.encode())
    )
    card = await add.answer(within=30)
    await t.server.until(lambda: "2 added" in card.text, what="the report")


async def ask(t, who, channel=None, question=ASKED):
    return await who.slash(channel or t.channel, "ask", question=question).answer()


async def thumb(t, who, message, emoji="👎"):
    click = who.click(message, emoji)
    await click.acknowledged()
    return click


async def test_two_people_put_a_passage_last_in_their_server_alone(town):
    async with town() as t:
        await prepared(t)
        bob, carol = members(t, "bob", "carol")
        message = await ask(t, bob)
        assert "**The ferry leaves at six" in message.text
        await thumb(t, bob, message)
        seen = await ask(t, carol)
        assert "**The ferry leaves at six" in seen.text
        assert "marked unhelpful by 1" in seen.text
        await thumb(t, carol, seen)
        text = (await ask(t, bob)).text
        assert "**The ferry leaves at noon" in text
        # Elsewhere nothing is known of it.
        text = (await ask(t, t.stranger, t.other)).text
        assert "**The ferry leaves at six" in text
        assert "unhelpful" not in text


async def test_a_second_click_takes_a_vote_back(town):
    async with town() as t:
        await prepared(t)
        (bob,) = members(t, "bob")
        message = await ask(t, bob)
        for emoji in ("👎", "👍"):
            await thumb(t, bob, message, emoji)
            again = bob.click(message, emoji)
            assert (await again.answer()).text == TAKEN_BACK
        assert "unhelpful" not in (await ask(t, bob)).text
        assert await t.services.store.votes(int(t.guild.id)) == ()


async def test_a_moderators_vote_decides_and_a_moderator_gives_the_place_back(town):
    async with town() as t:
        await prepared(t)
        (bob,) = members(t, "bob")
        await thumb(t, t.mod, await ask(t, t.mod))
        assert "**The ferry leaves at noon" in (await ask(t, bob)).text

        with pytest.raises(AssertionError, match="hidden"):
            bob.slash(t.channel, "unhelpful")
        refused = await bob.slash(bob.dm(), "unhelpful").answer()
        assert refused.text == ONLY_MODERATORS
        listed = await t.mod.slash(t.channel, "unhelpful").answer()
        assert "1 marked unhelpful" in listed.text
        assert ASKED in listed.text
        assert "marked unhelpful by 1 · comes last" in listed.text
        elsewhere = await t.stranger.slash(t.other, "unhelpful").answer()
        assert elsewhere.text == "Nothing is marked unhelpful."

        chosen = t.mod.select(listed, GIVE_BACK, ASKED)
        assert (await chosen.answer()).text.startswith("Done: it has its place back")
        text = (await ask(t, bob)).text
        assert "**The ferry leaves at six" in text
        assert "unhelpful" not in text
        again = t.mod.select(listed, GIVE_BACK, ASKED)
        assert (await again.answer()).text == "That isn’t marked any more."


async def test_a_vote_on_a_private_answer_is_nobody_elses_affair(town):
    async with town() as t:
        await prepared(t)
        (bob,) = members(t, "bob")
        private = await t.mod.slash(t.channel, "ask", question=ASKED, private=True).answer()
        await thumb(t, t.mod, private)
        text = (await ask(t, bob)).text
        assert "**The ferry leaves at six" in text
        assert "unhelpful" not in text
