"""Questions in messages: who is answered, how, and who isn't."""

import asyncio
import threading

import discord
import pytest
from simcord.enums import MessageType

from bot.app.collections.sight import ALL

QUESTION = "Who built the lighthouse in 1853?"
ANSWER = "The lighthouse was built in 1853 by Ada Brown."


def replies(w, channel=None):
    history = sorted((channel or w.channel).history(), key=lambda message: message.id)
    return [m for m in history if m.author.id == w.env.backend.bot_user.id]


async def test_a_mention_is_answered_by_a_reply_that_pings_nobody(world, read):
    async with world() as w:
        asked = await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        (reply,) = replies(w)
        assert f"**{ANSWER}**" in read(reply)
        assert reply.reference.message_id == asked.id
        sent = [
            r.json
            for r in w.env.http_requests
            if r.method == "POST" and r.path.endswith("/messages")
        ]
        assert sent[-1]["allowed_mentions"] == {"parse": [], "replied_user": False}
        assert any(r.path.endswith("/typing") for r in w.env.http_requests)


async def test_a_direct_message_needs_no_mention(world, read):
    async with world() as w:
        await w.alice.user.send_dm(QUESTION)
        assert ANSWER in read(w.alice.user.dm_channel.last_message)


async def test_a_reply_to_an_answer_follows_up_on_it(world, read):
    async with world() as w:
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        first = replies(w)[0]
        await w.alice.send(w.channel, f"{w.mention} What toll does the harbour master collect?")
        await w.alice.send(w.channel, "and what does its lamp burn?", reply_to=first)
        _, history, _ = w.shelf.published.asked[-1]
        assert [turn.question for turn in history] == [QUESTION]
        newest = replies(w)[-1]
        assert "understood as" in read(newest)
        assert "whale oil" in read(newest)


async def test_two_people_in_one_channel_keep_conversations_of_their_own(world):
    async with world() as w:
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        await w.bob.send(w.channel, f"{w.mention} What toll does the harbour master collect?")
        await w.alice.send(w.channel, f"{w.mention} and what does its lamp burn?")
        _, history, _ = w.shelf.published.asked[-1]
        assert [turn.question for turn in history] == [QUESTION]


async def test_a_conversation_outlives_a_restart_and_ends_with_forget(world):
    async with world() as w:
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        await w.restart()
        await w.alice.send(w.channel, f"{w.mention} and what does its lamp burn?")
        assert len(w.shelf.published.asked[-1][1]) == 1
        await w.alice.slash(w.channel, "forget")
        await w.alice.send(w.channel, f"{w.mention} and its tower?")
        assert w.shelf.published.asked[-1][1] == ()


async def test_what_was_asked_privately_never_explains_a_public_question(world):
    async with world() as w:
        await w.alice.slash(w.channel, "ask", question=QUESTION, private=True)
        await w.alice.send(w.channel, f"{w.mention} and what does its lamp burn?")
        assert w.shelf.published.asked[-1][1] == ()


async def test_an_edited_question_updates_its_answer(world, read):
    async with world() as w:
        asked = await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        await w.alice.edit(asked, f"{w.mention} What toll does the harbour master collect?")
        (reply,) = replies(w)
        assert "two crowns" in read(reply)
        asked_again = len(w.shelf.published.asked)
        await w.alice.edit(asked, f"{w.mention}  What toll does the harbour master collect?")
        assert len(w.shelf.published.asked) == asked_again


async def test_a_forgotten_mention_can_be_put_in_by_an_edit(world, read):
    async with world() as w:
        asked = await w.alice.send(w.channel, QUESTION)
        assert replies(w) == []
        await w.alice.edit(asked, f"{w.mention} {QUESTION}")
        assert ANSWER in read(replies(w)[-1])
        old = await w.alice.send(w.channel, QUESTION)
        await w.env.advance_time(600)
        await w.alice.edit(old, f"{w.mention} {QUESTION}")
        assert len(replies(w)) == 1


async def test_a_deleted_question_takes_its_answer_along(world):
    async with world() as w:
        asked = await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        await w.alice.delete(asked)
        assert replies(w) == []
        assert await w.services().store.count(w.alice.id) == 0


