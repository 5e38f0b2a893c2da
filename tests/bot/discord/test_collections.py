"""Nothing of a collection appears where it may not be read, through every door."""

import asyncio
import re
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.app.collections.policy import CollectionPolicy, Readers
from loopback.world import ADMINISTRATOR, MANAGE_MESSAGES

OPEN = "Who built the lighthouse in 1853?"
STAFF = "Who guards the secret treasure chamber?"
ABBEY = "Which abbot brews the golden ale?"
STAFF_TEXT = (
    "Orders of the Staff\n\nCaptain Flint guards the secret treasure chamber. The lighthouse was"
    " built in 1853 by Ada Brown, says the order.\n"
)
ABBEY_TEXT = "Rule of the Abbey\n\nThe abbot Bruno brews the golden ale.\n"
HIDDEN = ("Flint", "staff", "Staff", "Bruno", "abbey", "Abbey rule", "Rule of")
GONE = "I no longer have this answer for you"


def rule(h, **named):
    """Set the rules, as the settings would have at the start."""
    policy = CollectionPolicy(named=named)
    object.__setattr__(h.bot.services, "collections", policy)


def ids(*things):
    return frozenset(int(thing.id) for thing in things)


@pytest.fixture
def two_servers(harbour, shelf):
    """Open two servers: ``staff`` is for a role in the harbour, ``abbey`` for the abbey's server.

    Alice has the role, bob hasn't, carol is in both servers, dora runs the abbey's.
    """

    @asynccontextmanager
    async def open_both(*, present=True, **settings):
        if present:
            shelf.published.texts["staff/orders.md"] = STAFF_TEXT
            shelf.published.texts["abbey/rule.md"] = ABBEY_TEXT
        async with harbour(user_per_minute=1000, channel_per_minute=1000, **settings) as h:
            server = h.server
            h.bob, h.carol, h.dora = (server.add_person(n) for n in ("bob", "carol", "dora"))
            for person in (h.bob, h.carol):
                server.join(h.guild, person)
            h.abbey = server.add_guild("Monastery", h.carol, h.dora)
            h.cloister = server.add_channel(h.abbey, "cloister")
            h.crew = server.give_role(h.guild, h.alice.user, "Crew", 0)
            server.give_role(h.abbey, h.dora.user, "Prior", ADMINISTRATOR)
            await server.until(lambda: h.bot.get_channel(int(h.cloister.id)))
            await server.until(lambda: h.bot.get_guild(int(h.guild.id)).get_role(int(h.crew.id)))
            rule(
                h,
                staff=Readers(roles=ids(h.crew)),
                abbey=Readers(servers=ids(h.abbey)),
            )
            yield h

    return open_both


async def ask(person, channel, question, **options):
    asked = person.slash(channel, "ask", question=question, **options)
    return await asked.answer()


def told(message):
    """What a message says, without what differs from one run to the next."""
    return re.sub(r"\d+\.\d+ s|<t:\d+:R>", "…", message.text)


async def everything(h, person, channel):
    """All that somebody is told through the doors of a channel, by the name of the door."""
    heard = {}
    for name, question in (("open", OPEN), ("staff", STAFF), ("abbey", ABBEY)):
        heard[f"ask {name}"] = told(await ask(person, channel, question))
        heard[f"private {name}"] = told(await ask(person, channel, question, private=True))
        said = person.say(channel, question, mention=channel.guild is not None)
        heard[f"message {name}"] = told(await h.server.reply(said))
        about = person.context_menu(said, "Ask about this")
        heard[f"menu {name}"] = told(await about.answer())
        answer = await ask(person, channel, question, private=True)
        context = await person.click(answer, answer.buttons[0]).answer()
        heard[f"context {name}"] = told(context)
        heard[f"sources {name}"] = told(await person.click(context, "Sources").answer())
    for typed in ("", "st", "rule", "orders"):
        offered = person.autocomplete(
            channel, "ask", focused="document", question="q", document=typed
        )
        heard[f"typed {typed}"] = str(await offered.offered())
    for named in ("staff/orders.md", "Orders of the Staff", "abbey/rule.md"):
        answer = await ask(person, channel, STAFF, document=named)
        heard[f"document {named}"] = told(answer)
    for command in ("sources", "status", "help"):
        heard[command] = told(await person.slash(channel, command).answer())
    return heard


