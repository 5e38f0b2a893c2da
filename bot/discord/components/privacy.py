"""Being forgotten."""

from bot.discord.cards.info import note_card
from bot.discord.cards.view import layout_of
from bot.discord.components.custom_id import PlainPayload
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for

__all__ = ["forget_me"]


async def forget_me(interaction: Interaction, _payload: PlainPayload) -> None:
    """Delete everything about whoever clicked."""
    # A large store takes longer than Discord waits for an answer to a click.
    await interaction.response.defer()
    deleted = await interaction.client.services.store.forget_person(interaction.user.id)
    card = note_card(words_for(interaction).say("all-forgotten", count=deleted))
    await interaction.edit_original_response(view=layout_of(card))
