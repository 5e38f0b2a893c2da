"""Synonyms on Discord: for whom they hold, and that they are no document."""

from bot.app.collections.policy import CollectionPolicy, Readers

CREW = b"# The Jetty\n\nThe jetty is repaired in autumn.\n"
SYNONYMS = b"nonsense\nlantern = lamp\nplank = jetty\n"


async def report(t, interaction, words):
    card = await interaction.answer(within=30)
    await t.server.until(lambda: words in card.text, what=words)
    return card.text


async def test_synonyms_are_added_like_a_document_and_hold_for_the_readers_alone(town):
    async with town() as t:
        crew = Readers(servers=frozenset({int(t.guild.id)}))
        object.__setattr__(t.services, "collections", CollectionPolicy(named={"crew": crew}))
        add = t.admin.slash(
            t.channel,
            "docs add",
            file=("jetty.md", CREW),
            file2=("synonyms.txt", SYNONYMS),
            collection="crew",
        )
        text = await report(t, add, "2 added: crew/jetty.md, crew/synonyms.txt")
        assert "crew/synonyms.txt: Line 1 is left out" in text.replace("\\", "")
        ask = "What does the lantern of the lighthouse burn?"
        assert "whale oil" in (await t.alice.slash(t.channel, "ask", question=ask).answer()).text
        document = {"question": "When is the plank repaired?", "document": "crew/jetty.md"}
        assert "autumn" in (await t.alice.slash(t.channel, "ask", **document).answer()).text

        # They are listed for those who look after them, and can't be asked.
        listed = await t.admin.slash(t.channel, "docs list").answer()
        assert "crew/synonyms.txt" in listed.text.replace("\\", "")
        sources = await t.alice.slash(t.channel, "sources").answer()
        assert "3 documents" in sources.text
        assert "ynonyms" not in sources.text
        typed = {"question": "jetty?", "document": "crew/synonyms.txt"}
        asked = await t.alice.slash(t.channel, "ask", **typed).answer()
        assert "I have no document of that name" in asked.text

        # Elsewhere an answer is what it would be without them.
        there = await t.stranger.slash(t.other, "ask", question="What does a plank say?").answer()
        assert "jetty" not in there.text.lower()

        remove = t.admin.slash(t.channel, "docs remove", document="crew/synonyms.txt")
        await report(t, remove, "1 removed: crew/synonyms.txt")
        assert not (t.core.seeds / "crew" / "synonyms.txt").exists()
