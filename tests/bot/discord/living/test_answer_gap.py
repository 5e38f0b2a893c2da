"""Answering from /gaps, as everybody who may try; and who is told of it."""

import asyncio

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.discord.charge import NONE_HERE
from bot.discord.components.answering_gaps import ANSWERED, FORGOTTEN, STILL_OPEN
from bot.discord.components.custom_id import AnswerPayload, Operation, encode
from bot.discord.components.saving import EMPTY
from bot.discord.teaching import NOT_A_MODERATOR
from loopback.world import SEND_MESSAGES, VIEW_CHANNEL

ASKED = "Which colour has the ferry?"
ALIKE = "Which colour has the ferry?!"
SAID = "The ferry is painted **turquoise**.\nIt leaves at noon."
OTHER = "Whose goat bleats upstairs?"


def rule(t, **named):
    object.__setattr__(t.services, "collections", CollectionPolicy(named=named))


def here(t, guild=None):
    return Readers(servers=frozenset({int((guild or t.guild).id)}))


async def ask(t, person, channel, question=ASKED, **options):
    """Ask what isn't answered, and wait until it is remembered, which is after it is shown."""
    before = len(await t.services.store.misses(None))
    answer = await person.slash(channel, "ask", question=question, **options).answer()
    assert "don't answer" in answer.text.replace("\\", "")
    await remembered(t, before + 1)
    return answer


async def remembered(t, count):
    async with asyncio.timeout(10):
        while len(await t.services.store.misses(None)) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def form_of(t, person, channel=None):
    """Open the modal for the only gap in the list."""
    listed = await person.slash(channel or t.channel, "gaps").answer()
    click = person.click(listed, "Answer")
    await click.acknowledged()
    return click


async def told(t, sent):
    """Wait for what the moderator is told at the end."""
    await t.server.until(lambda: sent.followups, what="what came of it")
    return sent.followups[-1].text.replace("\\", "")


async def refused(sent):
    """Return why nothing was saved, and the names of what is attached."""
    answer = await sent.answer()
    text = answer.text.replace("\\", "")
    return text, [one["filename"] for one in answer.attachments]


def said_in(channel):
    return [one for one in channel.messages if not one.ephemeral and "an answer now" in one.text]


def replied_to(message):
    return message.reply_to.id if message.reply_to else None


async def test_a_gap_is_answered_told_where_it_was_asked_and_closed(town):
    async with town() as t:
        rule(t, crew=here(t))
        question = t.alice.say(t.channel, ASKED, mention=True)
        await remembered(t, 1)
        form = await form_of(t, t.mod)
        assert [label["component"].get("value") for label in form.modal["components"]] == [
            ASKED,
            None,
        ]
        sent = t.mod.submit(form, ASKED, SAID)
        assert await told(t, sent) == "Told the one person who asked."
        assert sent.ephemeral
        (file,) = (t.core.seeds / "crew").iterdir()
        assert file.read_text() == f"# {ASKED}\n\n{SAID}\n"
        (message,) = said_in(t.channel)
        assert f"<@{t.alice.id}> asked this" in message.text
        assert "turquoise" in message.text
        assert f"crew/{file.name}" in message.text.replace("\\", "")
        assert replied_to(message) == question.id
        assert message.mentions == []
        assert "Nothing went unanswered" in (await t.mod.slash(t.channel, "gaps").answer()).text
        answer = await t.alice.slash(t.channel, "ask", question=ASKED).answer()
        assert "turquoise" in answer.text
        assert await t.services.store.changed_by() == {t.store.current(): (int(t.mod.id),)}
        (state, *_) = t.store.states()
        assert state.origin == "/gaps"
        counted = {one.name: one.number for one in await t.services.store.counts(None)}
        assert counted["closed"] == 1


