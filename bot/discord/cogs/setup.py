"""/setup for administrators."""

from discord import app_commands
from discord.ext import commands

from bot.discord.cards.view import layout_of
from bot.discord.interaction import Interaction
from bot.discord.setting_up import setup_pages

__all__ = ["Setup"]


class Setup(commands.Cog):
    """Beginning in a server."""

    @app_commands.command()
    @app_commands.default_permissions(administrator=True)
    async def setup(self, interaction: Interaction) -> None:
        """Walk through what can be set for this server."""
        cards = await setup_pages(interaction)
        if cards is not None:
            await interaction.response.send_message(view=layout_of(cards[0]), ephemeral=True)
