"""Going from step to step of /setup."""

from bot.discord.cards.view import layout_of
from bot.discord.components.custom_id import PagePayload
from bot.discord.interaction import Interaction
from bot.discord.setting_up import setup_pages

__all__ = ["step"]


async def step(interaction: Interaction, payload: PagePayload) -> None:
    """Show a step."""
    cards = await setup_pages(interaction)
    if cards is not None:
        card = cards[min(payload.page, len(cards) - 1)]
        await interaction.response.edit_message(view=layout_of(card))