async def test_all_who_asked_the_same_are_told_once_in_a_message_for_each_channel(town):
    async with town() as t:
        rule(t, crew=here(t))
        aside = t.server.add_channel(t.guild, "aside")
        thread = t.server.open_thread(t.channel, "talk", owner=t.alice.user)
        bob, carol = (t.server.add_person(name) for name in ("bob", "carol"))
        for person in (bob, carol):
            t.server.join(t.guild, person)
        await t.server.until(lambda: t.bot.get_channel(int(thread.id)))
        await ask(t, t.alice, aside)
        # Her latest question counts.
        shown = await ask(t, t.alice, t.channel, ALIKE)
        await ask(t, bob, t.channel)
        latest = await ask(t, t.mod, t.channel, ALIKE)
        await ask(t, carol, thread)
        sent = t.mod.submit(await form_of(t, t.mod), ASKED, SAID)
        assert await told(t, sent) == "Told the 4 people who asked."
        (message,) = said_in(t.channel)
        named = {
            person.name for person in (t.alice, bob, t.mod, carol) if person.id in message.text
        }
        assert named == {"alice", "bob", "mod"}
        assert replied_to(message) == latest.id != shown.id
        (message,) = said_in(thread)
        assert f"<@{carol.id}> asked this" in message.text
        assert said_in(aside) == []


async def test_nobody_is_told_who_may_not_see_the_channel_or_the_collection_any_more(town):
    async with town() as t:
        away, hidden, silent, board = (
            t.server.add_channel(t.guild, name) for name in ("away", "hidden", "silent", "board")
        )
        people = [t.server.add_person(name) for name in ("left", "shut", "mute", "member")]
        for person in people:
            t.server.join(t.guild, person)
        left, shut = people[:2]
        await t.server.until(lambda: t.bot.get_channel(int(board.id)))
        for person, channel in zip(people, (away, hidden, silent, board), strict=True):
            await ask(t, person, channel)
        await ask(t, t.alice, t.channel)
        t.guild.members.pop(left.id)
        t.server.deny(hidden, VIEW_CHANNEL, shut.user)
        t.server.deny(silent, SEND_MESSAGES)
        await t.server.until(
            lambda: (
                not t.bot.get_channel(int(silent.id))
                .permissions_for(t.bot.get_guild(int(t.guild.id)).me)
                .send_messages
            )
        )
        # Only in that channel it may be read.
        rule(t, crew=Readers(channels=frozenset({int(t.channel.id)})))
        sent = t.mod.submit(await form_of(t, t.mod), ASKED, SAID)
        assert (await told(t, sent)).startswith("Told 1 of the 5 people who asked. The others")
        assert len(said_in(t.channel)) == 1
        for channel in (away, hidden, silent, board):
            assert said_in(channel) == []


async def test_what_was_asked_privately_is_told_in_a_direct_message_and_only_by_the_owner(town):
    async with town() as t:
        rule(t, crew=here(t), free=Readers(everyone=True))
        await ask(t, t.alice, t.channel, private=True)
        await ask(t, t.stranger, t.stranger.dm())
        assert "Nothing went" in (await t.mod.slash(t.channel, "gaps").answer()).text
        # Of what is for a server nothing is told outside of it.
        sent = t.owner.submit(
            await form_of(t, t.owner, t.owner.dm()), ASKED, SAID, collection="crew"
        )
        assert (await told(t, sent)).startswith("Told none of the 2 people who asked.")
        await ask(t, t.alice, t.channel, OTHER, private=True)
        asked = t.stranger.say(t.stranger.dm(), OTHER)
        await t.server.until(lambda: t.stranger.dm().messages[-1].author.bot)
        await remembered(t, 4)
        form = await form_of(t, t.owner, t.owner.dm())
        sent = t.owner.submit(form, OTHER, "The goat is Anne's.", collection="free")
        assert await told(t, sent) == "Told the 2 people who asked."
        assert said_in(t.channel) == []
        for person in (t.alice, t.stranger):
            (message,) = said_in(person.dm())
            assert message.text.startswith("You asked this")
            assert "Anne" in message.text
        assert replied_to(message) == asked.id


