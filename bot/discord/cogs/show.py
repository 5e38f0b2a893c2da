"""/docs show."""

from discord import app_commands
from discord.ext import commands

from bot.app.services import Services
from bot.discord.cards.view import layout_of
from bot.discord.cogs.ask import document_choices, resolve_document
from bot.discord.cogs.subcommands import add_subcommands
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.respond import tell
from bot.discord.showing import NO_DOCUMENT, documents_to_show, may_show, page_card

__all__ = ["Show"]

LINES = 10_000_000


class Show(commands.Cog):
    """A document as it is indexed.

    Args:
        services: what the bot works with.
        docs: the group that the command belongs to.
    """

    def __init__(self, services: Services, docs: app_commands.Group) -> None:
        self._services = services
        add_subcommands(docs, self, Show.show)

    async def _documents(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        if not administers(interaction) and not await interaction.client.is_owner(interaction.user):
            return []
        return document_choices(typed, await documents_to_show(interaction))

    @app_commands.describe(
        document="The document to look into", line="The line to begin with; the first if left out"
    )
    @app_commands.autocomplete(document=_documents)
    async def show(
        self,
        interaction: Interaction,
        document: str,
        line: app_commands.Range[int, 1, LINES] | None = None,
    ) -> None:
        """Show a document as it is indexed, with its lines."""
        if not await may_show(interaction):
            return
        documents = await documents_to_show(interaction)
        path = resolve_document(document, documents)
        if path is None:
            await tell(interaction, NO_DOCUMENT)
            return
        (found,) = (one for one in documents if one.path == path)
        await interaction.response.defer(ephemeral=True, thinking=True)
        card = await page_card(interaction, found, line=line)
        await interaction.edit_original_response(view=layout_of(card))
