"""The modals behind buttons."""

import discord
from discord import ui

from bot.discord.components.custom_id import Payload, encode

__all__ = ["FIELD", "text_modal"]

FIELD = "text"
"""The id of a modal's only field."""


def text_modal(
    payload: Payload, *, title: str, label: str, description: str, limit: int, required: bool
) -> ui.Modal:
    """Make a modal with one field for text.

    It is stopped: a modal that is sent is recognised by its id alone, also after a restart.
    """
    modal = ui.Modal(title=title, custom_id=encode(payload))
    field: ui.TextInput[ui.Modal] = ui.TextInput(
        style=discord.TextStyle.paragraph,
        custom_id=FIELD,
        min_length=1 if required else 0,
        max_length=limit,
        required=required,
    )
    modal.add_item(ui.Label(text=label, description=description, component=field))
    modal.stop()
    return modal
