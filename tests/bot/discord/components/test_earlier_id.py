"""Ids as the first version sent them, taken from its cards: they are in people's messages."""

from contextlib import asynccontextmanager
from dataclasses import replace

import discord
import pytest

from bot.discord.components.custom_id import (
    AnswerPagePayload,
    AnswerPayload,
    ContextPayload,
    Operation,
    OptionPayload,
    PagePayload,
    PlainPayload,
    decode,
)
from retrieval.domain import Choice

ID = "k3m9x2p7qa"
QUESTION = "Who built the lighthouse in 1853?"
KEEPER = "What does the keeper receive in a month?"


def on_answer(operation):
    return AnswerPayload(operation=operation, answer_id=ID)


def page(number):
    return AnswerPagePayload(operation=Operation.MORE_PAGE, answer_id=ID, page=number)


def option(operation, number):
    return OptionPayload(operation=operation, answer_id=ID, number=number)


def wider(passage, width):
    return ContextPayload(operation=Operation.WIDER, answer_id=ID, passage=passage, width=width)


RECORDED = {
    "verbatim:more:k3m9x2p7qa:0": on_answer(Operation.MORE),
    "verbatim:context:k3m9x2p7qa:0": on_answer(Operation.CONTEXT),
    "verbatim:sources:k3m9x2p7qa:0": on_answer(Operation.SOURCES),
    "verbatim:up:k3m9x2p7qa:0": on_answer(Operation.UP),
    "verbatim:down:k3m9x2p7qa:0": on_answer(Operation.DOWN),
    "verbatim:follow:k3m9x2p7qa:0": on_answer(Operation.FOLLOW_UP),
    "verbatim:fresh:k3m9x2p7qa:0": on_answer(Operation.FRESH),
    "verbatim:share:k3m9x2p7qa:0": on_answer(Operation.SHARE),
    "verbatim:dismiss:k3m9x2p7qa:0": on_answer(Operation.DISMISS),
    "verbatim:suggest:k3m9x2p7qa:0": option(Operation.SUGGESTION, 0),
    "verbatim:suggest:k3m9x2p7qa:2": option(Operation.SUGGESTION, 2),
    "verbatim:choose:k3m9x2p7qa:0": option(Operation.CHOOSE, 0),
    "verbatim:choose:k3m9x2p7qa:2": option(Operation.CHOOSE, 2),
    "verbatim-menu:pick:k3m9x2p7qa:0": on_answer(Operation.PICK),
    "verbatim:moreto:k3m9x2p7qa:0": page(0),
    "verbatim:moreto:k3m9x2p7qa:18": page(18),
    "verbatim:wider:k3m9x2p7qa:2": wider(0, 2),
    "verbatim:wider:k3m9x2p7qa:6": wider(0, 6),
    "verbatim:wider:k3m9x2p7qa:102": wider(1, 2),
    "verbatim:wider:k3m9x2p7qa:106": wider(1, 6),
    "verbatim:contextnext:k3m9x2p7qa:1": wider(0, 1),
    "verbatim:contextnext:k3m9x2p7qa:101": wider(1, 1),
    "verbatim:documents::0": PagePayload(operation=Operation.DOCUMENTS, page=0),
    "verbatim:documents::3": PagePayload(operation=Operation.DOCUMENTS, page=3),
    "verbatim:gaps::0": PagePayload(operation=Operation.GAPS, page=0),
    "verbatim:gaps::3": PagePayload(operation=Operation.GAPS, page=3),
    "verbatim:forgetme::0": PlainPayload(operation=Operation.FORGET_ME),
    "verbatim-form:followed:k3m9x2p7qa": on_answer(Operation.FOLLOWED_UP),
    "verbatim-form:why:k3m9x2p7qa": on_answer(Operation.WHY),
}


@pytest.mark.parametrize(("custom_id", "payload"), RECORDED.items())
def test_it_is_read_as_what_it_meant(custom_id, payload):
    assert decode(custom_id) == payload


FIRST_VERSION = set(
    "more moreto context wider sources up down why follow followed choose pick suggest fresh share"
    " dismiss documents gaps forgetme".split()
)


def test_every_operation_of_the_first_version_is_recorded():
    assert {str(payload.operation) for payload in RECORDED.values()} == FIRST_VERSION


