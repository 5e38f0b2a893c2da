"""/gaps and /docs rebuild: who may, and what they see."""

import asyncio
import threading

import discord
import pytest
import simcord

from bot.app.collections.policy import CollectionPolicy, Readers
from bot.app.collections.sight import ALL
from retrieval.errors import SeedsError
from retrieval.remedies import Remedy, RemedyKind


def moderator(w):
    role = w.guild.create_role("Mods", permissions=discord.Permissions(manage_messages=True))
    return w.guild.add_member(w.env.create_user("mod"), roles=[role])


def administrator(w):
    role = w.guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
    return w.guild.add_member(w.env.create_user("admin"), roles=[role])


async def test_gaps_groups_questions_of_one_meaning_and_marks_those_now_answered(world, read):
    async with world() as w:
        for question in (
            "What was the whale called Gertrude?",
            "Which taxes does the mayor levy?",
            "which taxes does the mayor levy",
            "Mayor levy taxes which?",
        ):
            await w.alice.slash(w.channel, "ask", question=question)
        await w.alice.slash(w.channel, "ask", question="Where is my secret?", private=True)
        await w.alice.user.slash("ask", question="Whom do I love?")
        mod = moderator(w)
        text = read((await mod.slash(w.channel, "gaps")).response)
        assert "**2 unanswered**, 0 answered by now" in text
        assert "asked 3 times in 3 wordings" in text
        assert text.index("taxes") < text.index("whale")
        assert "secret" not in text
        assert "love" not in text
        assert "alice" not in text.casefold()

        w.shelf.published = w.shelf.coming
        await w.services().pool.index.refresh()
        text = read((await mod.slash(w.channel, "gaps")).response)
        assert "**1 unanswered**, 1 answered by now" in text
        assert "the documents answer this now" in text


async def test_a_gap_is_answered_by_a_modal_and_its_asker_told(world, read):
    async with world() as w:
        question = "What was the whale called Gertrude?"
        asked = (await w.alice.slash(w.channel, "ask", question=question)).response
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        mod = w.guild.add_member(w.env.create_user("boss"), roles=[role])
        named = {"crew": Readers(servers=frozenset({w.guild.id}))}
        object.__setattr__(w.services(), "collections", CollectionPolicy(named=named))
        listing = (await mod.slash(w.channel, "gaps")).response
        form = await mod.click(listing, label="Answer")
        answer = {"question": question, "text": "The whale was called Gertrude Longfin."}
        await mod.submit_modal(form, answer)
        (told,) = [message for message in w.public() if "an answer now" in read(message)]
        assert f"<@{w.alice.id}> asked this" in read(told)
        assert "Gertrude Longfin" in read(told)
        assert told.reference.message_id == asked.id
        assert "Nothing went unanswered" in read((await mod.slash(w.channel, "gaps")).response)


async def test_gaps_shows_what_people_marked_as_wrong(world, read):
    async with world() as w:
        message = (
            await w.alice.slash(w.channel, "ask", question="Who built the lighthouse in 1853?")
        ).response
        record = await w.services().store.by_answer_message(message.id)
        await w.services().store.vote(record.id, w.bob.id, -1, "*It was* 1854 @everyone")
        text = read((await moderator(w).slash(w.channel, "gaps")).response)
        assert "👎 Who built the lighthouse" in text
        assert "@everyone" not in text


async def test_another_server_does_not_see_them(world, read):
    async with world() as w:
        await w.alice.slash(w.channel, "ask", question="Which taxes does the mayor levy?")
        other = w.env.create_guild("Other")
        room = other.create_text_channel("room")
        role = other.create_role("Mods", permissions=discord.Permissions(manage_messages=True))
        mod = other.add_member(w.env.create_user("mod"), roles=[role])
        assert "Nothing went unanswered" in read((await mod.slash(room, "gaps")).response)


