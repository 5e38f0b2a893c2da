"""Bringing a server's own documents back to what they were, for its administrators."""

import asyncio
from functools import partial

import structlog

from bot.app.collections.sight import ALL, Sight
from bot.app.restoring import Restoration, plan_restoration, restore
from bot.app.states import Origin
from bot.discord.cards.escape import inline
from bot.discord.cards.states import restoration_card
from bot.discord.cards.view import layout_of
from bot.discord.charge import charge_of, sees_in_charge
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for
from bot.discord.rebuilding import rebuild
from bot.discord.respond import tell, tell_error
from bot.errors import LibraryError
from bot.localisation.words import Phrase
from bot.rendering.errors import for_discord
from retrieval.errors import VerbatimError

__all__ = ["offer_restoration", "restore_documents"]

ALL_OF_IT = Phrase("restore-all")
_LONGEST = 1000

log = structlog.get_logger(__name__)


async def offer_restoration(interaction: Interaction, wanted: str | None) -> None:
    """Show an administrator what going to a state would change of their documents."""
    try:
        charge = await charge_of(interaction)
    except LibraryError as error:
        await tell_error(interaction, error)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    restoration = await _planned(interaction, wanted, charge)
    if restoration is not None:
        card = restoration_card(restoration, sorted(charge.only or ()), words_for(interaction))
        await interaction.edit_original_response(view=layout_of(card))


async def restore_documents(interaction: Interaction, wanted: str) -> None:
    """Bring an administrator's documents back to a state; whoever may not is told."""
    try:
        charge = await charge_of(interaction)
        if charge == ALL:
            raise LibraryError(ALL_OF_IT)
    except LibraryError as error:
        await tell_error(interaction, error)
        return
    await interaction.response.defer()
    restoration = await _planned(interaction, wanted, charge)
    if restoration is None:
        return
    library = interaction.client.services.document_library
    try:
        await asyncio.to_thread(restore, library, restoration)
    except LibraryError as error:
        await tell_error(interaction, error)
        return
    user, server = interaction.user.id, interaction.guild_id
    log.info("documents brought back", build=wanted, user=user, server=server)
    await rebuild(interaction, Origin.DOCS_ROLLBACK, wait=True)


async def _planned(
    interaction: Interaction, wanted: str | None, charge: Sight
) -> Restoration | None:
    services = interaction.client.services
    plan = partial(
        plan_restoration,
        services.index_store,
        services.document_library,
        wanted,
        charge=charge,
        seen=await sees_in_charge(interaction),
    )
    try:
        return await asyncio.to_thread(plan)
    except LibraryError as error:
        said = words_for(interaction).of_error(error)
    except VerbatimError as error:
        said = for_discord(error, administrator=True, words=words_for(interaction))
    await tell(interaction, inline(said, limit=_LONGEST))
    return None
