"""/docs: looking after the documents, for those in charge."""

import asyncio

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.app.services import Services
from bot.app.states import Origin
from bot.discord.cards.card import Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import note_card, progress_card, report_card
from bot.discord.cards.view import layout_of
from bot.discord.cogs.ask import document_choices, resolve_document
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.progress_message import ProgressMessage
from bot.discord.respond import show_fault, tell
from bot.discord.states import note_change
from bot.errors import LibraryError
from bot.rendering.errors import for_discord
from retrieval.domain import BuildReport
from retrieval.errors import VerbatimError, error_to_data

__all__ = ["Documents"]

DOWNLOAD_SECONDS = 60.0

log = structlog.get_logger(__name__)


class Documents(commands.Cog):
    """Administrators may rebuild; only whoever runs the bot may change the documents."""

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
            await tell(interaction, "Only administrators can rebuild the index.")
            return
        await self._rebuild(interaction, Origin.DOCS_REBUILD)

    @docs.command()
    @app_commands.describe(file="A text or Markdown file; it replaces one of the same name")
    async def add(self, interaction: Interaction, file: discord.Attachment) -> None:
        """Add a document, or a newer version of one."""
        if not await self._may_change(interaction):
            return
        try:
            self._services.document_library.check(file.filename, file.size)
            await interaction.response.defer(ephemeral=True, thinking=True)
            content = await _download(file)
            path = await asyncio.to_thread(
                self._services.document_library.add, file.filename, content
            )
        except LibraryError as error:
            await tell(interaction, inline(str(error), limit=1000))
            return
        log.info("document added", path=path, user=interaction.user.id)
        await self._rebuild(interaction, Origin.DOCS_ADD)

    @docs.command()
    @app_commands.describe(document="The document to take out; it is kept aside on my machine")
    async def remove(self, interaction: Interaction, document: str) -> None:
        """Take a document out."""
        if not await self._may_change(interaction):
            return
        path = resolve_document(document, self._services.pool.documents())
        if path is None:
            await tell(interaction, "I have no document of that name; `/sources` lists them.")
            return
        try:
            await asyncio.to_thread(self._services.document_library.remove, path)
        except LibraryError as error:
            await tell(interaction, inline(str(error), limit=1000))
            return
        log.info("document removed", path=path, user=interaction.user.id)
        await self._rebuild(interaction, Origin.DOCS_REMOVE)

    @remove.autocomplete("document")
    async def _documents(
        self, _interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return document_choices(typed, self._services.pool.documents())

    async def _may_change(self, interaction: Interaction) -> bool:
        """Whether somebody may change the documents: they are the same for every server."""
        if await interaction.client.is_owner(interaction.user):
            return True
        await tell(interaction, "Only whoever runs me can change the documents.")
        return False

    async def _rebuild(self, interaction: Interaction, origin: Origin) -> BuildReport | None:
        if self._services.pool.rebuilding.locked():
            await tell(interaction, "A rebuild is under way already; it may have to run once more.")
            return None
        starting = layout_of(progress_card("starting", 0, None))
        if interaction.response.is_done():
            await interaction.edit_original_response(view=starting)
        else:
            await interaction.response.send_message(view=starting, ephemeral=True)
        log.info("rebuild started", user=interaction.user.id, guild=interaction.guild_id)
        message = ProgressMessage(interaction)
        before = self._services.pool.info
        try:
            report = await self._services.pool.rebuild(message.progress, origin=origin)
        except VerbatimError as error:
            owner = await interaction.client.is_owner(interaction.user)
            reason = inline(for_discord(error, administrator=True, owner=owner), limit=1000)
            log.warning("rebuild failed", **error_to_data(error))
            await message.end(note_card(f"**The index was not rebuilt**\n{reason}", Tone.BAD))
        except Exception as error:
            await message.end(note_card("**The index was not rebuilt**", Tone.BAD))
            await show_fault(interaction, error)
        else:
            if report.held is None and (before is None or before.build_id != report.build_id):
                await note_change(self._services, report.build_id, interaction.user.id)
            await message.end(report_card(report))
            return report
        return None


async def _download(file: discord.Attachment) -> bytes:
    """Fetch what was attached.

    Raises:
        LibraryError: it is gone, or Discord can't be reached.
    """
    try:
        async with asyncio.timeout(DOWNLOAD_SECONDS):
            return await file.read()
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.info("attachment not downloaded", reason=type(error).__name__)
        raise LibraryError(
            f"{file.filename} couldn't be downloaded; please attach it again."
        ) from error
