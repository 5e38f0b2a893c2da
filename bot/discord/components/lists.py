"""Turning the pages of lists, and being forgotten."""

from typing import Any

import discord

from bot.app.ask import Desk
from bot.app.gaps import gap_cards
from bot.discord.cards.info import document_cards, note_card
from bot.discord.cards.view import layout_of
from bot.discord.permissions import sees_gaps
from bot.discord.respond import tell

__all__ = ["documents", "forget_me", "gaps"]


async def documents(interaction: discord.Interaction[Any], page: int) -> None:
    """Turn the page of the list of documents."""
    desk: Desk = interaction.client.desk
    cards = document_cards(desk.service.documents(), link=desk.link)
    await interaction.response.edit_message(view=layout_of(cards[min(page, len(cards) - 1)]))


async def gaps(interaction: discord.Interaction[Any], page: int) -> None:
    """Turn the page of the list of gaps, for those who may see it."""
    scope = await sees_gaps(interaction)
    if scope is None:
        await tell(interaction, "Only moderators can see what went unanswered.")
        return
    await interaction.response.defer()
    cards = await gap_cards(interaction.client.desk, scope.guild_id)
    await interaction.edit_original_response(view=layout_of(cards[min(page, len(cards) - 1)]))


async def forget_me(interaction: discord.Interaction[Any], _number: int) -> None:
    """Delete everything about whoever clicked."""
    desk: Desk = interaction.client.desk
    deleted = await desk.store.forget_person(interaction.user.id)
    what = "answer" if deleted == 1 else "answers"
    card = note_card(f"Done: {deleted} {what} of yours and all your votes are deleted.")
    await interaction.response.edit_message(view=layout_of(card))