@pytest.mark.parametrize("place", ["harbour", "thread", "direct"])
async def test_a_document_that_may_not_be_read_there_might_as_well_not_exist(
    two_servers, shelf, place
):
    heard = []
    for present in (False, True):
        texts = dict(shelf.published.texts)
        async with two_servers(present=present) as h:
            thread = h.server.open_thread(h.channel, "aside", owner=h.bob.user)
            await h.server.until(lambda h=h, t=thread: h.bot.get_channel(int(t.id)))
            where = {"harbour": h.channel, "thread": thread, "direct": h.bob.dm()}[place]
            heard.append(await everything(h, h.bob, where))
        shelf.published.texts = texts
    without, beside = heard
    assert beside == without
    for said in beside.values():
        assert not any(word in said for word in HIDDEN), said


@pytest.mark.parametrize("place", ["harbour", "direct"])
async def test_a_channel_that_they_may_not_read_might_as_well_not_be_a_document(
    two_servers, shelf, place
):
    heard = []
    for present in (False, True):
        texts = dict(shelf.published.texts)
        if present:
            shelf.published.texts["channel-111122223333444455/2026-11.json"] = STAFF_TEXT
            shelf.published.texts["channel-111122223333444466/pinned.json"] = ABBEY_TEXT
        async with two_servers(present=False) as h:
            object.__setattr__(h.bot.services, "collections", CollectionPolicy(follows=True))
            heard.append(
                await everything(h, h.bob, h.channel if place == "harbour" else h.bob.dm())
            )
        shelf.published.texts = texts
    without, beside = heard
    assert beside == without
    for said in beside.values():
        assert not any(word in said for word in ("Flint", "Bruno", "channel-1111")), said


async def test_a_role_opens_what_is_shown_to_its_holder_alone(two_servers):
    async with two_servers() as h:
        asked = h.alice.slash(h.channel, "ask", question=STAFF)
        answer = await asked.answer()
        assert "Flint" in answer.text
        assert asked.ephemeral
        listed = await h.alice.slash(h.channel, "sources").answer()
        assert "staff/orders.md" in listed.text
        # What everyone reads holds nothing of it, whoever asks.
        public = h.alice.slash(h.channel, "ask", question=STAFF, private=False)
        assert "Flint" not in (await public.answer()).text
        assert not public.ephemeral
        said = h.alice.say(h.channel, STAFF, mention=True)
        assert "Flint" not in (await h.server.reply(said)).text
        refused = h.alice.slash(
            h.channel, "ask", question=STAFF, document="staff/orders.md", private=False
        )
        assert "private: True" in (await refused.answer()).content
        # The role counts in its own server only, and nothing is known of it in private.
        assert "Flint" not in (await ask(h.alice, h.alice.dm(), STAFF)).text


async def test_a_private_answer_is_not_shared_with_those_who_may_not_read_it(two_servers):
    async with two_servers() as h:
        answer = await ask(h.alice, h.channel, STAFF)
        pressed = h.alice.click(answer, "Share")
        assert "can’t share" in (await pressed.answer()).content
        assert not any("Flint" in m.text for m in h.channel.visible_to(h.bob.user))
        answer = await ask(h.alice, h.channel, "Who may climb the tower on Sundays, visitors?")
        shared = await h.alice.click(answer, "Share").followup()
        assert h.bob.sees(shared)


