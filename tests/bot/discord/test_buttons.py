"""The buttons under an answer, before and after a restart."""

import discord
import pytest
from buttons import QUESTION, answer, button_id, more, text_field

AND = "and what does its lamp burn?"


async def test_more_turns_pages_for_whoever_clicks_alone(world, read):
    async with world() as w:
        message = await answer(w)
        result = await more(w, message)
        assert result.ephemeral
        text = read(result.response)
        assert "Ada Brown.**" not in text
        assert text.count("›") == 2


async def test_context_widens_step_by_step(world, read):
    async with world() as w:
        message = await answer(w)
        result = await w.bob.click(message, label="Context")
        assert result.ephemeral
        first = read(result.response)
        assert "Visitors may climb the tower on Sundays." in first
        assert "fourteen days" not in first
        await w.bob.click(result.response, label="Wider")
        assert "fourteen days" in read(result.response)


async def test_context_of_a_changed_document_is_refused(world, read):
    async with world() as w:
        message = await answer(w)
        w.shelf.published.texts["handbook.md"] = "Handbook\n\nAll new.\n"
        result = await w.bob.click(message, label="Context")
        assert result.ephemeral
        assert "has changed since" in read(result.response)


async def test_sources_lists_every_place(world, read):
    async with world() as w:
        message = await answer(w)
        context = await w.bob.click(message, label="Context")
        result = await w.bob.click(context.response, label="Sources")
        assert result.ephemeral
        assert "handbook.md" in read(result.response)
        assert "build-1" in read(result.response)
        assert "High confidence that this answers" in read(result.response)
        assert "%" not in read(result.response)


async def test_thumbs_are_kept_and_the_reason_is_optional(world):
    async with world() as w:
        message = await answer(w)
        up = await w.bob.click(message, custom_id=button_id(message, "up"))
        assert up.ephemeral
        down = await w.alice.click(message, custom_id=button_id(message, "down"))
        assert down.modal["title"] == "What was wrong?"
        result = await w.alice.submit_modal(down, {text_field(down): "It was 1854"})
        assert result.ephemeral
        (row,) = await w.services().store.complaints(None)
        assert tuple(row) == (QUESTION, "It was 1854")


async def test_a_vote_counts_although_the_form_is_closed(world):
    async with world() as w:
        message = await answer(w)
        await w.alice.click(message, custom_id=button_id(message, "down"))
        (row,) = await w.services().store.complaints(None)
        assert row["reason"] == ""


async def test_follow_up_is_answered_with_what_was_before(world, read):
    async with world() as w:
        message = await answer(w)
        form = await w.bob.click(message, label="Follow up")
        result = await w.bob.submit_modal(form, {text_field(form): AND})
        assert not result.ephemeral
        _, history, _ = w.shelf.published.asked[-1]
        assert [turn.question for turn in history] == [QUESTION]
        assert history[0].answer == "The lighthouse was built in 1853 by Ada Brown."
        text = read(result.response)
        assert "understood as:" in text
        assert "whale oil" in text


async def test_a_form_that_is_open_during_a_restart_still_works(world, read):
    async with world() as w:
        message = await answer(w)
        form = await w.bob.click(message, label="Follow up")
        reason = await w.alice.click(message, custom_id=button_id(message, "down"))
        await w.restart()
        result = await w.bob.submit_modal(form, {text_field(form): AND})
        assert "whale oil" in read(result.response)
        await w.alice.submit_modal(reason, {text_field(reason): ""})
        (row,) = await w.services().store.complaints(None)
        assert row["reason"] == ""
        assert w.bot()._connection._view_store._modals == {}


async def test_ask_fresh_answers_without_the_conversation_in_the_same_message(world, read):
    async with world() as w:
        message = await answer(w)
        form = await w.alice.click(message, label="Follow up")
        follow_up = (await w.alice.submit_modal(form, {text_field(form): AND})).response
        await w.alice.click(follow_up, label="Ask fresh")
        assert w.shelf.published.asked[-1][:2] == (AND, ())
        assert "understood as" not in read(follow_up)


async def test_share_shows_a_private_answer_to_the_channel_once(world, read, labels):
    async with world() as w:
        private = await answer(w, private=True)
        result = await w.alice.click(private, label="Share")
        (shared,) = result.followups
        assert not shared.ephemeral
        assert "shared by Alice" in read(shared)
        assert "Ada Brown" in read(shared)
        assert "Share" not in labels(private)
        assert "Share" not in labels(shared)
        await w.alice.click(shared, label="Dismiss")
        assert w.public() == []


