"""The command tree: who may, and what is said when a command fails."""

from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import app_commands

from bot.discord.interaction import Interaction
from bot.discord.respond import show_fault, tell
from bot.discord.shutdown import RESTARTING

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Commands"]

_Tree: TypeAlias = app_commands.CommandTree["VerbatimBot"]


class Commands(_Tree):
    """The command tree; whatever fails in it is told to whoever asked."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Turn commands away while the bot is leaving."""
        if self.client.leaving and interaction.type is discord.InteractionType.application_command:
            await tell(interaction, RESTARTING)
        return not self.client.leaving

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer a failed command, privately and in words."""
        if isinstance(error, app_commands.CheckFailure):
            await tell(interaction, "You may not use this command here.")
        elif isinstance(error, app_commands.CommandSignatureMismatch):
            await tell(interaction, "I was just updated; please try again in a minute.")
        elif isinstance(error, app_commands.CommandInvokeError):
            await show_fault(interaction, error.original)
        else:
            await show_fault(interaction, error)
