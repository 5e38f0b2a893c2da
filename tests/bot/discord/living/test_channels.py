"""/docs channel: a document that is as the channel is, and is read by who may read that."""

import json

import pytest

from bot.discord.cogs.channel_documents import (
    NOT_FOLLOWED,
    NOT_PINNED,
    NOT_THERE,
    OFF,
    ONLY_ADMINISTRATORS,
)
from bot.discord.following import follower
from loopback.payloads import channel_json
from loopback.people import Person
from loopback.sessions import GUILDS
from loopback.world import READ_MESSAGE_HISTORY, VIEW_CHANNEL, Message

ASKED = "When does the red ferry sail?"
SAID = "The red ferry sails at seven."
ADD, REMOVE, LIST = "docs channel add", "docs channel remove", "docs channel list"


@pytest.fixture
def harbourside(town, monkeypatch):
    """Open the bot with channels allowed; what is said is taken up at once."""
    monkeypatch.setattr(follower, "QUIET", 0.05)
    monkeypatch.setattr(follower, "LONGEST", 2.0)

    def open_town(**values):
        return town(channel_documents=True, **values)

    return open_town


def folder(t, channel=None):
    return t.core.seeds / f"channel-{(channel or t.channel).id}"


def said(t, channel=None):
    """All that the files of a channel hold, by author."""
    files = sorted(folder(t, channel).glob("[!.]*.json"))
    messages = [one for file in files for one in json.loads(file.read_text())["messages"]]
    return [f"{one['author']['name']}: {one['content']}" for one in messages]


async def follow(t, channel=None, person=None, **options):
    sent = (person or t.admin).slash(t.channel, ADD, channel=(channel or t.channel).id, **options)
    await t.server.until(lambda: sent.followups, what="what is followed")
    return sent


async def answers(t, person, channel, *, private=True, words="red ferry sails"):
    answer = await person.slash(channel, "ask", question=ASKED, private=private).answer()
    return words in answer.text


async def taken_up(t, probe):
    await t.server.until(probe, what="the change")
    # The rebuild that comes of it.
    async with t.services.pool.rebuilding:
        pass


async def test_a_channel_is_a_document_that_cites_each_message(harbourside):
    async with harbourside() as t:
        message = t.alice.say(t.channel, SAID)
        bot = t.server.add_person("robot")
        bot.user.bot = True
        bot.say(t.channel, "Beep, the red ferry is a robot.")
        sent = await follow(t)
        report = sent.original.text.replace("\\", "")
        assert f"channel-{t.channel.id}/" in report
        assert "1 added" in report
        told = sent.followups[-1].text
        assert "I follow \\#general now (all messages): 1 message since" in told
        assert "left out" in told
        assert said(t) == [f"Alice: {SAID}"]
        answer = await t.alice.slash(t.channel, "ask", question=ASKED).answer()
        assert "sails at seven" in answer.text
        link = f"https://discord.com/channels/{t.guild.id}/{t.channel.id}/{message.id}"
        assert link in answer.text
        assert "Alice, 20" in answer.text
        (state, *_) = t.store.states()
        assert state.origin == "/docs channel"
        assert await t.services.store.changed_by() == {t.store.current(): (int(t.admin.id),)}
        listed = await t.admin.slash(t.channel, LIST).answer()
        assert f"<#{t.channel.id}> · all messages" in listed.text


async def test_what_is_said_edited_and_deleted_is_followed_with_one_rebuild(harbourside):
    async with harbourside() as t:
        await follow(t)
        states = len(t.store.builds())
        first = t.alice.say(t.channel, "The blue ferry sails at six.")
        messages = [t.alice.say(t.channel, f"Line {number} of many.") for number in range(5)]
        t.alice.edit(first, SAID)
        t.alice.delete(messages[0])
        t.server.purge(messages[1:3])
        expected = [f"Alice: {SAID}", *(f"Alice: Line {number} of many." for number in (3, 4))]
        await taken_up(t, lambda: said(t) == expected)
        await t.server.until(lambda: len(t.store.builds()) > states)
        assert len(t.store.builds()) == states + 1
        assert t.store.states()[0].origin == "a channel of Discord"
        assert await answers(t, t.alice, t.channel)
        t.alice.delete(first)
        await taken_up(t, lambda: f"Alice: {SAID}" not in said(t))
        await t.server.until(lambda: len(t.store.builds()) > states + 1)
        await t.services.pool.index.refresh()
        assert not await answers(t, t.alice, t.channel)
        # Nothing of it is kept aside.
        assert not (t.core.data / "removed").exists()


