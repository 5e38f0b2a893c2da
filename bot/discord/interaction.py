"""The interaction as every handler gets it, and what Discord's own data in it says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import discord

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Interaction", "Unknown", "chosen_in", "command_in", "custom_id_of", "written_in"]

# The client imports every handler, so the handlers name it by a forward reference alone.
Interaction: TypeAlias = discord.Interaction["VerbatimBot"]
Unknown: TypeAlias = discord.Interaction[Any]
"""As discord.py hands it to what reads an option."""


def command_in(interaction: Interaction) -> str:
    """Return the name of the command that was used; empty for anything else."""
    return str(_data(interaction).get("name", ""))


def custom_id_of(interaction: Interaction) -> str:
    """Return the id of the button, menu or modal that was used; empty for anything else."""
    return str(_data(interaction).get("custom_id", ""))


def chosen_in(interaction: Interaction) -> str:
    """Return the value of the option that was chosen in a select menu; empty without one."""
    values = _data(interaction).get("values") or [""]
    return str(values[0])


def written_in(interaction: Interaction, field: str) -> str:
    """Return what somebody wrote into a field of a modal, without white space at its ends."""
    for label in _data(interaction).get("components", ()):
        component = label.get("component") or {}
        if component.get("custom_id") == field:
            return str(component.get("value") or "").strip()
    return ""


def _data(interaction: Interaction) -> Mapping[str, Any]:
    """Return the payload as Discord sent it: JSON of a shape for each type of interaction."""
    return cast("Mapping[str, Any]", interaction.data or {})
