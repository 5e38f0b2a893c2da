"""/ask, as somebody uses it."""

import asyncio
import threading

import discord
import pytest
import structlog

from bot.app.collections.sight import ALL

QUESTION = "Who built the lighthouse in 1853?"


async def test_it_shows_the_cited_sentence(world, read, labels):
    async with world() as w:
        result = await w.alice.slash(w.channel, "ask", question=QUESTION)
        assert not result.ephemeral
        text = read(result.response)
        assert QUESTION in text
        assert "**The lighthouse was built in 1853 by Ada Brown.**" in text
        assert "Handbook of the Lighthouse › line 3" in text
        assert "High confidence" in text
        assert labels(result.response) == [
            "Context",
            "Follow up",
            "👍",
            "👎",
            "Dismiss",
        ]


async def test_a_private_answer_is_ephemeral_and_can_be_shared(world, labels):
    async with world() as w:
        result = await w.alice.slash(w.channel, "ask", question=QUESTION, private=True)
        assert result.ephemeral
        assert "Share" in labels(result.response)


async def test_a_source_is_linked_where_its_address_is_known(world, read):
    async with world(source_url="https://docs.example/{path}#L{line}-L{last_line}") as w:
        result = await w.alice.slash(
            w.channel, "ask", question="What toll does the harbour master collect?"
        )
        assert "(<https://docs.example/records/ledger.txt#L3-L3>)" in read(result.response)


async def test_documents_are_offered_by_title_and_narrow_the_search(world, read):
    async with world() as w:
        offered = await w.alice.autocomplete(w.channel, "ask", "document", "harb", question="x")
        assert [(c["name"], c["value"]) for c in offered] == [
            ("Ledger of the Harbour", "records/ledger.txt")
        ]
        result = await w.alice.slash(
            w.channel, "ask", question="Who built the lighthouse?", document="records/ledger.txt"
        )
        assert "The documents don't answer this." in read(result.response)
        assert w.shelf.published.asked[-1][2] == "records/ledger.txt"


async def test_a_document_typed_by_its_title_is_found_and_a_wrong_one_refused(world, read):
    async with world() as w:
        await w.alice.slash(w.channel, "ask", question=QUESTION, document="ledger of the harbour")
        assert w.shelf.published.asked[-1][2] == "records/ledger.txt"
        result = await w.alice.slash(w.channel, "ask", question=QUESTION, document="Bible")
        assert result.ephemeral
        assert "no document of that name" in result.response.content


async def test_a_question_of_spaces_is_refused_kindly(world):
    async with world() as w:
        result = await w.alice.slash(w.channel, "ask", question="   ")
        assert result.ephemeral
        assert "write a question" in result.response.content


async def test_no_answer_shows_the_nearest_passages_as_no_answer(world, read, labels):
    async with world() as w:
        result = await w.alice.slash(w.channel, "ask", question="How tall is the mayor?")
        text = read(result.response)
        assert "The documents don't answer this." in text
        assert "Nearest passages (not an answer):" in text
        assert "/sources" in text
        assert text.count("**") == 2  # around the question that is repeated
        assert "Share" not in labels(result.response)


async def test_it_works_in_a_direct_message(world, read):
    async with world() as w:
        result = await w.alice.user.slash("ask", question=QUESTION)
        assert "Ada Brown" in read(result.response)


async def test_asking_too_often_is_refused_once_privately_through_every_door(world):
    async with world(user_per_minute=2) as w:
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        result = await w.alice.slash(w.channel, "ask", question=QUESTION)
        assert result.ephemeral
        assert "You have asked a lot" in result.response.content
        assert (await w.bob.slash(w.channel, "ask", question=QUESTION)).ephemeral is False


async def test_a_busy_channel_is_refused_but_not_its_administrators(world):
    async with world(channel_per_minute=1) as w:
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        result = await w.bob.slash(w.channel, "ask", question=QUESTION)
        assert "This channel has asked a lot" in result.response.content
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("root"), roles=[role])
        result = await admin.slash(w.channel, "ask", question=QUESTION)
        assert not result.ephemeral


