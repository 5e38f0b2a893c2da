"""A message that follows a build of the index by being edited."""

import asyncio
import contextvars
import time

import aiohttp
import discord
import structlog

from bot.discord.cards.card import Card
from bot.discord.cards.info import progress_card
from bot.discord.cards.view import layout_of
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for

__all__ = ["ProgressMessage"]

EDIT_EVERY = 2.0
"""Seconds between two edits of the progress: well below what Discord allows."""

log = structlog.get_logger(__name__)


class ProgressMessage:
    """A message that follows a build by being edited."""

    def __init__(self, interaction: Interaction, *, counts: bool = True) -> None:
        """Follow a build in the response to an interaction.

        Args:
            interaction: the interaction.
            counts: whether to say of how much the build is how far.
        """
        self._interaction = interaction
        self._counts = counts
        self._words = words_for(interaction)
        self._loop = asyncio.get_running_loop()
        # The builder's thread has no context of its own; discord.py and the log keep things there.
        self._context = contextvars.copy_context()
        self._edited = float("-inf")
        self._editing: asyncio.Task[None] | None = None

    def progress(self, stage: str, done: int, total: int | None) -> None:
        """Take the builder's word for how far it is; called from its thread."""
        card = (
            progress_card(stage, done, total, self._words)
            if self._counts
            else progress_card(stage, words=self._words)
        )
        self._loop.call_soon_threadsafe(self._update, card, context=self._context)

    def _update(self, card: Card) -> None:
        now = time.monotonic()
        busy = self._editing is not None and not self._editing.done()
        if not busy and now - self._edited >= EDIT_EVERY:
            self._edited = now
            self._editing = self._loop.create_task(self._edit(card))

    async def end(self, card: Card) -> None:
        """Show the last card, after whatever edit is still on its way."""
        if self._editing is not None:
            await asyncio.wait([self._editing])
        await self._edit(card)

    async def _edit(self, card: Card) -> None:
        try:
            await self._interaction.edit_original_response(view=layout_of(card))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            # After 15 minutes Discord no longer lets the message be edited, and a connection may
            # break at any time; the build goes on.
            log.warning("rebuild progress not shown", reason=str(error))
