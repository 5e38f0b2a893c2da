"""/docs: looking after the documents, for those in charge."""

import asyncio
from functools import partial

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.app.collections.reports import seen_report
from bot.app.collections.sight import ALL
from bot.app.services import Services
from bot.app.states import Origin
from bot.discord.cards.card import Tone
from bot.discord.cards.escape import inline
from bot.discord.cards.info import charge_cards, note_card, progress_card, report_card
from bot.discord.cards.view import layout_of
from bot.discord.charge import charge_of, collection_named, collections_of, sees_in_charge
from bot.discord.cogs.ask import CHOICES, NAME_LIMIT, document_choices, resolve_document
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
NOT_YOURS = "I know no such document of yours; `/docs list` names those you look after."
UNTOLD = "Whoever runs me finds the reason in my log; the old index goes on answering."

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
            await tell(interaction, "Only administrators can rebuild the index.")
            return
        await self._rebuild(interaction, Origin.DOCS_REBUILD)

    @docs.command()
    @app_commands.describe(
        file="A document; it replaces one of the same name",
        collection="The collection that it belongs to, where there are several",
    )
    async def add(
        self, interaction: Interaction, file: discord.Attachment, collection: str | None = None
    ) -> None:
        """Add a document, or a newer version of one."""
        library = self._services.document_library
        try:
            charge = await charge_of(interaction)
            names = collections_of(interaction, charge)
            folder = collection_named(collection, names, charge)
            library.check(file.filename, file.size)
            await interaction.response.defer(ephemeral=True, thinking=True)
            content = await _download(file)
            path = await asyncio.to_thread(
                partial(library.add, file.filename, content, collection=folder)
            )
        except LibraryError as error:
            await tell(interaction, inline(str(error), limit=1000))
            return
        _log("document added", path, interaction)
        await self._rebuild(interaction, Origin.DOCS_ADD, wait=True)

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
            await tell(interaction, inline(str(error), limit=1000))
            return
        _log("document removed", file, interaction)
        await self._rebuild(interaction, Origin.DOCS_REMOVE, wait=True)

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
            await tell(interaction, str(error))
            return
        cards = charge_cards(self._services.pool.documents(charge), link=self._services.link)
        await interaction.response.send_message(view=layout_of(cards[0]), ephemeral=True)

    async def _rebuild(
        self, interaction: Interaction, origin: Origin, *, wait: bool = False
    ) -> BuildReport | None:
        """Rebuild and show what comes of it, as far as whoever acts sees it.

        Args:
            interaction: asks for it.
            origin: by which command.
            wait: whether to wait for a rebuild that is under way.
        """
        if self._services.pool.rebuilding.locked() and not wait:
            await tell(interaction, "A rebuild is under way already; it may have to run once more.")
            return None
        starting = layout_of(progress_card("starting", 0, None))
        if interaction.response.is_done():
            await interaction.edit_original_response(view=starting)
        else:
            await interaction.response.send_message(view=starting, ephemeral=True)
        log.info("rebuild started", user=interaction.user.id, guild=interaction.guild_id)
        sight = await sees_in_charge(interaction)
        message = ProgressMessage(interaction, counts=sight == ALL)
        before = self._services.pool.info
        try:
            report = await self._services.pool.rebuild(message.progress, origin=origin)
        except VerbatimError as error:
            owner = await interaction.client.is_owner(interaction.user)
            # What went wrong may name a file that is for others.
            said = for_discord(error, administrator=True, owner=owner) if sight == ALL else UNTOLD
            reason = inline(said, limit=1000)
            log.warning("rebuild failed", **error_to_data(error))
            await message.end(note_card(f"**The index was not rebuilt**\n{reason}", Tone.BAD))
        except Exception as error:
            await message.end(note_card("**The index was not rebuilt**", Tone.BAD))
            await show_fault(interaction, error)
        else:
            if report.held is None and (before is None or before.build_id != report.build_id):
                await note_change(self._services, report.build_id, interaction.user.id)
            seen = seen_report(report, self._services.pool.documents(sight), sight)
            await message.end(report_card(seen, whole=sight == ALL))
            return report
        return None


def _log(event: str, path: str, interaction: Interaction) -> None:
    log.info(event, path=path, user=interaction.user.id, server=interaction.guild_id)


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
