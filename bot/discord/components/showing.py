"""Turning the pages of a document."""

from bot.discord.cards.view import layout_of
from bot.discord.components.custom_id import DocumentPagePayload
from bot.discord.interaction import Interaction
from bot.discord.respond import tell
from bot.discord.showing import NO_DOCUMENT, documents_to_show, key_of, may_show, page_card

__all__ = ["show_page"]


async def show_page(interaction: Interaction, payload: DocumentPagePayload) -> None:
    """Turn to a page of a document."""
    if not await may_show(interaction):
        return
    documents = await documents_to_show(interaction)
    found = [one for one in documents if key_of(one) == payload.document]
    if not found:
        await tell(interaction, NO_DOCUMENT)
        return
    await interaction.response.defer()
    card = await page_card(interaction, found[0], page=payload.page)
    await interaction.edit_original_response(view=layout_of(card))