async def test_of_two_who_answer_at_once_the_second_is_told_so_and_keeps_the_text(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        late = await form_of(t, t.admin)
        texts = {person: f"The ferry is painted {person.name}." for person in (t.mod, t.admin)}
        forms = {person: await form_of(t, person) for person in texts}
        sent = {person: person.submit(forms[person], ASKED, texts[person]) for person in texts}
        # Whichever the bot hears of first.
        await t.server.until(lambda: any(one.followups for one in sent.values()))
        first, second = sorted(texts, key=lambda person: not sent[person].followups)
        assert await told(t, sent[first]) == "Told the one person who asked."
        for one in (sent[second], t.admin.submit(late, ASKED, "The ferry is painted green.")):
            text, attached = await refused(one)
            assert text.startswith(ANSWERED)
            assert attached == ["answer.md"]
        (file,) = (t.core.seeds / "crew").iterdir()
        assert file.read_text().endswith(f"{texts[first]}\n")
        assert len(said_in(t.channel)) == 1


async def test_several_gaps_have_a_menu_and_are_answered_at_once(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        await ask(t, t.alice, t.channel, OTHER)
        listed = await t.mod.slash(t.channel, "gaps").answer()
        sent = []
        for question, text in ((ASKED, SAID), (OTHER, "The goat is Anne's.")):
            click = t.mod.select(listed, "Answer one of these", question)
            await click.acknowledged()
            sent.append(t.mod.submit(click, question, text))
        assert [await told(t, one) for one in sent] == ["Told the one person who asked."] * 2
        assert len(said_in(t.channel)) == 2
        assert len(list((t.core.seeds / "crew").iterdir())) == 2


async def test_a_question_that_was_forgotten_meanwhile_is_not_saved(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        listed = await t.mod.slash(t.channel, "gaps").answer()
        form = await form_of(t, t.mod)
        await t.services.store.forget_person(int(t.alice.id))
        sent = t.mod.submit(form, ASKED, SAID)
        text, attached = await refused(sent)
        assert text.startswith(FORGOTTEN)
        assert attached == ["answer.md"]
        assert (await t.mod.click(listed, "Answer").answer()).text == FORGOTTEN
        assert not (t.core.seeds / "crew").exists()


async def test_an_answer_that_is_none_or_answers_something_else_closes_nothing(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        blank = t.mod.submit(await form_of(t, t.mod), ASKED, "  \n ")
        assert (await blank.answer()).text == EMPTY
        blank = t.mod.submit(await form_of(t, t.mod), "  ", SAID)
        assert (await blank.answer()).text.startswith(EMPTY)
        t.services.document_library.max_bytes = 60
        long = t.mod.submit(await form_of(t, t.mod), ASKED, "It is red. " * 10)
        assert "larger than" in (await refused(long))[0]
        t.services.document_library.max_bytes = 10_000
        assert not (t.core.seeds / "crew").exists()
        sent = t.mod.submit(await form_of(t, t.mod), "Goats", "Goats bleat.")
        assert await told(t, sent) == STILL_OPEN
        assert said_in(t.channel) == []
        # Answered again it takes the same place.
        sent = t.mod.submit(await form_of(t, t.mod), ASKED, SAID)
        assert await told(t, sent) == "Told the one person who asked."
        assert len(list((t.core.seeds / "crew").iterdir())) == 1


async def test_nobody_else_answers_anything(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        form = await form_of(t, t.mod)
        (miss,) = await t.services.store.misses(None)
        # A modal that was opened and is sent by somebody who may not.
        assert (await t.alice.submit(form, ASKED, SAID).answer()).text.startswith(NOT_A_MODERATOR)
        # An administrator elsewhere, by whatever id.
        rule(t, crew=here(t), far=here(t, t.other.guild))
        stolen = await t.stranger.slash(t.other, "help").answer()
        button = {
            "type": 1,
            "components": [
                {
                    "type": 2,
                    "style": 2,
                    "label": "Answer",
                    "custom_id": encode(
                        AnswerPayload(operation=Operation.ANSWER_GAP, answer_id=miss.id)
                    ),
                }
            ],
        }
        stolen.components = [button]
        assert (await t.stranger.click(stolen, "Answer").answer()).text == FORGOTTEN
        form.channel = t.other
        assert (await refused(t.stranger.submit(form, ASKED, SAID)))[0].startswith(FORGOTTEN)
        # What is in a channel that a moderator may not view is not theirs either.
        council = t.server.add_channel(t.guild, "council")
        t.server.deny(council, VIEW_CHANNEL, t.mod.user)
        await ask(t, t.alice, council, OTHER)
        listed = await t.mod.slash(t.channel, "gaps").answer()
        assert "goat" not in listed.text
        # And where no collection is for their server alone.
        rule(t)
        listed = await t.mod.slash(t.channel, "gaps").answer()
        nowhere = await t.mod.click(listed, "Answer").answer()
        assert nowhere.text.replace("\\", "") == NONE_HERE
        assert sorted(path.name for path in t.core.seeds.iterdir()) == ["lamp.md", "quay.md"]


async def test_a_gap_whose_answer_is_taken_out_again_is_one_again(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        await told(t, t.mod.submit(await form_of(t, t.mod), ASKED, SAID))
        (file,) = (t.core.seeds / "crew").iterdir()
        file.unlink()
        card = await t.admin.slash(t.channel, "docs rebuild").answer()
        await t.server.until(lambda: "1 removed" in card.text, what="the report")
        assert "1 unanswered" in (await t.mod.slash(t.channel, "gaps").answer()).text
        # It can be answered once more, and nobody is told twice.
        sent = t.mod.submit(await form_of(t, t.mod), ASKED, SAID)
        assert await told(t, sent) == "Whoever asked was told already."
        assert len(said_in(t.channel)) == 1


async def test_an_administrator_closes_it_in_a_collection_that_they_look_after(town):
    async with town() as t:
        bob = t.server.add_person("bob")
        t.server.join(t.guild, bob)
        board = t.server.give_role(t.guild, bob.user, "Board", 0)
        await t.server.until(lambda: t.bot.get_guild(int(t.guild.id)).get_role(int(board.id)))
        rule(t, board=Readers(roles=frozenset({int(board.id)})))
        await ask(t, t.alice, t.channel)
        sent = t.admin.submit(await form_of(t, t.admin), ASKED, SAID)
        # Not everyone in that channel may read it, so nothing is told there.
        assert (await told(t, sent)).startswith("Told none of the one person who asked.")
        assert said_in(t.channel) == []
        assert "Nothing went unanswered" in (await t.admin.slash(t.channel, "gaps").answer()).text
        # To who may not read it, it is as unanswered as before.
        assert "1 unanswered" in (await t.mod.slash(t.channel, "gaps").answer()).text


async def test_an_answer_that_can_not_be_posted_is_no_error(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        form = await form_of(t, t.mod)
        t.server.faults.refuse("POST /channels/{channel_id}/messages")
        sent = t.mod.submit(form, ASKED, SAID)
        assert (await told(t, sent)).startswith("Told none of the one person who asked.")


async def test_an_answer_that_pings_and_is_long_is_harmless(town):
    async with town() as t:
        rule(t, crew=here(t))
        await ask(t, t.alice, t.channel)
        text = "@everyone <@1> **turquoise** [ferry](https://example.org) " * 80
        sent = t.mod.submit(await form_of(t, t.mod), ASKED, text[:4000])
        assert await told(t, sent) == "Told the one person who asked."
        (message,) = said_in(t.channel)
        assert "@everyone" not in message.text