async def test_nobody_reads_it_who_may_not_read_the_channel(harbourside):
    async with harbourside() as t:
        council, square = (t.server.add_channel(t.guild, name) for name in ("council", "square"))
        bob = t.server.add_person("bob")
        t.server.join(t.guild, bob)
        t.server.deny(council, VIEW_CHANNEL, bob.user)
        await t.server.until(lambda: t.bot.get_channel(int(square.id)))
        t.alice.say(council, SAID)
        await follow(t, council)
        assert await answers(t, t.alice, council)
        assert await answers(t, t.alice, council, private=False)
        # Elsewhere in the server those who may read it, and they alone.
        assert await answers(t, t.alice, square)
        assert not await answers(t, t.alice, square, private=False)
        assert not await answers(t, bob, square)
        for person, channel in (
            (t.alice, t.alice.dm()),
            (t.stranger, t.other),
            (t.owner, t.other),
        ):
            assert not await answers(t, person, channel)
        for person, command in ((bob, "sources"), (t.stranger, "sources")):
            channel = square if person is bob else t.other
            assert "council" not in (await person.slash(channel, command).answer()).text
        # Whoever is let out, or loses its history, reads it no more; also in an answer of before.
        shown = await t.alice.slash(square, "ask", question=ASKED, private=True).answer()
        t.server.deny(council, READ_MESSAGE_HISTORY, t.alice.user)
        own = int(t.alice.id)
        await t.server.until(
            lambda: any(one.id == own for one in t.bot.get_channel(int(council.id)).overwrites)
        )
        assert not await answers(t, t.alice, square)
        assert not await answers(t, t.alice, council, private=False)
        gone = await t.alice.click(shown, "Context").answer()
        assert "no longer open to you" in gone.text


async def test_what_everyone_may_read_is_everyones_in_that_server(harbourside):
    async with harbourside() as t:
        square = t.server.add_channel(t.guild, "square")
        await t.server.until(lambda: t.bot.get_channel(int(square.id)))
        t.alice.say(t.channel, SAID)
        await follow(t)
        assert await answers(t, t.alice, square, private=False)
        assert not await answers(t, t.stranger, t.other)
        # Without it, and with the folder still there, nobody on Discord reads it.
        object.__setattr__(t.services.followed, "_followed", {})
        assert not await answers(t, t.alice, t.channel)


async def test_only_administrators_of_that_server_follow_anything(harbourside):
    async with harbourside() as t:
        t.alice.say(t.channel, SAID)
        for person in (t.alice, t.mod):
            with pytest.raises(AssertionError, match="hidden"):
                person.slash(t.channel, LIST)
            refused = await person.slash(person.dm(), LIST).answer()
            assert refused.text == ONLY_ADMINISTRATORS
        # Discord offers the channels of one's own server; another id leads nowhere.
        t.other.guild.channels[t.channel.id] = t.channel
        refused = await t.stranger.slash(t.other, ADD, channel=t.channel.id).answer()
        assert refused.text == NOT_THERE
        assert not folder(t).exists()
        nothing = await t.admin.slash(t.channel, REMOVE, channel=t.channel.id).answer()
        assert nothing.text == NOT_FOLLOWED
        assert "No channel" in (await t.admin.slash(t.channel, LIST).answer()).text


async def test_it_is_off_unless_it_is_switched_on(town):
    async with town() as t:
        assert not t.bot.intents.message_content
        for command in (ADD, REMOVE):
            refused = await t.admin.slash(t.channel, command, channel=t.channel.id).answer()
            assert refused.text.replace("\\", "") == OFF
        assert (await t.admin.slash(t.channel, LIST).answer()).text.replace("\\", "") == OFF


async def test_without_permission_nothing_is_followed_and_it_is_said_why(harbourside):
    async with harbourside() as t:
        t.server.deny(t.channel, READ_MESSAGE_HISTORY)
        await t.server.until(lambda: t.bot.get_channel(int(t.channel.id)).overwrites)
        refused = await t.admin.slash(t.channel, ADD, channel=t.channel.id).answer()
        assert refused.text.replace("\\", "") == "I lack Read Message History in #general."
        assert not folder(t).exists()