async def test_whoever_is_in_two_servers_reads_in_each_what_is_for_it(two_servers):
    async with two_servers() as h:
        assert "Bruno" in (await ask(h.carol, h.cloister, ABBEY)).text
        said = h.carol.say(h.cloister, ABBEY, mention=True)
        assert "Bruno" in (await h.server.reply(said)).text
        assert "Bruno" not in (await ask(h.carol, h.channel, ABBEY)).text
        assert "Bruno" not in (await ask(h.carol, h.carol.dm(), ABBEY)).text


async def test_a_channel_opens_its_threads_and_no_other(two_servers):
    async with two_servers() as h:
        room = h.server.add_channel(h.guild, "room")
        thread = h.server.open_thread(room, "aside", owner=h.bob.user)
        await h.server.until(lambda: h.bot.get_channel(int(thread.id)))
        rule(h, staff=Readers(channels=ids(room)))
        for where in (room, thread):
            assert "Flint" in (await ask(h.bob, where, STAFF)).text
            said = h.bob.say(where, STAFF, mention=True)
            assert "Flint" in (await h.server.reply(said)).text
        assert "Flint" not in (await ask(h.bob, h.channel, STAFF)).text


async def test_a_stored_answer_shows_nothing_once_its_document_is_closed(two_servers):
    async with two_servers() as h:
        rule(h, staff=Readers(servers=ids(h.guild)))
        answer = await ask(h.bob, h.channel, STAFF)
        private = await ask(h.bob, h.channel, STAFF, private=True)
        context = await h.bob.click(answer, "Context").answer()
        form = h.bob.click(answer, "Follow up")
        await form.shown_modal()
        opened = await h.bob.click(answer, "Context").answer()
        assert "Flint" in context.text
        rule(h, staff=Readers(roles=ids(h.crew)))
        for message, button in [
            (answer, "Context"),
            (answer, "Follow up"),
            (answer, "👍"),
            (answer, "👎"),
            (private, "Share"),
            (opened, "Sources"),
        ]:
            pressed = h.bob.click(message, button)
            said = await h.server.until(lambda p=pressed: p.original or p.followups[-1:])
            said = said[0] if isinstance(said, list) else said
            assert said.content.startswith(GONE), button
        sent = h.bob.submit(form, "And who guards it?")
        assert (await sent.answer()).content.startswith(GONE)
        # Its holder still reads it; whoever asked can take it away.
        assert "Flint" in (await h.alice.click(answer, "Context").answer()).text
        h.bob.click(answer, "Dismiss")
        await h.server.until(lambda: answer.deleted)


async def test_a_follow_up_is_not_understood_by_what_is_closed_now(two_servers, shelf):
    async with two_servers() as h:
        rule(h, staff=Readers(servers=ids(h.guild)))
        await ask(h.bob, h.channel, STAFF)
        await ask(h.bob, h.channel, "and who guards it?")
        assert shelf.published.asked[-1][1][-1].question == STAFF
        rule(h, staff=Readers(roles=ids(h.crew)))
        await ask(h.bob, h.channel, "and the secret chamber?")
        _, history, _ = shelf.published.asked[-1]
        assert "Flint" not in str(history)


async def test_gaps_tell_nothing_of_what_would_answer_elsewhere(two_servers, shelf):
    async with two_servers() as h:
        h.server.give_role(h.guild, h.bob.user, "Mods", MANAGE_MESSAGES)
        await ask(h.bob, h.channel, STAFF)
        async with asyncio.timeout(20):  # It is shown first and stored then.
            while not await h.bot.services.store.misses(None):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        report = await h.bob.slash(h.channel, "gaps").answer()
        assert "1 unanswered" in report.text
        # Whoever may read it is told that it is answered.
        h.guild.members[h.bob.id].roles.append(h.crew)
        report = await h.bob.slash(h.channel, "gaps").answer()
        assert "0 unanswered" in report.text


