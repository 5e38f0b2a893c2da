"""The command tree: who may, and what is said when a command fails."""

from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import app_commands

from bot.discord.cogs.info import PRIVACY
from bot.discord.interaction import Interaction, command_in
from bot.discord.respond import show_fault, tell
from bot.discord.shutdown import RESTARTING
from bot.localisation.words import Phrase

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Commands"]

_Tree: TypeAlias = app_commands.CommandTree["VerbatimBot"]


class Commands(_Tree):
    """The command tree; whatever fails in it is told to whoever asked."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Turn commands away while the bot is leaving, and whoever may not ask at any time.

        What is kept of somebody is theirs to see and to have deleted, whether they may ask or not.
        """
        if self.client.leaving:
            if interaction.type is discord.InteractionType.application_command:
                await tell(interaction, RESTARTING)
            return False
        if command_in(interaction) == PRIVACY:
            return True
        return not await self.client.entrance.turns_away(interaction)

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer a failed command, privately and in words."""
        if isinstance(error, app_commands.CheckFailure):
            await tell(interaction, Phrase("may-not-use"))
        elif isinstance(error, app_commands.CommandSignatureMismatch):
            await tell(interaction, Phrase("just-updated"))
        elif isinstance(error, app_commands.CommandInvokeError):
            await show_fault(interaction, error.original)
        else:
            await show_fault(interaction, error)