async def test_beyond_the_queue_it_says_busy_at_once(world):
    async with world(workers=1, queue=1) as w:
        gate = threading.Event()
        w.shelf.published.gate = lambda: gate.wait(5)
        stuck = [w.services().pool.ask("a b", sight=ALL), w.services().pool.ask("c d", sight=ALL)]
        waiting = [asyncio.ensure_future(each) for each in stuck]
        await asyncio.sleep(0.05)
        result = await w.alice.slash(w.channel, "ask", question=QUESTION)
        assert result.ephemeral
        assert "Many questions are waiting" in result.response.content
        gate.set()
        await asyncio.gather(*waiting)
        result = await w.alice.slash(w.channel, "ask", question=QUESTION)
        assert not result.ephemeral


async def test_a_failure_is_told_only_to_the_asker_with_an_id_and_no_detail(world):
    async with world(simulation={"check_errors": False}) as w:

        def fail():
            raise RuntimeError("secret path /srv/x")

        w.shelf.published.gate = fail
        result = await w.alice.slash(w.channel, "ask", question=QUESTION)
        told = result.followups[-1]
        assert told.ephemeral
        assert "error id" in told.content
        assert "secret" not in told.content
        assert w.public() == []


async def test_the_context_menu_answers_privately_what_a_message_asks(world, read):
    async with world() as w:
        message = await w.bob.send(w.channel, QUESTION)
        result = await w.alice.context_menu(w.channel, "Ask about this", message)
        assert result.ephemeral
        assert "Ada Brown" in read(result.response)


async def test_the_context_menu_refuses_a_message_without_text(world):
    async with world() as w:
        message = await w.bob.send(w.channel, "", attachments=[("a.txt", b"x")])
        result = await w.alice.context_menu(w.channel, "Ask about this", message)
        assert result.ephemeral
        assert "no text" in result.response.content


async def test_commands_are_synced_once_for_one_definition(world):
    async with world() as w:

        def syncs():
            return [r for r in w.env.http_requests if r.method == "PUT" and "/commands" in r.path]

        assert len(syncs()) == 1
        await w.restart()
        assert len(syncs()) == 1
        await w.bot().services.store.take_note(f"commands/{w.bot().application_id}", "older")
        await w.restart()
        assert len(syncs()) == 2


@pytest.mark.parametrize("logged", [False, True])
async def test_the_log_has_the_answers_id_and_the_question_only_if_wanted(world, logged):
    with structlog.testing.capture_logs() as entries:
        async with world(log_questions=logged) as w:
            result = await w.alice.slash(w.channel, "ask", question=QUESTION)
            record = await w.services().store.by_answer_message(result.response.id)
    (entry,) = [entry for entry in entries if entry["event"] == "answered"]
    assert entry["answer"] == record.id
    assert (QUESTION in str(entries)) is logged


async def test_no_message_is_remembered_in_memory(world):
    async with world(user_per_minute=1000, channel_per_minute=1000) as w:
        for _ in range(5):
            await w.alice.slash(w.channel, "ask", question=QUESTION)
            await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        store = w.bot()._connection._view_store
        assert store._views == {}
        assert store._synced_message_views == {}
        assert len(w.bot().cached_messages) == 0


async def test_without_embed_links_the_answer_is_plain_text_with_buttons(world, read, labels):
    async with world() as w:
        quiet = w.guild.create_text_channel(
            "quiet",
            overwrites={w.guild.default_role: discord.PermissionOverwrite(embed_links=False)},
        )
        response = (await w.alice.slash(quiet, "ask", question=QUESTION)).response
        assert not response.flags.components_v2
        assert "**The lighthouse was built in 1853 by Ada Brown.**" in response.content
        assert "Follow up" in labels(response)
        private = (await w.alice.slash(quiet, "ask", question=QUESTION, private=True)).response
        assert private.flags.components_v2
