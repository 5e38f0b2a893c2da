"""Choices and suggestions, in the menus under an answer."""

from dataclasses import replace
from datetime import timedelta

from buttons import QUESTION, answer, options

from bot.app.collections.sight import ALL
from bot.app.outcome import Answered
from bot.discord.answer_message import add_suggestions
from retrieval.domain import Choice


async def test_a_choice_is_made_in_a_menu_and_replaces_the_question(world, read):
    async with world() as w:
        asked = "How much?"
        w.shelf.published.choices[asked] = (
            Choice(
                label="Toll of the harbour", question="What toll does the harbour master collect?"
            ),
            Choice(label="Pay of the keeper", question="What does the keeper receive in a month?"),
        )
        message = (await w.alice.slash(w.channel, "ask", question=asked)).response
        assert "choose one below" in read(message)
        assert await w.services().store.misses(None) == ()
        assert options(message) == ["Toll of the harbour", "Pay of the keeper"]
        await w.alice.select(message, ["1"])
        assert "forty crowns" in read(message)
        assert options(message) == []


async def test_a_choice_is_offered_beside_an_answer(world, read):
    async with world() as w:
        pay = Choice(label="Pay of the keeper", question="What does the keeper receive in a month?")
        w.shelf.published.choices[QUESTION] = (pay,)
        message = await answer(w)
        assert "Ada Brown" in read(message)
        assert options(message) == ["Pay of the keeper"]
        await w.alice.select(message, ["0"])
        assert "forty crowns" in read(message)


async def test_of_many_choices_somebody_else_gets_an_answer_of_their_own(world, read):
    async with world() as w:
        asked = "How much?"
        w.shelf.published.choices[asked] = tuple(
            Choice(label=f"Meaning {n}", question="What toll does the harbour master collect?")
            for n in range(7)
        )
        message = (await w.alice.slash(w.channel, "ask", question=asked)).response
        result = await w.bob.select(message, ["6"])
        assert "two crowns" in read(result.response)
        assert "choose one below" in read(message)


async def test_a_suggestion_is_asked_by_choosing_it(world, read):
    async with world() as w:
        w.shelf.published.suggestions[QUESTION] = ("What does the keeper receive in a month?",)
        message = await answer(w)
        result = await w.bob.select(message, ["0"])
        assert "forty crowns" in read(result.response)


async def test_suggestions_are_edited_into_the_card_when_it_is_shown(world, read):
    async with world() as w:
        public = w.channel.history
        asked = "What does the keeper receive in a month?"
        shown = []
        suggest = w.shelf.published.suggest

        def suggest_late(answer, **more):
            shown.extend(m for m in public() if "Ada Brown" in read(m))
            return suggest(answer, **more)

        w.shelf.published.suggest = suggest_late
        message = await answer(w)
        assert len(shown) == 1
        edits = len(edited(w))
        w.shelf.published.suggestions[QUESTION] = (asked,)
        message = await answer(w)
        assert options(message) == [asked]
        assert "Ada Brown" in read(message)
        # Without suggestions a card is put once, with some twice.
        assert len(edited(w)) == edits + 2
        await w.restart()
        assert "forty crowns" in read((await w.bob.select(message, ["0"])).response)


async def test_suggestions_reach_every_kind_of_answer(world):
    async with world() as w:
        asked = "What does the keeper receive in a month?"
        w.shelf.published.suggestions[QUESTION] = (asked,)
        private = await answer(w, private=True)
        assert asked in options(private)
        question = await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        (reply,) = [m for m in w.public() if m.reference is not None]
        assert asked in options(reply)
        toll = "What toll does the harbour master collect?"
        w.shelf.published.suggestions[toll] = ("How many steps has the tower?",)
        await w.alice.edit(question, f"{w.mention} {toll}")
        (reply,) = [m for m in w.public() if m.reference is not None]
        assert options(reply) == ["How many steps has the tower?"]


async def test_suggestions_that_cannot_be_shown_cost_nothing_else(world, read):
    async with world() as w:

        def fail(answer, *, history=()):
            raise ZeroDivisionError

        suggest, w.shelf.published.suggest = w.shelf.published.suggest, fail
        message = await answer(w)
        assert "Ada Brown" in read(message)
        w.shelf.published.suggest = suggest
        w.shelf.published.suggestions[QUESTION] = ("What next?",)
        w.env.inject_error("PATCH", "/channels/*/messages/*", status=500, times=None)
        await w.alice.send(w.channel, f"{w.mention} {QUESTION}")
        (reply,) = [m for m in w.public() if m.reference is not None]
        assert "Ada Brown" in read(reply)
        assert options(reply) == []
        assert w.services().metrics.errors._value.get() == 0
        assert len([m for m in w.public() if m.author.id != w.alice.id]) == 2


async def test_suggestions_are_not_put_over_another_answer(world, read):
    async with world() as w:
        message = await answer(w)
        first = await w.services().store.by_answer_message(message.id)
        other = replace(first, id="othersansw", asked_at=first.asked_at + timedelta(seconds=1))
        w.shelf.published.suggestions[QUESTION] = ("What next?",)
        edits = []

        async def edit(card_of):
            edits.append(card_of)

        answered = Answered(record=first, sight=ALL)
        options = {"message": message.id, "repeat": False, "edit": edit}
        await add_suggestions(w.services(), answered, **options)
        assert len(edits) == 1
        await w.services().store.add(other)
        await add_suggestions(w.services(), answered, **options)
        await w.services().store.delete(other.id)
        await w.services().store.delete(first.id)
        await add_suggestions(w.services(), answered, **options)
        assert len(edits) == 1


def edited(w):
    return [r for r in w.env.http_requests if r.method == "PATCH" and "/messages/" in r.path]
