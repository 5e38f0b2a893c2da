"""/gaps for moderators."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.gaps import gap_cards
from bot.app.services import Services
from bot.discord.cards.view import layout_of
from bot.discord.permissions import sees_gaps
from bot.discord.respond import tell

__all__ = ["Moderation"]


class Moderation(commands.Cog):
    """What only some people may do."""

    def __init__(self, desk: Services) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.default_permissions(manage_messages=True)
    async def gaps(self, interaction: discord.Interaction[Any]) -> None:
        """List what people asked and the documents did not answer."""
        scope = await sees_gaps(interaction)
        if scope is None:
            await tell(interaction, "Only moderators can see what went unanswered.")
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        cards = await gap_cards(self._desk, scope.guild_id)
        await interaction.edit_original_response(view=layout_of(cards[0]))