async def test_a_shared_answer_brings_nothing_along_that_was_asked_privately(world):
    async with world() as w:
        await answer(w, private=True)
        asked = {"question": "and what does its lamp burn?", "private": True}
        private = (await w.alice.slash(w.channel, "ask", **asked)).response
        assert len(w.shelf.published.asked[-1][1]) == 1
        (shared,) = (await w.alice.click(private, label="Share")).followups
        form = await w.bob.click(shared, label="Follow up")
        await w.bob.submit_modal(form, {text_field(form): "and its keeper?"})
        (turn,) = w.shelf.published.asked[-1][1]
        assert turn.question == "and what does its lamp burn?"


async def test_a_follow_up_in_a_document_that_is_gone_says_so(world):
    async with world() as w:
        message = await answer(w, document="handbook.md")
        del w.shelf.published.texts["handbook.md"]
        form = await w.alice.click(message, label="Follow up")
        result = await w.alice.submit_modal(form, {text_field(form): AND})
        told = (result.followups or [result.response])[-1]
        assert told.ephemeral
        assert "no longer among those" in told.content


async def test_share_respects_who_may_write_in_the_channel(world):
    async with world() as w:
        quiet = w.guild.create_text_channel(
            "rules",
            overwrites={w.guild.default_role: discord.PermissionOverwrite(send_messages=False)},
        )
        private = (await w.alice.slash(quiet, "ask", question=QUESTION, private=True)).response
        result = await w.alice.click(private, label="Share")
        assert "may not write" in result.response.content


async def test_only_the_asker_or_a_moderator_can_dismiss(world):
    async with world() as w:
        message = await answer(w)
        refused = await w.bob.click(message, label="Dismiss")
        assert refused.ephemeral
        assert "Only who asked" in refused.response.content
        role = w.guild.create_role("Mods", permissions=discord.Permissions(manage_messages=True))
        moderator = w.guild.add_member(w.env.create_user("mod"), roles=[role])
        await moderator.click(message, label="Dismiss")
        assert w.public() == []
        mine = await answer(w)
        await w.alice.click(mine, label="Dismiss")
        assert w.public() == []


@pytest.mark.parametrize("label", ["Context", "Follow up", "Dismiss"])
async def test_buttons_work_after_a_restart(world, label):
    async with world() as w:
        message = await answer(w)
        await w.restart()
        await w.env.advance_time(3600)
        result = await w.alice.click(message, label=label)
        assert result.acknowledged


async def test_what_is_behind_a_button_has_buttons_for_the_rest(world, read, labels):
    async with world() as w:
        message = await answer(w)
        context = (await w.bob.click(message, label="Context")).response
        assert labels(context) == ["Wider", "More", "Sources"]
        pages = (await w.bob.click(context, label="More")).response
        assert "199 steps" in read(pages)
        assert labels(pages)[-2:] == ["Context", "Sources"]
        sources = (await w.bob.click(pages, label="Sources")).response
        assert "handbook.md" in read(sources)
        again = (await w.bob.click(pages, label="Context")).response
        assert "Visitors may climb" in read(again)


async def test_the_buttons_of_a_forgotten_answer_say_so(world):
    async with world() as w:
        message = await answer(w)
        await w.services().store.forget_person(w.alice.id)
        result = await w.bob.click(message, label="Context")
        assert result.ephemeral
        assert "no longer have this answer" in result.response.content


async def test_a_forgotten_answer_can_be_taken_away_by_a_moderator(world):
    async with world() as w:
        message = await answer(w)
        await w.services().store.forget_person(w.alice.id)
        refused = await w.bob.click(message, label="Dismiss")
        assert "too old" in refused.response.content
        role = w.guild.create_role("Mods", permissions=discord.Permissions(manage_messages=True))
        moderator = w.guild.add_member(w.env.create_user("mod"), roles=[role])
        await moderator.click(message, label="Dismiss")
        assert w.public() == []


async def test_while_leaving_clicks_commands_and_forms_are_turned_away(world):
    async with world() as w:
        message = await answer(w)
        form = await w.bob.click(message, label="Follow up")
        w.bot().leaving = True
        for result in (
            await w.bob.click(message, label="Context"),
            await w.bob.slash(w.channel, "ask", question=QUESTION),
            await w.bob.submit_modal(form, {text_field(form): AND}),
        ):
            assert result.ephemeral
            assert "being restarted" in result.response.content


async def test_a_failing_button_says_so_privately(world):
    async with world(simulation={"check_errors": False}) as w:
        message = await answer(w)
        await w.services().store.database.writer.execute("DROP TABLE votes")
        result = await w.bob.click(message, custom_id=button_id(message, "up"))
        assert result.ephemeral
        assert "error id" in result.response.content