async def test_gaps_and_rebuild_are_hidden_and_refused(world):
    async with world() as w:
        for command in ("gaps", "docs rebuild"):
            with pytest.raises(simcord.backend.errors.SetupError):
                await w.alice.slash(w.channel, command)
        # In a DM Discord hides nothing.
        refused = await w.alice.user.slash("gaps")
        assert "Only moderators" in refused.response.content
        refused = await w.alice.user.slash("docs rebuild")
        assert "Only administrators" in refused.response.content


async def test_rebuild_shows_progress_and_the_difference_and_switches_over(world, read):
    async with world() as w:
        result = await administrator(w).slash(w.channel, "docs rebuild")
        assert result.ephemeral
        text = read(result.response)
        assert "**+** 1 added: new.md" in text
        assert "**−** 1 removed: old.md" in text
        assert "1 unchanged" in text
        edits = [r for r in w.env.http_requests if r.method == "PATCH" and "@original" in r.path]
        assert any("Rebuilding" in str(r.json) for r in edits)
        assert w.services().pool.info.build_id == "build-2"
        answer = await w.alice.slash(
            w.channel, "ask", question="What was the whale called Gertrude?"
        )
        assert "Gertrude Longfin" in read(answer.response)


async def test_a_failed_rebuild_says_why_and_the_old_index_answers_on(world, read):
    async with world() as w:
        w.rebuilder.error = SeedsError(
            "The folder seeds can't be read", Remedy(RemedyKind.SET, "seeds", "another folder")
        )
        result = await administrator(w).slash(w.channel, "docs rebuild")
        text = read(result.response)
        assert "not rebuilt" in text
        assert "The folder seeds can't be read; whoever runs me" in text
        assert "VERBATIM" not in text
        assert w.services().pool.info.build_id == "build-1"


async def test_many_gaps_are_paged_for_moderators_only(world, read):
    async with world(user_per_minute=100) as w:
        for number in range(15):
            word = chr(ord("a") + number) * 7
            await w.alice.slash(w.channel, "ask", question=f"{word} {word[::-1]}x?")
        mod = moderator(w)
        listing = (await mod.slash(w.channel, "gaps")).response
        assert "page 1 of 2" in read(listing)
        await mod.click(listing, custom_id="verbatim:2:gaps:1")
        assert "page 2 of 2" in read(listing)


async def test_turning_pages_takes_no_question_from_anybody(world, read):
    async with world(user_per_minute=100, workers=1, queue=1) as w:
        for number in range(15):
            word = chr(ord("a") + number) * 7
            await w.alice.slash(w.channel, "ask", question=f"{word} {word[::-1]}x?")
        listing = (await moderator(w).slash(w.channel, "gaps")).response
        asked = len(w.shelf.published.asked)
        gate = threading.Event()
        w.shelf.published.gate = lambda: gate.wait(10)
        stuck = [asyncio.ensure_future(w.services().pool.ask("a b", sight=ALL)) for _ in range(2)]
        await asyncio.sleep(0.05)
        mod = w.guild.add_member(
            w.env.create_user("second"),
            roles=[w.guild.create_role("M", permissions=discord.Permissions(manage_messages=True))],
        )
        text = read((await mod.slash(w.channel, "gaps")).response)
        assert "page 1 of 2" in text
        gate.set()
        await asyncio.gather(*stuck)
        assert len(w.shelf.published.asked) == asked + 2
        assert "page 1 of 2" in read(listing)


async def test_questions_of_channels_that_a_moderator_may_not_view_are_not_told(world, read):
    async with world() as w:
        mod = moderator(w)
        nobody = discord.PermissionOverwrite(view_channel=False)
        hidden = w.guild.create_text_channel("council", overwrites={mod: nobody})
        await w.alice.slash(hidden, "ask", question="Which taxes does the mayor levy?")
        await w.alice.slash(w.channel, "ask", question="What was the whale called Gertrude?")
        text = read((await mod.slash(w.channel, "gaps")).response)
        assert "taxes" not in text
        assert "whale" in text
        assert "taxes" in read((await administrator(w).slash(w.channel, "gaps")).response)
