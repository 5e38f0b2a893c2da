"""/docs: looking after the documents, for those in charge."""

import asyncio

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.app.services import Services
from bot.app.states import Origin
from bot.discord.adding import add_attached, folder_for
from bot.discord.cards.info import charge_cards
from bot.discord.cards.view import layout_of
from bot.discord.charge import charge_of, collections_of
from bot.discord.cogs.ask import CHOICES, NAME_LIMIT, document_choices, resolve_document
from bot.discord.components.adding import document_modal
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.reader import words_for
from bot.discord.rebuilding import rebuild
from bot.discord.respond import tell, tell_error
from bot.errors import LibraryError
from bot.localisation.words import Phrase

__all__ = ["Documents"]

NOT_YOURS = Phrase("not-yours")

log = structlog.get_logger(__name__)


class Documents(commands.Cog):
    """Administrators rebuild and change what is for their server alone, the owner everything."""

    docs = app_commands.Group(
        name="docs",
        description="Look after the documents",
        default_permissions=discord.Permissions(administrator=True),
    )

    def __init__(self, services: Services) -> None:
        self._services = services

    @docs.command()
    async def rebuild(self, interaction: Interaction) -> None:
        """Read the documents again and switch to the new index."""
        if not administers(interaction) and not await interaction.client.is_owner(interaction.user):
            await tell(interaction, Phrase("only-administrators-rebuild"))
            return
        await rebuild(interaction, Origin.DOCS_REBUILD)

    @docs.command()
    @app_commands.describe(
        file="A document; it replaces one of the same name. Without one you can write it here",
        collection="The collection that it belongs to, where there are several",
        file2="A second document",
        file3="A third one",
        file4="A fourth one",
        file5="A fifth one",
    )
    async def add(
        self,
        interaction: Interaction,
        file: discord.Attachment | None = None,
        collection: str | None = None,
        file2: discord.Attachment | None = None,
        file3: discord.Attachment | None = None,
        file4: discord.Attachment | None = None,
        file5: discord.Attachment | None = None,
    ) -> None:
        """Add documents, or newer versions of them: attached, or written here."""
        files = [one for one in (file, file2, file3, file4, file5) if one is not None]
        try:
            folder = await folder_for(interaction, collection)
            if not files:
                await interaction.response.send_modal(
                    document_modal(folder, words_for(interaction))
                )
                return
            await add_attached(interaction, files, folder)
        except LibraryError as error:
            await tell_error(interaction, error)
            return
        await rebuild(interaction, Origin.DOCS_ADD, wait=True)

    @add.autocomplete("collection")
    async def _collections(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        try:
            names = collections_of(interaction, await charge_of(interaction))
        except LibraryError:
            return []
        meant = [name for name in names if typed.casefold() in name.casefold()]
        # Discord takes no longer choices; a longer name can be typed.
        return [app_commands.Choice(name=n, value=n) for n in meant if len(n) <= NAME_LIMIT][
            :CHOICES
        ]

    @docs.command()
    @app_commands.describe(document="The document to take out; it is kept aside on my machine")
    async def remove(self, interaction: Interaction, document: str) -> None:
        """Take a document out."""
        try:
            documents = self._services.pool.documents(await charge_of(interaction))
            path = resolve_document(document, documents)
            if path is None:
                raise LibraryError(NOT_YOURS)
            file = next(one.file for one in documents if one.path == path)
            await asyncio.to_thread(self._services.document_library.remove, file)
        except LibraryError as error:
            await tell_error(interaction, error)
            return
        user, server = interaction.user.id, interaction.guild_id
        log.info("document removed", path=file, user=user, server=server)
        await rebuild(interaction, Origin.DOCS_REMOVE, wait=True)

    @remove.autocomplete("document")
    async def _documents(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        try:
            charge = await charge_of(interaction)
        except LibraryError:
            return []
        return document_choices(typed, self._services.pool.documents(charge))

    @docs.command(name="list")
    async def listing(self, interaction: Interaction) -> None:
        """List the documents that you look after."""
        try:
            charge = await charge_of(interaction)
        except LibraryError as error:
            await tell(interaction, words_for(interaction).of_error(error))
            return
        found = self._services.pool.documents(charge)
        cards = charge_cards(found, link=self._services.link, words=words_for(interaction))
        await interaction.response.send_message(view=layout_of(cards[0]), ephemeral=True)