async def test_a_channel_is_taken_out_again_and_one_that_is_deleted_is_too(harbourside):
    async with harbourside() as t:
        aside = t.server.add_channel(t.guild, "aside")
        await t.server.until(lambda: t.bot.get_channel(int(aside.id)))
        for channel in (t.channel, aside):
            t.alice.say(channel, SAID)
            await follow(t, channel)
        card = await t.admin.slash(t.channel, REMOVE, channel=t.channel.id).answer()
        await t.server.until(lambda: "1 removed" in card.text, what="the report")
        assert not folder(t).exists()
        assert folder(t, aside).exists()
        before = t.store.current()
        t.server.remove_channel(aside)
        await taken_up(t, lambda: not folder(t, aside).exists())
        await t.server.until(lambda: t.store.current() != before)
        assert "No channel" in (await t.admin.slash(t.channel, LIST).answer()).text


async def test_a_server_that_the_bot_leaves_takes_its_channels_along(harbourside):
    async with harbourside() as t:
        t.alice.say(t.channel, SAID)
        await follow(t)
        t.server.expel_bot(t.guild)
        await taken_up(t, lambda: not folder(t).exists())


async def test_pinned_messages_follow_their_pins(harbourside):
    async with harbourside() as t:
        first, second = (t.alice.say(t.channel, words) for words in (SAID, "The quay is wet."))
        t.server.pin(first)
        sent = await follow(t, pinned=True)
        assert "(pinned messages): 1 message" in sent.followups[-1].text
        assert said(t) == [f"Alice: {SAID}"]
        t.server.pin(second)
        await taken_up(t, lambda: len(said(t)) == 2)
        t.server.pin(first, pinned=False)
        await taken_up(t, lambda: said(t) == ["Alice: The quay is wet."])
        t.alice.edit(second, "The quay is dry.")
        await taken_up(t, lambda: said(t) == ["Alice: The quay is dry."])
        t.alice.delete(second)
        await taken_up(t, lambda: said(t) == [])


async def test_a_forum_has_a_document_for_each_post(harbourside):
    async with harbourside() as t:
        forum = t.server.add_forum(t.guild, "help")
        posts = {}
        for name, words in (("Ferries", SAID), ("Goats", "The goat bleats.")):
            posts[name] = t.server.open_thread(forum, name, owner=t.alice.user)
            t.alice.say(posts[name], words)
        posts["Goats"].archived = True
        await t.server.until(lambda: t.bot.get_channel(int(forum.id)))
        refused = await t.admin.slash(t.channel, ADD, channel=forum.id, pinned=True).answer()
        assert refused.text == NOT_PINNED
        sent = await follow(t, forum)
        assert "(all posts): 2 messages" in sent.followups[-1].text
        names = {file.name for file in folder(t, forum).glob("[!.]*.json")}
        assert names == {f"post-{post.id}.json" for post in posts.values()}
        answer = await t.alice.slash(posts["Ferries"], "ask", question=ASKED).answer()
        assert "sails at seven" in answer.text
        assert "#Ferries" in answer.text.replace("\\", "")
        t.alice.say(posts["Ferries"], "No, at eight.")
        new = t.server.open_thread(forum, "Fees", owner=t.alice.user)
        t.alice.say(new, "Fees are paid at the quay.")
        await taken_up(t, lambda: len(said(t, forum)) == 4)
        new.name = "Dues"
        t.server.gateway.dispatch("THREAD_UPDATE", channel_json(new), guild=t.guild, intent=GUILDS)
        named = folder(t, forum) / f"post-{new.id}.json"
        await taken_up(t, lambda: json.loads(named.read_text())["channel"]["name"] == "Dues")
        t.server.remove_channel(posts["Ferries"])
        await taken_up(
            t,
            lambda: (
                sorted(said(t, forum))
                == ["Alice: Fees are paid at the quay.", "Alice: The goat bleats."]
            ),
        )


async def test_the_latest_messages_are_read_and_what_is_left_out_is_said(harbourside):
    async with harbourside(channel_messages=10) as t:
        for number in range(25):
            t.server.post(Message(channel=t.channel, author=t.alice.user, content=f"No. {number}."))
        sent = await follow(t)
        told = sent.followups[-1].text
        assert "10 messages since" in told
        assert "What is older than the latest 10 is left out." in told
        assert said(t) == [f"Alice: No. {number}." for number in range(15, 25)]
        t.alice.say(t.channel, "And one more.")
        await taken_up(t, lambda: said(t)[-1] == "Alice: And one more.")
        assert said(t)[0] == "Alice: No. 17."
        assert len(said(t)) == 9


