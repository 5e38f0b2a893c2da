"""/unhelpful for moderators."""

from discord import app_commands
from discord.ext import commands

from bot.discord.components.unhelpful import show
from bot.discord.interaction import Interaction

__all__ = ["Unhelpful"]


class Unhelpful(commands.Cog):
    """What people have marked, and giving it its place back."""

    @app_commands.command()
    @app_commands.default_permissions(manage_messages=True)
    async def unhelpful(self, interaction: Interaction) -> None:
        """List the passages that people marked unhelpful, and give them their place back."""
        await show(interaction)
