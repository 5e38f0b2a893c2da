"""Pinned answers on Discord: who is shown them, and that what is saved is pinned."""

from bot.app.collections.policy import CollectionPolicy, Readers

PINNED = b"""\
## May I fish from the pier?

Only on Sundays, and never with nets.

## What burns up there?

> The lamp of the lighthouse burns whale oil.
"""


async def report(t, interaction, words):
    card = await interaction.answer(within=30)
    await t.server.until(lambda: words in card.text, what=words)
    return card.text


def crew_only(t):
    crew = Readers(servers=frozenset({int(t.guild.id)}))
    object.__setattr__(t.services, "collections", CollectionPolicy(named={"crew": crew}))


async def ask(t, who, channel, question):
    return (await who.slash(channel, "ask", question=question).answer()).text


async def test_a_pinned_answer_is_marked_and_seen_by_its_readers_alone(town):
    async with town() as t:
        crew_only(t)
        add = t.admin.slash(t.channel, "docs add", file=("pinned.md", PINNED), collection="crew")
        await report(t, add, "1 added: crew/pinned.md")
        text = await ask(t, t.alice, t.channel, "may I fish from the pier")
        assert "**Only on Sundays, and never with nets.**" in text
        assert "📌 pinned to “May I fish from the pier?”" in text
        assert "High confidence" in text
        text = await ask(t, t.alice, t.channel, "What burns up there?")
        assert "The Lamp" in text
        assert "📌 pinned to “What burns up there?”" in text
        for question in ("May I fish from the pier?", "What burns up there?"):
            text = await ask(t, t.stranger, t.other, question)
            assert "pinned" not in text
            assert "Sundays" not in text


async def test_what_a_moderator_saves_is_pinned_to_its_question(town):
    async with town() as t:
        crew_only(t)
        asked = t.alice.say(t.channel, "Which colour has the ferry?")
        message = t.alice.say(t.channel, "It is turquoise.", reply_to=asked)
        form = t.mod.context_menu(message, "Save as answer")
        await form.acknowledged()
        sent = t.mod.submit(form, "Which colour has the ferry?", "It is turquoise.")
        await report(t, sent, "added")
        text = await ask(t, t.alice, t.channel, "which colour has the ferry")
        assert "**It is turquoise.**" in text
        assert "📌 pinned to “Which colour has the ferry?”" in text