async def test_nobody_but_people_is_answered(world):
    async with world() as w:
        robot = w.guild.add_member(w.env.create_user("robot", bot=True))
        await robot.send(w.channel, f"{w.mention} {QUESTION}")
        hook = w.guild.create_webhook(w.channel)
        await hook.send(f"{w.mention} {QUESTION}")
        w.guild.create_system_message(w.channel, MessageType.NEW_MEMBER, author=w.alice)
        await w.alice.send(w.channel, QUESTION)
        await w.alice.send(w.channel, f"@everyone {QUESTION}")
        await w.env.settle()
        assert replies(w) == []
        assert w.shelf.published.asked == []


async def test_a_bare_mention_gets_a_hint_and_a_long_question_a_limit(world):
    async with world() as w:
        await w.alice.send(w.channel, w.mention)
        assert "Ask me a question" in replies(w)[-1].content
        await w.alice.send(w.channel, f"{w.mention} {'why ' * 200}")
        assert "at most 500" in replies(w)[-1].content
        assert w.shelf.published.asked == []


async def test_the_refusal_for_asking_too_often_is_said_once(world):
    async with world(user_per_minute=1) as w:
        for _ in range(4):
            await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        said = [m.content for m in replies(w) if "asked a lot" in m.content]
        assert len(said) == 1


async def test_it_answers_inside_a_thread(world, read):
    async with world() as w:
        bot_channel = w.bot().get_channel(w.channel.id)
        thread = await bot_channel.create_thread(name="t", type=discord.ChannelType.public_thread)
        (handle,) = w.channel.threads
        await w.alice.send(handle, f"{w.mention} {QUESTION}")
        assert ANSWER in read(replies(w, handle)[-1])
        assert thread.id == handle.id


def restricted(w, name, **denied):
    return w.guild.create_text_channel(
        name,
        overwrites={w.guild.default_role: discord.PermissionOverwrite(**denied)},
    )


async def test_without_embed_links_the_answer_is_plain_text_and_a_moderator_hears_once(
    world, read, labels
):
    async with world() as w:
        quiet = restricted(w, "quiet", embed_links=False)
        await w.alice.send(quiet, f"{w.mention} {QUESTION}")
        await w.alice.send(quiet, f"{w.mention} {QUESTION}")
        first, second = replies(w, quiet)
        for reply in (first, second):
            assert not reply.flags.components_v2
            assert f"**{ANSWER}**" in reply.content
            assert "Follow up" in labels(reply)
        told = [m for m in w.guild.owner.dm_channel.history() if "Embed Links" in m.content]
        assert len(told) == 1


async def test_where_it_may_not_write_it_tries_nothing_and_tells_a_moderator_once(world):
    async with world() as w:
        role = w.guild.create_role("Talk", permissions=discord.Permissions(send_messages=True))
        talker = w.guild.add_member(w.env.create_user("talker"), roles=[role])
        mute = w.guild.create_text_channel(
            "mute",
            overwrites={
                w.guild.default_role: discord.PermissionOverwrite(send_messages=False),
                role: discord.PermissionOverwrite(send_messages=True),
            },
        )
        before = len(w.env.http_requests)
        await talker.send(mute, f"{w.mention} {QUESTION}")
        await talker.send(mute, f"{w.mention} {QUESTION}")
        tried = [
            r for r in w.env.http_requests[before:] if f"/channels/{mute.id}/messages" in r.path
        ]
        assert tried == []
        told = [m for m in w.guild.owner.dm_channel.history() if "Send Messages" in m.content]
        assert len(told) == 1


async def test_without_history_the_answer_is_a_message_of_its_own(world, read):
    async with world() as w:
        blind = restricted(w, "blind", read_message_history=False)
        await w.alice.send(blind, f"{w.mention} {QUESTION}")
        (reply,) = replies(w, blind)
        assert reply.reference is None
        assert ANSWER in read(reply)


async def test_when_discord_refuses_the_answer_nothing_is_retried(world):
    async with world() as w:
        w.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
        before = len(w.env.http_requests)
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        tried = [r for r in w.env.http_requests[before:] if r.path.endswith("/messages")]
        assert len(tried) == 1


