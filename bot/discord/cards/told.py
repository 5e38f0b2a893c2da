"""What those are told whose question a moderator has answered: pure."""

from collections.abc import Sequence

from bot.discord.cards.answer import quotation
from bot.discord.cards.card import Card, Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.fit import fit
from bot.localisation.words import ENGLISH, Words
from bot.rendering.links import Link
from retrieval.domain import Passage

__all__ = ["told_card"]

NAMED = 20
_FULL, _PLAIN = 2500, 700


def told_card(
    people: Sequence[int],
    question: str,
    passage: Passage,
    *,
    link: Link,
    plain: bool,
    words: Words = ENGLISH,
) -> Card:
    """Show an answer to those who had asked, quoted from its document.

    Args:
        people: who asked, by their ids; they are named, and not pinged. Where there are none,
            whoever reads it asked.
        question: what it answers.
        passage: the answer.
        link: makes the address of its document.
        plain: whether it has to fit into plain text.
        words: the readers'.
    """
    named = " ".join(f"<@{one}>" for one in people[:NAMED])
    if len(people) > NAMED:
        named = f"{named} {words.say('and-more', count=len(people) - NAMED)}"
    who = words.say("answered-now", people=named) if people else words.say("answered-now-you")
    head = f"{who}\n**{inline(question, limit=200)}**"
    fitted = fit(passage, _PLAIN if plain else _FULL, marked=False)
    return Card(tone=Tone.GOOD, blocks=(head, quotation(fitted, passage, link, None, words)))