@asynccontextmanager
async def earlier(world):
    """The bot, with an answer that is stored under the recorded id."""
    async with world(user_per_minute=100) as w:
        asked = (await w.alice.slash(w.channel, "ask", question=QUESTION)).response
        record = await w.services().store.by_answer_message(asked.id)
        answer = replace(
            record.answer,
            passages=(record.answer.passages[0], record.answer.more[0]),
            choices=tuple(Choice(label=f"Meaning {n}", question=KEEPER) for n in range(3)),
            suggestions=(KEEPER,) * 3,
        )
        await w.services().store.add(replace(record, id=ID, answer=answer, answer_message=None))
        await w.services().store.vote(ID, w.bob.id, -1, "it was 1854")
        role = w.guild.create_role("Mods", permissions=discord.Permissions(manage_messages=True))
        w.moderator = w.guild.add_member(w.env.create_user("mod"), roles=[role])
        yield w


async def sent_with(w, component):
    """Send a message with one component, as the first version would have."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay("An earlier message"))
    view.add_item(discord.ui.ActionRow(component))
    view.stop()
    message = await w.bot().get_channel(w.channel.id).send(view=view)
    await w.env.settle()
    return message


CLICKS = {
    "verbatim:more:k3m9x2p7qa:0": "must be accompanied",
    "verbatim:moreto:k3m9x2p7qa:0": "must be accompanied",
    "verbatim:context:k3m9x2p7qa:0": "Visitors may climb the tower",
    "verbatim:wider:k3m9x2p7qa:2": "fourteen days",
    "verbatim:contextnext:k3m9x2p7qa:101": "Handbook",
    "verbatim:sources:k3m9x2p7qa:0": "High confidence that this answers",
    "verbatim:up:k3m9x2p7qa:0": "this answer helped",
    "verbatim:down:k3m9x2p7qa:0": "What was wrong?",
    "verbatim:follow:k3m9x2p7qa:0": "I take it together with the answer above",
    "verbatim:fresh:k3m9x2p7qa:0": "Ada Brown",
    "verbatim:choose:k3m9x2p7qa:2": "forty crowns",
    "verbatim:suggest:k3m9x2p7qa:2": "forty crowns",
    "verbatim:share:k3m9x2p7qa:0": "shared by",
    "verbatim:documents::0": "I answer from 2 documents",
    "verbatim:gaps::0": "it was 1854",
    "verbatim:forgetme::0": "all your votes are deleted",
}


@pytest.mark.parametrize(("custom_id", "text"), CLICKS.items())
async def test_clicking_it_works(world, custom_id, text):
    async with earlier(world) as w:
        message = await sent_with(w, discord.ui.Button(label="Go", custom_id=custom_id))
        before = len(w.env.http_requests)
        await w.moderator.click(message, custom_id=custom_id)
        said = [str(request.json) for request in w.env.http_requests[before:]]
        assert any(text in each for each in said), said


async def test_dismissing_works(world):
    custom_id = "verbatim:dismiss:k3m9x2p7qa:0"
    async with earlier(world) as w:
        message = await sent_with(w, discord.ui.Button(label="Go", custom_id=custom_id))
        await w.alice.click(message, custom_id=custom_id)
        assert message.id not in {each.id for each in w.channel.history()}


async def test_choosing_in_the_menu_works(world, read):
    options = [discord.SelectOption(label=str(n), value=str(n)) for n in range(3)]
    menu = discord.ui.Select(custom_id="verbatim-menu:pick:k3m9x2p7qa:0", options=options)
    async with earlier(world) as w:
        result = await w.bob.select(await sent_with(w, menu), ["2"])
        assert "forty crowns" in read(result.response)


async def opened(w, operation, custom_id):
    """Open a modal by a button, with the id that the first version gave it."""
    button = discord.ui.Button(label="Go", custom_id=f"verbatim:{operation}:k3m9x2p7qa:0")
    modal = await w.bob.click(await sent_with(w, button), label="Go")
    modal._interaction.modal["custom_id"] = custom_id
    return modal


async def test_sending_a_follow_up_that_was_open_works(world, read):
    async with earlier(world) as w:
        modal = await opened(w, "follow", "verbatim-form:followed:k3m9x2p7qa")
        result = await w.bob.submit_modal(modal, {"text": KEEPER})
        assert "forty crowns" in read(result.response)


async def test_sending_a_reason_that_was_being_written_works(world):
    async with earlier(world) as w:
        # Another click on the same thumb would take his vote back.
        await w.services().store.take_back("k3m9x2p7qa", w.bob.id)
        modal = await opened(w, "down", "verbatim-form:why:k3m9x2p7qa")
        await w.bob.submit_modal(modal, {"text": "It was 1855"})
        (row,) = await w.services().store.complaints(None)
        assert row["reason"] == "It was 1855"


def test_every_kind_of_recorded_id_is_used():
    used = {*CLICKS, *(c for c, p in RECORDED.items() if p.operation is Operation.DISMISS)}
    buttons = {c.split(":")[1] for c in RECORDED if c.startswith("verbatim:")}
    assert {custom_id.split(":")[1] for custom_id in used} == buttons
