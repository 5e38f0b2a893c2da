"""/gaps for moderators."""

from discord import app_commands
from discord.ext import commands

from bot.app.services import Services
from bot.discord.cards.gaps import gap_cards
from bot.discord.cards.view import layout_of
from bot.discord.gap_scope import sees_gaps
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.localisation.words import Phrase

__all__ = ["Gaps"]


class Gaps(commands.Cog):
    """What only some people may do."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @app_commands.command()
    @app_commands.default_permissions(manage_messages=True)
    async def gaps(self, interaction: Interaction) -> None:
        """List what people asked and the documents did not answer."""
        scope = await sees_gaps(interaction)
        if scope is None:
            await tell(interaction, Phrase("only-moderators-gaps"))
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        report = await self._services.gaps.report(scope.server, sight=scope.sight, seen=scope.seen)
        cards = gap_cards(report, words_for(interaction))
        await interaction.edit_original_response(view=layout_of(cards[0]))