async def test_refused_components_become_plain_text(world, labels):
    async with world() as w:
        w.env.inject_error("POST", "/channels/*/messages", status=400, code=50035)
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        (reply,) = replies(w)
        assert ANSWER in reply.content
        assert "Context" in labels(reply)


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        (QUESTION, True),
        ("who built the lighthouse by 1853", True),
        ("Who built it?", False),
        ("lighthouse built 1853 Ada Brown", False),
    ],
)
async def test_auto_answer_is_silent_unless_asked_and_sure(world, text, answered):
    for _ in range(2):
        # Ids repeat once the commands are synced.
        async with world() as w:
            pass
    async with world(auto_answer_channels=(w.channel.id,)) as again:
        await again.alice.send(again.channel, text)
        assert bool(replies(again)) is answered
        assert await again.services().store.count(again.alice.id) == int(answered)


async def test_the_message_content_intent_is_asked_for_only_by_auto_answer(world):
    async with world() as w:
        assert not w.bot().intents.message_content
        assert not w.bot().intents.members
    async with world(auto_answer_channels=(5,)) as w:
        assert w.bot().intents.message_content


async def test_a_question_mended_while_it_is_answered_gets_the_right_answer(world, read):
    async with world() as w:
        gate = threading.Event()
        w.shelf.published.gate = lambda: gate.wait(5)
        channel, author = w.channel, w.alice.id
        asked = w.env.backend.create_message(channel.id, author, f"{w.mention} {QUESTION}")
        await asyncio.sleep(0.05)
        w.env.backend.edit_message(
            channel.id, asked.id, {"content": f"{w.mention} What does the keeper receive a month?"}
        )
        await asyncio.sleep(0.05)
        gate.set()
        await w.env.settle()
        (reply,) = replies(w)
        assert "forty crowns" in read(reply)


async def test_in_a_thread_a_conversation_goes_on_without_mentions_where_text_can_be_read(
    world, read
):
    async with world(auto_answer_channels=(1,)) as w:
        bot_channel = w.bot().get_channel(w.channel.id)
        await bot_channel.create_thread(name="t", type=discord.ChannelType.public_thread)
        (handle,) = w.channel.threads
        await w.bob.send(handle, "And what does its lamp burn, whale oil?")
        assert replies(w, handle) == []
        await w.alice.send(handle, f"{w.mention} {QUESTION}")
        await w.alice.send(handle, "and what does its lamp burn, whale oil?")
        assert "whale oil" in read(replies(w, handle)[-1])
        assert len(replies(w, handle)) == 2
        await w.alice.send(handle, "thanks!")
        assert len(replies(w, handle)) == 2


async def test_a_bare_mention_under_a_question_asks_that_question(world, read):
    async with world(auto_answer_channels=(1,)) as w:
        asked = await w.bob.send(w.channel, QUESTION)
        await w.alice.send(w.channel, w.mention, reply_to=asked)
        assert ANSWER in read(replies(w)[-1])


async def test_names_in_a_question_are_names(world):
    async with world() as w:
        await w.alice.send(w.channel, f"{w.mention} does <@{w.bob.id}> climb the tower?")
        assert w.shelf.published.asked[-1][0] == "does Bob climb the tower?"


async def test_a_busy_moment_is_told_and_not_counted_as_a_fault(world):
    async with world(workers=1, queue=1) as w:
        gate = threading.Event()
        w.shelf.published.gate = lambda: gate.wait(5)
        stuck = [asyncio.ensure_future(w.services().pool.ask("a b", sight=ALL)) for _ in range(2)]
        await asyncio.sleep(0.05)
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        assert "Many questions are waiting" in replies(w)[-1].content
        gate.set()
        await asyncio.gather(*stuck)
        assert w.services().metrics.errors._value.get() == 0


async def test_purged_questions_take_their_answers_along(world):
    async with world() as w:
        asked = [await w.alice.send(w.channel, f"{w.mention} {QUESTION}") for _ in range(3)]
        await w.bot().get_channel(w.channel.id).delete_messages(asked)
        await w.env.settle()
        assert replies(w) == []


async def test_a_server_that_is_left_is_forgotten(world):
    async with world() as w:
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        await w.alice.user.send_dm(QUESTION)
        await w.bot().get_guild(w.guild.id).leave()
        await w.env.settle()
        assert await w.services().store.count(w.alice.id) == 1