async def test_suggestions_are_made_of_what_is_seen(two_servers, shelf):
    asked = []

    def note(self, answer, **details):
        asked.append(set(self.texts))
        return ()

    async with two_servers() as h:
        original = type(shelf.published).suggest
        type(shelf.published).suggest = note
        try:
            await ask(h.bob, h.channel, OPEN)
            await h.server.until(lambda: asked)
        finally:
            type(shelf.published).suggest = original
        assert asked == [{"handbook.md", "records/ledger.txt"}]


async def test_administrators_look_after_their_servers_collections_alone(two_servers):
    async with two_servers() as h:
        h.server.give_role(h.guild, h.bob.user, "Admins", ADMINISTRATOR)
        for person, channel, own, others in (
            (h.dora, h.cloister, "abbey/rule.md", "staff/orders.md"),
            (h.bob, h.channel, "staff/orders.md", "abbey/rule.md"),
        ):
            listed = (await person.slash(channel, "docs list").answer()).text
            assert own in listed
            assert others not in listed
            assert "handbook.md" not in listed
            typed = person.autocomplete(channel, "docs remove", focused="document", document="")
            assert [one["value"] for one in await typed.offered()] == [own]
            typed = person.autocomplete(channel, "docs add", focused="collection", collection="")
            assert [one["value"] for one in await typed.offered()] == [own.split("/")[0]]
            for named in (others, "handbook.md"):
                refused = person.slash(channel, "docs remove", document=named)
                assert "no such document of yours" in (await refused.answer()).content
            shown = await person.slash(channel, "docs show", document=own).answer()
            assert "secret treasure" in shown.text or "golden ale" in shown.text
            unknown = await person.slash(channel, "docs show", document=others).answer()
            assert unknown.content.startswith("I have no document of that name")
            typed = person.autocomplete(channel, "docs show", focused="document", document="")
            assert others not in str(await typed.offered())


async def test_what_a_rebuild_did_elsewhere_is_not_told(two_servers, shelf, rebuilder):
    async with two_servers() as h:
        built = type(rebuilder).__call__

        def build(self, progress, **how):
            report = built(self, progress, **how)
            return replace(
                report,
                added=("abbey/new.md", "staff/new.md"),
                changed=("staff/orders.md",),
                removed=("handbook.md",),
                unchanged=("abbey/rule.md",),
            )

        type(rebuilder).__call__ = build
        try:
            done = h.dora.slash(h.cloister, "docs rebuild")
            message = await done.answer()
            await h.server.until(lambda: "up to date" in message.text)
        finally:
            type(rebuilder).__call__ = built
        assert "1 added: abbey/new.md" in message.text
        assert "1 removed: handbook.md" in message.text
        assert "1 unchanged" in message.text
        assert "embedded" not in message.text
        assert not any("staff" in version for version in message.versions)
        assert not any(" of 2" in version for version in message.versions)


async def test_the_owner_looks_after_everything(two_servers):
    async with two_servers() as h:
        h.bot.owner_id = int(h.alice.id)
        h.server.give_role(h.guild, h.alice.user, "Admins", ADMINISTRATOR)
        listed = (await h.alice.slash(h.channel, "docs list").answer()).text
        for path in ("abbey/rule.md", "handbook.md", "records/ledger.txt", "staff/orders.md"):
            assert path in listed


async def test_where_it_is_brought_along_only_what_is_everyones_is_read(two_servers):
    async with two_servers(user_install=True) as h:
        elsewhere = h.server.add_guild("Elsewhere", h.alice, with_bot=False)
        room = h.server.add_channel(elsewhere, "general")
        rule(
            h,
            staff=Readers(servers=ids(elsewhere), channels=ids(room)),
            abbey=Readers(servers=ids(h.abbey)),
        )
        assert "Ada Brown" in (await ask(h.alice, room, OPEN)).text
        assert "Flint" not in (await ask(h.alice, room, STAFF)).text
