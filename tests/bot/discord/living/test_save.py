"""Save as answer: what a message becomes, as everybody who may try."""

import pytest

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.discord.charge import NONE_HERE
from bot.discord.components.saving import ELSEWHERE
from bot.discord.teaching import NOT_A_MODERATOR

ASKED = "Which colour has the ferry?"
SAID = "The ferry is painted **turquoise**.\nIt leaves at noon."
MENU = "Save as answer"


def rule(t, **named):
    policy = CollectionPolicy(named=named)
    object.__setattr__(t.services, "collections", policy)


def here(t):
    return Readers(servers=frozenset({int(t.guild.id)}))


def talk(t):
    question = t.alice.say(t.channel, ASKED)
    return t.alice.say(t.channel, SAID, reply_to=question)


async def told(interaction):
    return (await interaction.answer()).text.replace("\\", "")


async def saved(t, sent):
    card = await sent.answer(within=30)
    await t.server.until(lambda: "added" in card.text or "changed" in card.text, what="the report")
    return card.text


async def test_a_moderator_saves_a_message_and_the_answer_cites_it_by_its_link(town):
    async with town() as t:
        rule(t, crew=here(t))
        message = talk(t)
        form = t.mod.context_menu(message, MENU)
        await form.acknowledged()
        assert form.modal["title"] == MENU
        # The question is the one that the message replies to.
        sent = t.mod.submit(form, ASKED, SAID)
        assert f"answer-{message.id}.md" in await saved(t, sent)
        assert sent.ephemeral
        link = f"https://discord.com/channels/{t.guild.id}/{t.channel.id}/{message.id}"
        text = (t.core.seeds / "crew" / f"answer-{message.id}.md").read_text()
        head, _, rest = text.partition("\n---\n\n")
        assert head.startswith(f"---\nmessage: {link}\ndate: 20")
        assert rest == f"# {ASKED}\n\n{SAID}\n"
        answer = await t.alice.slash(t.channel, "ask", question=ASKED).answer()
        assert "turquoise" in answer.text
        assert link in answer.text
        # Elsewhere it does not exist.
        other = await t.stranger.slash(t.other, "ask", question=ASKED).answer()
        assert "turquoise" not in other.text
        assert await t.services.store.changed_by() == {t.store.current(): (int(t.mod.id),)}


async def test_what_is_filled_in_is_the_message_and_what_it_replies_to(town):
    async with town() as t:
        rule(t, crew=here(t))
        form = t.mod.context_menu(talk(t), MENU)
        await form.acknowledged()
        fields = [label["component"] for label in form.modal["components"]]
        assert [field["value"] for field in fields] == [ASKED, SAID]
        # The only collection is not asked for.
        assert [field["custom_id"] for field in fields] == ["question", "text"]


async def test_the_same_message_saved_again_takes_its_own_place(town):
    async with town() as t:
        rule(t, crew=here(t))
        message = talk(t)
        for words in ("It is blue.", "It is green."):
            form = t.admin.context_menu(message, MENU)
            await form.acknowledged()
            await saved(t, t.admin.submit(form, ASKED, words))
        (file,) = (t.core.seeds / "crew").iterdir()
        assert file.read_text().endswith("It is green.\n")


async def test_a_moderator_puts_it_only_where_they_may_read_themselves(town):
    async with town() as t:
        board = t.server.give_role(t.guild, t.owner.user, "Board", 0)
        await t.server.until(lambda: t.bot.get_guild(int(t.guild.id)).get_role(int(board.id)))
        rule(t, board=Readers(roles=frozenset({int(board.id)})), crew=here(t), more=here(t))
        message = talk(t)
        form = t.mod.context_menu(message, MENU)
        await form.acknowledged()
        sent = t.mod.submit(form, ASKED, SAID, collection="board")
        assert await told(sent) == "I know no collection board; there are: crew, more."
        form = t.admin.context_menu(message, MENU)
        await form.acknowledged()
        await saved(t, t.admin.submit(form, ASKED, SAID, collection="board"))
        assert (t.core.seeds / "board" / f"answer-{message.id}.md").exists()
        assert not (t.core.seeds / "crew").exists()


async def test_nobody_else_saves_anything(town):
    async with town() as t:
        message = talk(t)
        with pytest.raises(AssertionError, match="hidden"):
            t.alice.context_menu(message, MENU)
        own = t.alice.say(t.alice.dm(), SAID)
        refused = await t.alice.context_menu(own, MENU).answer()
        assert refused.text == NOT_A_MODERATOR
        # What is everyone's, or of another server, is not a moderator's to change.
        for named in ({}, {"crew": Readers(servers=frozenset({int(t.other.guild.id)}))}):
            rule(t, **named)
            for person in (t.mod, t.admin):
                assert await told(person.context_menu(message, MENU)) == NONE_HERE
        rule(t, crew=here(t))
        form = t.mod.context_menu(message, MENU)
        await form.acknowledged()
        # A modal that was opened and is sent by somebody who may not.
        assert (await t.alice.submit(form, ASKED, SAID).answer()).text == NOT_A_MODERATOR
        form.channel = t.server.add_channel(t.guild, "aside")
        assert await told(t.mod.submit(form, ASKED, SAID)) == ELSEWHERE
        assert sorted(path.name for path in t.core.seeds.iterdir()) == ["lamp.md", "quay.md"]


async def test_the_owner_begins_with_the_servers_own_collection(town):
    async with town() as t:
        rule(t, crew=here(t))
        message = talk(t)
        form = t.owner.context_menu(message, MENU)
        await form.acknowledged()
        *_, place = (label["component"] for label in form.modal["components"])
        assert (place["custom_id"], place["value"]) == ("collection", "crew")
        await saved(t, t.owner.submit(form, ASKED, SAID, collection=""))
        assert (t.core.seeds / f"answer-{message.id}.md").exists()
