"""Telling Discord about the commands, only when they have changed."""

import hashlib
import json
from typing import TypeVar

import discord
import structlog
from discord import app_commands

from bot.errors import AnswerStoreError
from bot.storage.store import AnswerStore

__all__ = ["definition_hash", "sync_if_changed"]

ClientT = TypeVar("ClientT", bound=discord.Client)

log = structlog.get_logger(__name__)


async def definition_hash(tree: app_commands.CommandTree[ClientT]) -> str:
    """Return a hash of everything that Discord is told about the commands, in every language."""
    translator = tree.translator
    commands = [
        command.to_dict(tree)
        if translator is None
        else await command.get_translated_payload(tree, translator)
        for command in tree.get_commands()
    ]
    commands.sort(key=lambda command: (command["type"], command["name"]))
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()


async def sync_if_changed(tree: app_commands.CommandTree[ClientT], store: AnswerStore) -> bool:
    """Sync the global commands if their definition is not the one last synced.

    A refusal is logged and tried again at the next start: the bot works by mention meanwhile.
    """
    wanted = await definition_hash(tree)
    name = f"commands/{tree.client.application_id}"
    if await store.note(name) == wanted:
        return False
    try:
        await tree.sync()
    except discord.HTTPException as error:
        log.error("commands not synced", reason=str(error))
        return False
    try:
        await store.take_note(name, wanted)
    except AnswerStoreError as error:
        log.warning("commands will be synced again", reason=str(error))
    log.info("commands synced", commands=len(tree.get_commands()))
    return True
