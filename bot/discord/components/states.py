"""Turning the pages of the history, and going back to a state."""

from bot.discord.cards.view import layout_of
from bot.discord.components.custom_id import PagePayload, StatePayload
from bot.discord.interaction import Interaction
from bot.discord.restoring import restore_documents
from bot.discord.states import history_pages, may_go_back, may_look_back, roll_back

__all__ = ["bring_back", "go_back", "history"]


async def history(interaction: Interaction, payload: PagePayload) -> None:
    """Turn the page of the history."""
    if not await may_look_back(interaction):
        return
    await interaction.response.defer()
    cards = await history_pages(interaction)
    if cards is not None:
        card = cards[min(payload.page, len(cards) - 1)]
        await interaction.edit_original_response(view=layout_of(card))


async def go_back(interaction: Interaction, payload: StatePayload) -> None:
    """Go to the state that was confirmed."""
    if not await may_go_back(interaction):
        return
    await interaction.response.defer()
    card = await roll_back(interaction, payload.state)
    if card is not None:
        await interaction.edit_original_response(view=layout_of(card))


async def bring_back(interaction: Interaction, payload: StatePayload) -> None:
    """Bring a server's own documents back to the state that was confirmed."""
    await restore_documents(interaction, payload.state)
