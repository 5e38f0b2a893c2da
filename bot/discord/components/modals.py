"""The forms behind buttons, recognised by their ids alone: also after a restart.

discord.py would remember every opened form until it is sent, though most are closed instead.
"""

import re
from typing import Any

import discord
from discord import ui

__all__ = ["FORM", "form", "written_in"]

FORM = re.compile(r"verbatim-form:(?P<operation>[a-z]+):(?P<subject>[a-z0-9]+)")
FIELD = "text"


def form(
    operation: str,
    subject: str,
    *,
    title: str,
    label: str,
    description: str,
    limit: int,
    required: bool,
) -> ui.Modal:
    """Make a form with one field for text."""
    modal = ui.Modal(title=title, custom_id=f"verbatim-form:{operation}:{subject}")
    field: ui.TextInput[Any] = ui.TextInput(
        style=discord.TextStyle.paragraph,
        custom_id=FIELD,
        min_length=1 if required else 0,
        max_length=limit,
        required=required,
    )
    modal.add_item(ui.Label(text=label, description=description, component=field))
    modal.stop()
    return modal


def written_in(interaction: discord.Interaction[Any]) -> str:
    """Return what somebody wrote into a form."""
    data: dict[str, Any] = dict(interaction.data or {})
    for label in data.get("components", ()):
        field = label.get("component") or {}
        if field.get("custom_id") == FIELD:
            return str(field.get("value") or "").strip()
    return ""
