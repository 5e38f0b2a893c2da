"""Turning the pages of the lists of documents and of gaps."""

import io

import discord

from bot.app.gaps_csv import gaps_csv
from bot.discord.cards.gaps import gap_cards
from bot.discord.cards.info import charge_cards, document_cards
from bot.discord.cards.view import layout_of
from bot.discord.charge import charge_of
from bot.discord.components.custom_id import PagePayload, PlainPayload
from bot.discord.gap_scope import sees_gaps
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.discord.sight import sight_of
from bot.errors import LibraryError
from bot.localisation.words import Phrase

__all__ = ["charge", "documents", "gaps", "gaps_table"]


async def documents(interaction: Interaction, payload: PagePayload) -> None:
    """Turn the page of the list of documents."""
    services = interaction.client.services
    found = services.pool.documents(sight_of(interaction))
    cards = document_cards(found, link=services.link, words=words_for(interaction))
    card = cards[min(payload.page, len(cards) - 1)]
    await interaction.response.edit_message(view=layout_of(card))


async def charge(interaction: Interaction, payload: PagePayload) -> None:
    """Turn the page of the list of documents that somebody looks after."""
    try:
        seen = await charge_of(interaction)
    except LibraryError as error:
        await tell(interaction, words_for(interaction).of_error(error))
        return
    services = interaction.client.services
    found = services.pool.documents(seen)
    cards = charge_cards(found, link=services.link, words=words_for(interaction))
    card = cards[min(payload.page, len(cards) - 1)]
    await interaction.response.edit_message(view=layout_of(card))


async def gaps(interaction: Interaction, payload: PagePayload) -> None:
    """Turn the page of the list of gaps, for those who may see it."""
    scope = await sees_gaps(interaction)
    if scope is None:
        await tell(interaction, Phrase("only-moderators-gaps"))
        return
    await interaction.response.defer()
    reports = interaction.client.services.gaps
    report = await reports.report(scope.server, sight=scope.sight, seen=scope.seen)
    cards = gap_cards(report, words_for(interaction))
    card = cards[min(payload.page, len(cards) - 1)]
    await interaction.edit_original_response(view=layout_of(card))


async def gaps_table(interaction: Interaction, _payload: PlainPayload) -> None:
    """Send all gaps as a CSV file, to those who may see them."""
    scope = await sees_gaps(interaction)
    if scope is None:
        await tell(interaction, Phrase("only-moderators-gaps"))
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    reports = interaction.client.services.gaps
    report = await reports.report(scope.server, sight=scope.sight, seen=scope.seen)
    # With a mark of its encoding: spreadsheets take it for an older one otherwise.
    table = io.BytesIO(gaps_csv(report.gaps).encode("utf-8-sig"))
    await interaction.followup.send(file=discord.File(table, "gaps.csv"), ephemeral=True)
