"""The message that shows an answer, and what is added to it once it stands."""

from collections.abc import Awaitable, Callable

import aiohttp
import discord
import structlog

from bot.app.outcome import Answered
from bot.app.services import Services
from bot.discord.cards.answer import FULL, PLAIN, answer_card
from bot.discord.cards.card import Card
from bot.discord.delivery import CardOf
from bot.localisation.words import ENGLISH, Words
from bot.rendering.links import Link
from bot.storage.records import AnswerRecord

__all__ = ["add_suggestions", "card_maker"]

log = structlog.get_logger(__name__)


def card_maker(record: AnswerRecord, link: Link, words: Words, *, repeat: bool) -> CardOf:
    """Return what renders an answer, at full size or for plain text."""

    def card_of(plain: bool) -> Card:
        return answer_card(
            record.answer,
            record.id,
            link=link,
            private=record.private,
            budgets=PLAIN if plain else FULL,
            repeat=repeat,
            words=words,
        )

    return card_of


async def add_suggestions(
    services: Services,
    answered: Answered,
    *,
    message: int,
    repeat: bool,
    words: Words = ENGLISH,
    edit: Callable[[CardOf], Awaitable[object]],
) -> None:
    """Edit what could be asked next into the card of an answer, if there is anything.

    The answer stands already: whatever fails here costs the suggestions and nothing else.
    """
    try:
        record = await services.ask.suggest(answered)
        if record is None:
            return
        shown = await services.store.by_answer_message(message)
        # Meanwhile another answer may stand in the message, or the answer be forgotten.
        if shown is not None and shown.id == record.id:
            await edit(card_maker(record, services.link, words, repeat=repeat))
    except Exception as error:
        expected = isinstance(error, (discord.DiscordException, aiohttp.ClientError, OSError))
        log.info(
            "suggestions not shown",
            answer=answered.record.id,
            reason=type(error).__name__,
            exc_info=None if expected else error,
        )
