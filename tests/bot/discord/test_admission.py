"""Every door refuses the same questions, for the same reason and in the same words."""

import asyncio
import threading
from dataclasses import replace

import discord
import pytest

from bot.app.collections.sight import ALL
from retrieval.domain import Choice

QUESTION = "Who built the lighthouse in 1853?"
LONG = "why " * 200


async def slash(w, person, text):
    return (await person.slash(w.channel, "ask", question=text)).response.content


async def modal(w, person, text):
    """Follow up on an answer that somebody else was given before the limits were set."""
    form = await person.click(w.answer, label="Follow up")
    field = form.modal["components"][0]["component"]["custom_id"]
    return (await person.submit_modal(form, {field: text})).response.content


async def mention(w, person, text):
    await person.send(w.channel, f"{w.mention} {text}")
    return last_reply(w, w.channel)


async def direct(w, person, text):
    await person.user.send_dm(text)
    return last_reply(w, person.user.dm_channel)


def last_reply(w, channel):
    said = sorted(channel.history(), key=lambda message: message.id)
    return [m for m in said if m.author.id == w.env.backend.bot_user.id][-1].content


# Discord itself keeps a command's question within its length, and empty messages from being sent.
DOORS = {"slash": slash, "button": modal, "mention": mention, "message": direct}


@pytest.fixture
def opened(world):
    """Open the bot with an answer to follow up on, and nothing counted yet."""

    async def prepare(w):
        w.answer = (await w.bob.slash(w.channel, "ask", question=QUESTION)).response
        w.asked = len(w.shelf.published.asked)
        w.services().store.database._turns.windows.clear()
        return w

    return prepare


def count(w, door, outcome):
    return w.services().metrics.questions.labels(door, outcome)._value.get()


@pytest.mark.parametrize("door", DOORS)
async def test_asking_too_often(world, opened, door):
    async with world(user_per_minute=1) as w:
        await opened(w)
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        said = await DOORS[door](w, w.alice, QUESTION)
        assert said.startswith("You have asked a lot in the last minute; please ask again in ")
        assert count(w, door, "limited") == 1
        assert len(w.shelf.published.asked) == w.asked + 1


@pytest.mark.parametrize("door", ["slash", "button", "mention"])
async def test_asking_too_often_in_one_channel(world, opened, door):
    async with world(channel_per_minute=1) as w:
        await opened(w)
        await w.bob.slash(w.channel, "ask", question=QUESTION)
        said = await DOORS[door](w, w.alice, QUESTION)
        assert said.startswith("This channel has asked a lot in the last minute; please ask again")
        assert count(w, door, "limited") == 1
        assert len(w.shelf.published.asked) == w.asked + 1


@pytest.mark.parametrize("door", DOORS)
async def test_asking_while_too_many_wait(world, opened, door):
    async with world(workers=1, queue=1) as w:
        await opened(w)
        gate = threading.Event()
        w.shelf.published.gate = lambda: gate.wait(10)
        stuck = [asyncio.ensure_future(w.services().pool.ask("a b", sight=ALL)) for _ in range(2)]
        await asyncio.sleep(0.05)
        said = await DOORS[door](w, w.alice, QUESTION)
        assert said == "Many questions are waiting right now; please ask again in a moment."
        assert count(w, door, "busy") == 1
        gate.set()
        await asyncio.gather(*stuck)
        assert len(w.shelf.published.asked) == w.asked + 2


@pytest.mark.parametrize("door", ["mention", "message"])
async def test_asking_at_length(world, opened, door):
    async with world() as w:
        await opened(w)
        assert await DOORS[door](w, w.alice, LONG) == "Please ask in at most 500 characters."
        assert count(w, door, "long") == 1
        assert len(w.shelf.published.asked) == w.asked


