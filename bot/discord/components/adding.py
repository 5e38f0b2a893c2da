"""The modal in which a document is written."""

import discord
from discord import ui

from bot.app.states import Origin
from bot.discord.adding import add_written, folder_for
from bot.discord.components.custom_id import Operation, PlainPayload, encode
from bot.discord.interaction import Interaction, written_in
from bot.discord.rebuilding import rebuild
from bot.discord.respond import tell_error
from bot.errors import LibraryError
from bot.localisation.words import ENGLISH, Words

__all__ = ["document_modal", "write_document"]

TITLE, TEXT, COLLECTION = "title", "text", "collection"
_TITLE_LIMIT = 90
_TEXT_LIMIT = 4000
_NAME_LIMIT = 100


def document_modal(collection: str, words: Words = ENGLISH) -> ui.Modal:
    """Make the modal; it is stopped, since one that is sent is recognised by its id alone."""
    payload = PlainPayload(operation=Operation.WRITE_DOCUMENT)
    modal = ui.Modal(title=words.say("new-document"), custom_id=encode(payload))
    title: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id=TITLE, min_length=1, max_length=_TITLE_LIMIT
    )
    text: ui.TextInput[ui.Modal] = ui.TextInput(
        style=discord.TextStyle.paragraph, custom_id=TEXT, min_length=1, max_length=_TEXT_LIMIT
    )
    modal.add_item(
        ui.Label(
            text=words.say("document-title"),
            description=words.say("document-title-how"),
            component=title,
        )
    )
    modal.add_item(
        ui.Label(
            text=words.say("document-text"),
            description=words.say("document-text-how"),
            component=text,
        )
    )
    if collection:
        place: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id=COLLECTION,
            default=collection[:_NAME_LIMIT],
            max_length=_NAME_LIMIT,
            required=False,
        )
        modal.add_item(ui.Label(text=words.say("collection"), component=place))
    modal.stop()
    return modal


async def write_document(interaction: Interaction, _payload: PlainPayload) -> None:
    """Add what was written, for those who may."""
    try:
        folder = await folder_for(interaction, written_in(interaction, COLLECTION) or None)
        title, text = written_in(interaction, TITLE), written_in(interaction, TEXT)
        await add_written(interaction, title, text, folder)
    except LibraryError as error:
        await tell_error(interaction, error)
        return
    await rebuild(interaction, Origin.DOCS_ADD, wait=True)
