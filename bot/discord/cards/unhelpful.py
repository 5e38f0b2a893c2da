"""The cards of /unhelpful: pure."""

from collections.abc import Sequence

from bot.app.unhelpful import MarkedPassage
from bot.discord.cards.card import Button, Card, Menu, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card
from bot.discord.cards.pages import paged
from bot.discord.components.custom_id import Operation, PagePayload, PlainPayload
from bot.localisation.words import ENGLISH, Phrase, Words

__all__ = ["GIVE_BACK", "unhelpful_cards"]

GIVE_BACK = Phrase("give-back")


def unhelpful_cards(marked: Sequence[MarkedPassage], words: Words = ENGLISH) -> tuple[Card, ...]:
    """Show on pages what is marked, each page with a menu that takes the marks away."""
    if not marked:
        return (note_card(words.say("no-marks"), Tone.GOOD),)
    last = sum(one.is_last for one in marked)
    return paged(
        [_block(one, words) for one in marked],
        tone=Tone.FAIR,
        turn=lambda page: PagePayload(operation=Operation.UNHELPFUL, page=page),
        head=words.say("marks-counted", count=len(marked), last=last),
        words=words,
        acting=lambda page: _menu(marked[page.start : page.stop], words),
    )


def _block(one: MarkedPassage, words: Words) -> str:
    so = words.say("comes-last") if one.is_last else words.say("keeps-its-place")
    marked = words.say("marked-unhelpful", count=one.by)
    return (
        f"👎 {inline(one.question, limit=200)}\n> {inline(one.quote, limit=200)}\n"
        f"-# {inline(one.path, limit=120)} · {marked} · {so}"
    )


def _menu(
    marked: Sequence[MarkedPassage], words: Words
) -> tuple[tuple[Button, ...], tuple[Menu, ...]]:
    menu = Menu(
        payload=PlainPayload(operation=Operation.GIVE_BACK),
        placeholder=words.of(GIVE_BACK),
        options=tuple(one.question for one in marked),
        values=tuple(one.answers[0] for one in marked),
    )
    return (), (menu,)
