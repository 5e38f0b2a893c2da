"""Each reader is spoken to in their own language."""

QUESTION = "Who built the lighthouse in 1853?"


async def test_whoever_asks_reads_the_language_of_their_discord(harbour, shelf):
    async with harbour() as h:
        h.alice.user.locale = "de"
        answer = await h.alice.slash(h.channel, "ask", question=QUESTION).answer()
        assert "🟢 Hohe Sicherheit" in answer.text
        assert "Ada Brown" in answer.text  # what is quoted stays as it stands
        modal = await h.alice.click(answer, "Nachfragen").shown_modal()
        assert modal["title"] == "Nachfragen"
        unanswered = await h.alice.slash(h.channel, "ask", question="Who is Zeus?").answer()
        assert "Die Dokumente beantworten das nicht." in unanswered.text
        # Whoever clicks reads their own language, not that of who asked.
        bob = h.server.add_person("bob")
        bob.user.locale = "ja"
        h.server.join(h.guild, bob)
        told = await bob.click(answer, "👍").answer()
        assert told.content == "ありがとうございます。役に立った回答として記録しました。"


async def test_everybody_in_a_server_reads_the_language_of_the_server(harbour, shelf):
    async with harbour() as h:
        h.alice.user.locale = "de"
        french = h.server.add_guild("Port", h.alice, locale="fr")
        place = h.server.add_channel(french, "general")
        asked = h.alice.say(place, f"<@{h.server.bot.id}> {QUESTION}")
        answer = await h.server.reply(asked)
        assert "🟢 Confiance élevée" in answer.text
