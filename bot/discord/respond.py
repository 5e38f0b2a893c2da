"""Answering an interaction: a command, a button, a menu or a modal."""

import contextlib
from functools import partial
from typing import Any

import aiohttp
import discord
import structlog

from bot.app.error_reports import fault_of
from bot.app.outcome import Answered, Refused, Unavailable
from bot.app.request import AskRequest, Place
from bot.discord.answer_message import add_suggestions, card_maker
from bot.discord.cards.escape import inline
from bot.discord.components.custom_id import decode
from bot.discord.delivery import CardOf, respond
from bot.discord.interaction import Interaction, custom_id_of
from bot.discord.patience import insist
from bot.discord.permissions import administers
from bot.discord.reader import words_for
from bot.discord.sight import sight_of
from bot.localisation.words import Phrase
from bot.rendering.refusals import refusal_text
from retrieval.errors import VerbatimError

__all__ = [
    "UNKNOWN",
    "answer_interaction",
    "refuse",
    "request_from",
    "show_fault",
    "tell",
    "tell_error",
]

OVER = (10062, 10015, 50027, 40060)
"""Codes for an interaction that came too late, whose token ran out, or that has its response."""
ACKNOWLEDGED = 40060
ERROR_LIMIT = 1000
UNKNOWN = Phrase("button-unknown")

log = structlog.get_logger(__name__)


def request_from(
    interaction: Interaction,
    text: str,
    *,
    private: bool,
    **details: Any,  # noqa: ANN401 - fields of AskRequest
) -> AskRequest:
    """Make a request of an interaction."""
    return AskRequest(
        text=text,
        asker=interaction.user.id,
        place=Place(
            server=interaction.guild_id, channel=interaction.channel_id or interaction.user.id
        ),
        sight=sight_of(interaction, privately=private),
        private=private,
        exempt=administers(interaction),
        **details,
    )


async def tell(interaction: Interaction, text: str) -> None:
    """Say something that only whoever acted can read, in their language if it is `Phrase`."""
    text = words_for(interaction).of(text)
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True)
    else:
        await interaction.response.send_message(text, ephemeral=True)


async def tell_error(interaction: Interaction, error: VerbatimError) -> None:
    """Say what is the matter, parts of which may be anyone's words, to whoever acted alone."""
    await tell(interaction, inline(words_for(interaction).of_error(error), limit=ERROR_LIMIT))


async def refuse(interaction: Interaction, refused: Refused) -> None:
    """Say why it isn't done, unless whoever acted was told of the limit within this minute.

    Discord wants each interaction acknowledged; an acknowledgement alone shows nothing.
    """
    if not refused.told:
        await tell(interaction, refusal_text(refused, words_for(interaction)))
    elif not interaction.response.is_done():
        if interaction.type is discord.InteractionType.application_command:
            await interaction.response.defer(ephemeral=True, thinking=True)
            await interaction.delete_original_response()
        else:
            await interaction.response.defer()


async def answer_interaction(
    interaction: Interaction, request: AskRequest, *, in_place: bool = False
) -> None:
    """Acknowledge at once, answer, and show the card; ``in_place`` of the one clicked on."""
    services, words = interaction.client.services, words_for(interaction)

    async def acknowledge() -> None:
        defer = interaction.response.defer
        try:
            if in_place:
                await insist(defer)
            else:
                await insist(partial(defer, ephemeral=request.private, thinking=True))
        except discord.HTTPException as error:
            if error.code != ACKNOWLEDGED:
                raise
            # Discord had taken it, though it said otherwise; discord.py does not know yet.
            deferred = discord.InteractionResponseType.deferred_message_update
            interaction.response._response_type = deferred

    shown: list[int] = []

    async def put(card_of: CardOf) -> int | None:
        return await insist(partial(respond, interaction, card_of, ephemeral=request.private))

    async def show(answered: Answered) -> int | None:
        message = await put(card_maker(answered.record, services.link, words, repeat=repeat))
        shown.extend([message] if message is not None else [])
        return message

    repeat = request.message is None
    try:
        outcome = await services.ask.ask(request, acknowledge=acknowledge, show=show)
    except Exception as error:
        await show_fault(interaction, error, clear=not in_place)
        return
    if isinstance(outcome, Refused):
        if not in_place and interaction.response.is_done():
            await _withdraw(interaction)
        await refuse(interaction, outcome)
    elif isinstance(outcome, Unavailable):
        await show_fault(interaction, outcome.error, clear=not in_place)
    elif shown:
        await add_suggestions(
            services, outcome, message=shown[0], repeat=repeat, words=words, edit=put
        )


async def show_fault(
    interaction: Interaction, error: BaseException, *, clear: bool = False
) -> None:
    """Tell whoever acted that it failed, only to them; ``clear`` removes "thinking…" before."""
    if isinstance(error, discord.HTTPException) and error.code in OVER:
        # Whatever is sent now can only be refused again.
        log.info("interaction over", doing=_doing(interaction), code=error.code)
        return
    fault = fault_of(error, words_for(interaction), doing=_doing(interaction))
    if fault.id is not None:
        interaction.client.services.metrics.errors.inc()
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
