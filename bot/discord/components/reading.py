"""More, Context and Sources: for whoever clicks alone, so that the channel stays calm."""

from bot.app.widening import CHANGED, widen
from bot.discord.cards.card import Card
from bot.discord.cards.info import note_card
from bot.discord.cards.pages import WIDEST, context_card, more_cards, sources_card
from bot.discord.cards.view import layout_of
from bot.discord.components.click import Click
from bot.discord.components.custom_id import (
    AnswerPagePayload,
    AnswerPayload,
    ContextPayload,
    OnAnswer,
)
from bot.discord.reader import words_for
from bot.discord.sight import sight_of

__all__ = ["context", "more", "sources", "turn", "wider"]

STEP = 3
"""Sentences that each step of context adds on either side."""


async def more(click: Click[AnswerPayload]) -> None:
    """Show the whole passages and the further ones."""
    cards = _more(click)
    await click.interaction.response.send_message(view=layout_of(cards[0]), ephemeral=True)


async def turn(click: Click[AnswerPagePayload]) -> None:
    """Turn the page of what `more` shows."""
    cards = _more(click)
    card = cards[min(click.payload.page, len(cards) - 1)]
    await click.interaction.response.edit_message(view=layout_of(card))


async def sources(click: Click[AnswerPayload]) -> None:
    """List the places that are quoted."""
    words = words_for(click.interaction)
    card = sources_card(click.record.answer, link=click.services.link, words=words)
    await click.interaction.response.send_message(view=layout_of(card), ephemeral=True)


async def context(click: Click[AnswerPayload]) -> None:
    """Show what stands around the first passage."""
    await click.interaction.response.defer(ephemeral=True, thinking=True)
    await _show(click, number=0, width=1)


async def wider(click: Click[ContextPayload]) -> None:
    """Show more around the passage, or another passage, in the same message."""
    await click.interaction.response.defer()
    await _show(click, number=click.payload.passage, width=min(click.payload.width, WIDEST))


def _more(click: Click[AnswerPayload] | Click[AnswerPagePayload]) -> tuple[Card, ...]:
    answer, link = click.record.answer, click.services.link
    return more_cards(answer, click.record.id, link=link, words=words_for(click.interaction))


async def _show(click: Click[OnAnswer], *, number: int, width: int) -> None:
    passages = click.record.answer.passages
    passage = passages[min(number, len(passages) - 1)]
    widened = await click.services.pool.use(
        lambda source: widen(source, passage, STEP * width), sight=sight_of(click.interaction)
    )
    if widened is None:
        card = note_card(words_for(click.interaction).of(CHANGED))
        await click.interaction.edit_original_response(view=layout_of(card))
        return
    card = context_card(
        widened,
        click.record.id,
        link=click.services.link,
        number=number,
        count=len(passages),
        width=width,
        answers=click.record.answer.answered,
        words=words_for(click.interaction),
    )
    await click.interaction.edit_original_response(view=layout_of(card))
