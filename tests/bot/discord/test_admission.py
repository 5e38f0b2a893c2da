"""Every door refuses the same questions, for the same reason and in the same words."""

import asyncio
import threading

import pytest

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
        limiter = w.services().ask._admission.limiter
        limiter._limiter.storage.reset()
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
        stuck = [asyncio.ensure_future(w.services().pool.ask("a b")) for _ in range(2)]
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