@pytest.mark.parametrize(
    ("door", "words"),
    [
        ("slash", "Please write a question"),
        ("button", "Please write a question"),
        ("mention", "Ask me a question"),
    ],
)
async def test_asking_nothing(world, opened, door, words):
    async with world() as w:
        await opened(w)
        assert (await DOORS[door](w, w.alice, "  ")).startswith(words)
        assert count(w, door, "empty") == 1
        assert len(w.shelf.published.asked) == w.asked


CHARGED = ["Context", "👍", "👎"]


@pytest.mark.parametrize("label", CHARGED)
async def test_a_click_counts_like_a_question(world, opened, press, label):
    async with world(user_per_minute=1) as w:
        await opened(w)
        first = await press(w.alice, w.answer, label)
        assert not (first.response and first.response.content.startswith("You have asked a lot"))
        said = await press(w.alice, w.answer, label)
        assert said.ephemeral
        assert said.response.content.startswith("You have asked a lot in the last minute")
        await press(w.bob, w.answer, label)


@pytest.fixture
def press(labels):
    async def click(person, message, label):
        for item in walk(message.components):
            if label in (item.get("label"), (item.get("emoji") or {}).get("name")):
                return await person.click(message, custom_id=item["custom_id"])
        raise AssertionError(f"no {label} among {labels(message)}")

    return click


def walk(items):
    for item in items:
        raw = item if isinstance(item, dict) else item.to_dict()
        if raw.get("type") == 2:
            yield raw
        yield from walk(raw.get("components") or ())


async def test_who_is_over_the_limit_is_told_once_a_minute_by_every_door(world, opened, press):
    async with world(user_per_minute=1) as w:
        await opened(w)
        await w.alice.slash(w.channel, "ask", question=QUESTION)
        first = await w.alice.slash(w.channel, "ask", question=QUESTION)
        assert first.response.content.startswith("You have asked a lot")
        before = len(w.channel.history())
        for _ in range(3):
            again = await w.alice.slash(w.channel, "ask", question=QUESTION)
            assert again.response is None or not again.response.content
            pressed = await press(w.alice, w.answer, "Context")
            assert pressed.response is None or pressed.response.id == w.answer.id
            await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        said = [m for m in w.channel.history() if m.author.id == w.env.backend.bot_user.id]
        assert sum("asked a lot" in m.content for m in said) == 0
        assert len(w.channel.history()) == before + 3


async def test_administrators_and_those_who_want_to_be_forgotten_are_not_held_back(
    world, opened, press, read
):
    async with world(user_per_minute=1) as w:
        await opened(w)
        role = w.guild.create_role("A", permissions=discord.Permissions(administrator=True))
        admin = w.guild.add_member(w.env.create_user("admin"), roles=[role])
        for _ in range(4):
            assert (await press(admin, w.answer, "Context")).response
        for _ in range(3):
            card = (await w.alice.slash(w.channel, "privacy")).response
            await press(w.alice, card, "Forget me")
            assert "deleted" in read(card)


@pytest.mark.parametrize("operation", ["choose:ID:0", "suggest:ID:0", "fresh:ID", "context:ID"])
async def test_whatever_is_pressed_counts_once(world, opened, operation):
    async with world() as w:
        next_one = "What does the keeper receive a month?"
        w.shelf.published.choices[QUESTION] = (Choice(label="Pay", question=next_one),)
        await opened(w)
        store = w.services().store
        record = await store.by_answer_message(w.answer.id)
        await store.change(record.id, replace(record.answer, suggestions=(next_one,)))
        view = discord.ui.View(timeout=None)
        custom_id = f"verbatim:2:{operation.replace('ID', record.id)}"
        view.add_item(discord.ui.Button(label="Go", custom_id=custom_id))
        view.stop()
        message = await w.bot().get_channel(w.channel.id).send("Pressed", view=view)
        await w.env.settle()
        await w.alice.click(message, label="Go")
        windows = w.services().store.database._turns.windows
        (people,) = (window for (kind, _), window in windows.items() if kind == "person")
        assert len(people._hits[w.alice.id]) == 1