async def test_what_was_missed_is_caught_up_with(harbourside):
    async with harbourside() as t:
        kept, gone = (t.alice.say(t.channel, words) for words in (SAID, "Gone soon."))
        await follow(t)
        # Nothing of this is heard of.
        gone.deleted = True
        kept.content = "The red ferry sails at nine."
        t.channel.messages.append(
            Message(channel=t.channel, author=t.alice.user, content="Said meanwhile.")
        )
        t.server.gateway.invalidate()
        expected = ["Alice: The red ferry sails at nine.", "Alice: Said meanwhile."]
        await t.server.until(lambda: said(t) == expected, within=30, what="what was missed")


async def test_a_lost_permission_empties_it_and_a_folder_taken_away_ends_it(harbourside):
    async with harbourside() as t:
        t.alice.say(t.channel, SAID)
        await follow(t)
        t.server.deny(t.channel, VIEW_CHANNEL)
        await taken_up(t, lambda: said(t) == [])
        t.server.deny(t.channel, 0)
        await taken_up(t, lambda: said(t) == [f"Alice: {SAID}"])
        for file in folder(t).iterdir():
            file.unlink()
        t.alice.say(t.channel, "Nobody listens.")
        await t.server.until(lambda: not t.services.followed.all)
        assert said(t) == []


async def test_a_channel_that_can_not_be_read_now_is_tried_again(harbourside, monkeypatch):
    async with harbourside() as t:
        monkeypatch.setattr(follower, "RETRY", 0.1)
        message = t.alice.say(t.channel, SAID)
        t.server.pin(message)
        await follow(t, pinned=True)
        t.server.faults.refuse("GET /channels/{channel_id}/messages/pins", status=403)
        other = t.alice.say(t.channel, "The quay is wet.")
        t.server.pin(other)
        await taken_up(t, lambda: len(said(t)) == 2)


async def test_what_is_said_while_it_is_read_is_not_missed(harbourside):
    async with harbourside() as t:
        t.alice.say(t.channel, SAID)
        t.server.faults.slow(0.5, "GET /channels/{channel_id}/messages", times=1)
        sent = t.admin.slash(t.channel, ADD, channel=t.channel.id)
        await t.server.until(lambda: t.services.followed.all)
        late = t.alice.say(t.channel, "Said meanwhile.")
        await t.server.until(lambda: sent.followups, what="what is followed")
        t.alice.edit(late, "Said later.")
        await taken_up(t, lambda: said(t) == [f"Alice: {SAID}", "Alice: Said later."])


async def test_a_channel_that_can_not_be_read_is_not_followed(harbourside):
    async with harbourside() as t:
        t.server.faults.refuse("GET /channels/{channel_id}/messages", times=5)
        refused = await t.admin.slash(t.channel, ADD, channel=t.channel.id).answer()
        assert "let me read #general now" in refused.text.replace("\\", "")
        assert t.services.followed.all == ()
        assert not folder(t).exists()


async def test_a_long_channel_is_read_page_by_page_through_rate_limits(harbourside):
    async with harbourside(channel_messages=200) as t:
        for number in range(230):
            words = f"Line {number} of many."
            t.channel.messages.append(
                Message(channel=t.channel, author=t.alice.user, content=words)
            )
        t.server.faults.rate_limit("GET /channels/{channel_id}/messages", times=2)
        sent = await follow(t)
        assert "200 messages since" in sent.followups[-1].text
        assert said(t)[0] == "Alice: Line 30 of many."
        # 201 are asked for, to know whether there are more.
        read = [
            one for one in t.server.sent("GET /channels/{channel_id}/messages") if one.status == 200
        ]
        assert len(read) == 3


async def test_two_owners_of_the_folder_do_not_fight(harbourside):
    async with harbourside() as t:
        t.alice.say(t.channel, SAID)
        await follow(t)
        owner = Person(t.server, t.server.owner)
        (path,) = (file.name for file in folder(t).glob("[!.]*.json"))
        document = f"channel-{t.channel.id}/{path}"
        refused = await owner.slash(t.channel, "docs remove", document=document).answer()
        assert "/docs channel remove" in refused.text.replace("\\", "")
        (folder(t) / "notes.md").write_text("# Notes\n\nOf the owner.\n")
        card = await t.admin.slash(t.channel, REMOVE, channel=t.channel.id).answer()
        await t.server.until(lambda: "1 removed" in card.text, what="the report")
        assert [file.name for file in folder(t).iterdir()] == ["notes.md"]
