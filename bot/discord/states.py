"""Listing the states of the index in Discord; going back to one, for whoever runs the bot."""

import asyncio
from functools import partial

import structlog

from bot.app.services import Services
from bot.app.states import Origin, Switch, go_back, history, preview
from bot.discord.cards.card import Card
from bot.discord.cards.states import history_cards, switched_card
from bot.discord.charge import sees_in_charge
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.errors import AnswerStoreError
from bot.localisation.words import Phrase
from bot.rendering.errors import for_discord
from retrieval.errors import VerbatimError

__all__ = ["history_pages", "may_go_back", "may_look_back", "note_change", "planned", "roll_back"]

ONLY_OWNER = Phrase("only-owner-goes-back")
ONLY_ADMINISTRATORS = Phrase("only-administrators-states")
BUSY = Phrase("rebuilding-now")

log = structlog.get_logger(__name__)


async def may_go_back(interaction: Interaction) -> bool:
    """Whether somebody may: the index is the same for every server. They are told if not."""
    if await interaction.client.is_owner(interaction.user):
        return True
    await tell(interaction, ONLY_OWNER)
    return False


async def may_look_back(interaction: Interaction) -> bool:
    """Whether somebody may see the history of what they see; they are told if not."""
    if administers(interaction) or await interaction.client.is_owner(interaction.user):
        return True
    await tell(interaction, ONLY_ADMINISTRATORS)
    return False


async def history_pages(interaction: Interaction) -> tuple[Card, ...] | None:
    """Make the pages of the history; None: it can't be read, and that was told.

    Who brought a state about is told to whoever runs the bot: it may be somebody elsewhere.
    """
    services = interaction.client.services
    owner = await interaction.client.is_owner(interaction.user)
    sight = await sees_in_charge(interaction)
    try:
        states = await asyncio.to_thread(history, services.index_store, sight)
        people = await services.store.changed_by() if owner else {}
    except VerbatimError as error:
        words = words_for(interaction)
        said = for_discord(error, administrator=True, owner=owner, words=words)
        await tell(interaction, said)
        return None
    return history_cards(states, people, words_for(interaction))


async def planned(interaction: Interaction, wanted: str | None) -> Switch | None:
    """Say what going to a state would change; None: it can't be done, and that was told."""
    services = interaction.client.services
    try:
        return await asyncio.to_thread(preview, services.index_store, wanted)
    except VerbatimError as error:
        words = words_for(interaction)
        said = for_discord(error, administrator=True, owner=True, words=words)
        await tell(interaction, said)
        return None


async def roll_back(interaction: Interaction, wanted: str) -> Card | None:
    """Go to a state, at once; None: it can't be done, and that was told."""
    services = interaction.client.services
    if services.pool.rebuilding.locked():
        await tell(interaction, BUSY)
        return None
    fingerprint = services.pool.info.fingerprint if services.pool.info is not None else ""
    job = partial(
        go_back,
        services.index_store,
        wanted,
        fingerprint=fingerprint,
        origin=Origin.DOCS_ROLLBACK,
    )
    try:
        switch = await services.pool.switch(job)
        rollback = await asyncio.to_thread(services.index_store.rolled_back)
    except VerbatimError as error:
        words = words_for(interaction)
        said = for_discord(error, administrator=True, owner=True, words=words)
        await tell(interaction, said)
        return None
    state = switch.after.build_id
    log.info("index rolled back", build=state, user=interaction.user.id)
    await note_change(services, state, interaction.user.id)
    return switched_card(switch, words_for(interaction), latest=rollback is None)


async def note_change(services: Services, build: str, person: int) -> None:
    """Remember who has brought a state about; that it can't be remembered undoes nothing."""
    try:
        kept = await asyncio.to_thread(services.index_store.builds)
        await services.store.note_change(build, person, kept=kept)
    except AnswerStoreError as error:
        log.warning("who changed the documents was not noted", reason=str(error))
