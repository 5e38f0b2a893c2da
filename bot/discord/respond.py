"""Answering an interaction: a command, a button, a menu or a modal."""

import contextlib
from typing import Any

import aiohttp
import discord
import structlog

from bot.app.ask import Question
from bot.app.error_reports import fault_of
from bot.discord.cards.answer import FULL, PLAIN, answer_card
from bot.discord.cards.card import Card
from bot.discord.components.custom_id import decode
from bot.discord.delivery import CardOf, respond
from bot.discord.interaction import Interaction, custom_id_of
from bot.discord.permissions import administers
from bot.rendering.links import Link
from bot.storage.records import AnswerRecord

__all__ = ["UNKNOWN", "answer_interaction", "card_maker", "question_from", "show_fault", "tell"]

OVER = (10062, 10015, 50027, 40060)
"""Codes for an interaction that came too late, whose token ran out, or that has its response."""
UNKNOWN = "I don’t know this button any more; please ask again."
BUSY = "Many questions are waiting right now; please ask again in a moment."

log = structlog.get_logger(__name__)


def card_maker(record: AnswerRecord, link: Link, *, repeat: bool) -> CardOf:
    """Return what renders an answer, at full size or for plain text."""

    def card_of(plain: bool) -> Card:
        return answer_card(
            record.answer,
            record.id,
            link=link,
            private=record.private,
            budgets=PLAIN if plain else FULL,
            seconds=record.seconds,
            repeat=repeat,
        )

    return card_of


def question_from(interaction: Interaction, text: str, **details: Any) -> Question:  # noqa: ANN401 - fields of Question
    """Make a question of an interaction."""
    return Question(
        text=" ".join(text.split()),
        user_id=interaction.user.id,
        guild_id=interaction.guild_id,
        channel_id=interaction.channel_id or interaction.user.id,
        **details,
    )


async def tell(interaction: Interaction, text: str) -> None:
    """Say something that only whoever acted can read."""
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True)
    else:
        await interaction.response.send_message(text, ephemeral=True)


async def answer_interaction(
    interaction: Interaction, question: Question, *, in_place: bool = False
) -> None:
    """Acknowledge at once, answer, and show the card; ``in_place`` of the one clicked on."""
    desk = interaction.client.desk
    if not question.text:
        await tell(interaction, "Please write a question, for example: *Who wrote the report?*")
        return
    refusal = desk.limiter.take(
        user_id=question.user_id, channel_id=question.channel_id, exempt=administers(interaction)
    )
    if refusal is not None:
        desk.metrics.questions.labels(question.door, "limited").inc()
        await tell(interaction, refusal.text)
        return
    if desk.service.busy:
        desk.metrics.questions.labels(question.door, "busy").inc()
        await tell(interaction, BUSY)
        return
    if in_place:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=question.private, thinking=True)
    try:
        record = await desk.ask(question)
    except Exception as error:
        await show_fault(interaction, error, clear=not in_place)
        return
    card_of = card_maker(record, desk.link, repeat=question.message_id is None)
    shown = await respond(interaction, card_of, ephemeral=question.private)
    if shown is not None:
        await desk.store.shown_in(record.id, shown)


async def show_fault(
    interaction: Interaction, error: BaseException, *, clear: bool = False
) -> None:
    """Tell whoever acted that it failed, only to them; ``clear`` removes "thinking…" before."""
    if isinstance(error, discord.HTTPException) and error.code in OVER:
        # Whatever is sent now can only be refused again.
        log.info("interaction over", doing=_doing(interaction), code=error.code)
        return
    fault = fault_of(error, doing=_doing(interaction))
    if fault.id is not None:
        interaction.client.desk.metrics.errors.inc()
    try:
        if clear and interaction.response.is_done():
            await _withdraw(interaction)
        await tell(interaction, fault.text)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as refusal:
        # Discord is down or the interaction is over by now; the log has the error itself.
        log.info("fault not told", error_id=fault.id, reason=str(refusal))


async def _withdraw(interaction: Interaction) -> None:
    """Remove the public "thinking…", so that what follows can be private.

    Until something stands in its place, Discord takes the next message for its text.
    """
    with contextlib.suppress(discord.HTTPException):
        await interaction.edit_original_response(content="…")
        await interaction.delete_original_response()


def _doing(interaction: Interaction) -> str:
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    payload = decode(custom_id_of(interaction))
    return payload.operation.value if payload is not None else "interaction"
