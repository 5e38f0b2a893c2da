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


async def test_a_direct_message_is_answered_in_the_language_that_it_is_asked_in(harbour, shelf):
    async with harbour() as h:
        asked = h.alice.say(h.alice.dm(), "Wer hat den Leuchtturm gebaut und wann war das?")
        answer = await h.server.reply(asked)
        assert "Die Dokumente beantworten das nicht." in answer.text
        asked = h.alice.say(h.alice.dm(), QUESTION)
        assert "High confidence" in (await h.server.reply(asked)).text


async def test_a_server_is_greeted_in_its_language(harbour, shelf):
    async with harbour() as h:
        guild = h.server.add_guild("Minato", h.alice, system_channel="lobby", locale="ja")
        told = await h.server.bot_message(guild.system_channel)
        assert "こんにちは、Verbatim です。" in told.text


async def test_an_administrator_is_told_in_their_language_what_they_may_not(harbour, shelf):
    async with harbour() as h:
        h.alice.user.locale = "es-419"
        h.server.give_role(h.guild, h.alice.user, "admin", 8)
        told = await h.alice.slash(h.channel, "docs list").answer()
        assert told.content.startswith("Ninguna colección de documentos es exclusiva")
        told = await h.alice.slash(h.channel, "gaps").answer()
        assert told.text == "Nada quedó sin respuesta y nadie se quejó."
