"""The list of what is marked unhelpful, and taking the marks away, for moderators."""

import asyncio

import structlog

from bot.app.unhelpful import MarkedPassage, marked_passages
from bot.discord.cards.unhelpful import unhelpful_cards
from bot.discord.cards.view import layout_of
from bot.discord.components.custom_id import PagePayload, PlainPayload
from bot.discord.gap_scope import GapScope, sees_gaps
from bot.discord.interaction import Interaction, chosen_in
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.localisation.words import Phrase

__all__ = ["ONLY_MODERATORS", "give_back", "show", "turn"]

ONLY_MODERATORS = Phrase("only-moderators-marks")
GONE = Phrase("mark-gone")
GIVEN_BACK = Phrase("given-back")

log = structlog.get_logger(__name__)


async def show(interaction: Interaction) -> None:
    """Show the list to somebody who may see it."""
    scope = await _scope(interaction)
    if scope is None:
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    cards = unhelpful_cards(await _marked(interaction, scope), words_for(interaction))
    await interaction.edit_original_response(view=layout_of(cards[0]))


async def turn(interaction: Interaction, payload: PagePayload) -> None:
    """Turn the page of the list."""
    scope = await _scope(interaction)
    if scope is None:
        return
    await interaction.response.defer()
    cards = unhelpful_cards(await _marked(interaction, scope), words_for(interaction))
    card = cards[min(payload.page, len(cards) - 1)]
    await interaction.edit_original_response(view=layout_of(card))


async def give_back(interaction: Interaction, _payload: PlainPayload) -> None:
    """Take the marks of the chosen passage away."""
    scope = await _scope(interaction)
    if scope is None:
        return
    answer_id = chosen_in(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    marked = await _marked(interaction, scope)
    one = next((one for one in marked if answer_id in one.answers), None)
    store = interaction.client.services.store
    if one is None or not await store.disregard(one.answers):
        await tell(interaction, GONE)
        return
    log.info(
        "marks taken away",
        path=one.path,
        user=interaction.user.id,
        server=interaction.guild_id,
    )
    await tell(interaction, GIVEN_BACK)


async def _scope(interaction: Interaction) -> GapScope | None:
    scope = await sees_gaps(interaction)
    if scope is None:
        await tell(interaction, ONLY_MODERATORS)
    return scope


async def _marked(interaction: Interaction, scope: GapScope) -> tuple[MarkedPassage, ...]:
    """List what is marked in the channels that whoever acts may view, of what they may read."""
    services = interaction.client.services
    votes = await services.store.cast_votes(scope.server)
    if scope.seen is not None:
        seen = await scope.seen({one.channel for one in votes})
        votes = tuple(one for one in votes if one.channel in seen)
    votes = tuple(one for one in votes if scope.sight.sees_path(one.vote.path))
    return await asyncio.to_thread(marked_passages, votes, services.pool.embed)
