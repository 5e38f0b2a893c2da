"""Putting documents from Discord where the others are: attached, or written in a modal."""

import asyncio
from collections.abc import Sequence
from functools import partial

import aiohttp
import discord
import structlog

from bot.discord.charge import charge_of, collection_named, collections_of
from bot.discord.interaction import Interaction
from bot.errors import LibraryError
from bot.localisation.words import Phrase

__all__ = ["add_attached", "add_written", "folder_for"]

DOWNLOAD_SECONDS = 60.0

log = structlog.get_logger(__name__)


async def folder_for(interaction: Interaction, collection: str | None) -> str:
    """Return the collection that somebody's documents are put into.

    Raises:
        LibraryError: They may change none, or it isn't clear which is meant.
    """
    charge = await charge_of(interaction)
    return collection_named(collection, collections_of(interaction, charge), charge)


async def add_attached(
    interaction: Interaction, files: Sequence[discord.Attachment], folder: str
) -> None:
    """Download files and add them; none is added unless all of them can be.

    Raises:
        LibraryError: One could not be indexed, two have one name, or one can't be downloaded.
    """
    library = interaction.client.services.document_library
    names = [library.check(file.filename, file.size) for file in files]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise LibraryError(Phrase("same-names", name=name))
    await interaction.response.defer(ephemeral=True, thinking=True)
    contents = await asyncio.gather(*map(_download, files))
    for file, content in zip(files, contents, strict=True):
        await _add(interaction, file.filename, content, folder)


async def add_written(interaction: Interaction, title: str, text: str, folder: str) -> None:
    """Add a document that was written in a modal, as Markdown below its title.

    Raises:
        LibraryError: It could not be indexed.
    """
    content = f"# {' '.join(title.split())}\n\n{text}\n".encode()
    name = f"{title.replace('/', '-').replace(chr(92), '-')}.md"
    interaction.client.services.document_library.check(name, len(content))
    await interaction.response.defer(ephemeral=True, thinking=True)
    await _add(interaction, name, content, folder)


async def _add(interaction: Interaction, name: str, content: bytes, folder: str) -> None:
    library = interaction.client.services.document_library
    path = await asyncio.to_thread(partial(library.add, name, content, collection=folder))
    log.info("document added", path=path, user=interaction.user.id, server=interaction.guild_id)


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
        raise LibraryError(Phrase("not-downloaded", name=file.filename)) from error
