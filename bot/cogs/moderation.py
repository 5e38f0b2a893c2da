"""/gaps for moderators, /docs for administrators."""

import asyncio
import contextvars
import time
from dataclasses import dataclass
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.actions.click import moderates
from bot.asking import show_fault, tell
from bot.cards.card import Card, Tone
from bot.cards.escape import inline
from bot.cards.info import note_card, progress_card, report_card
from bot.cards.layout import layout_of
from bot.desk import Desk
from bot.gaps import gap_cards
from retrieval.errors import VerbatimError

__all__ = ["GapScope", "Moderation", "sees_gaps"]

EDIT_EVERY = 2.0
"""Seconds between two edits of the progress: well below what Discord allows."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapScope:
    """Whose unanswered questions somebody may see: a server's, or everyone's."""

    guild_id: int | None


async def sees_gaps(interaction: discord.Interaction[Any]) -> GapScope | None:
    """Say what somebody may see: moderators their server, the owner everything in a DM."""
    if interaction.guild_id is not None:
        return GapScope(guild_id=interaction.guild_id) if moderates(interaction) else None
    owner = await interaction.client.is_owner(interaction.user)
    return GapScope(guild_id=None) if owner else None


class Moderation(commands.Cog):
    """What only some people may do."""

    docs = app_commands.Group(
        name="docs",
        description="Look after the documents",
        default_permissions=discord.Permissions(administrator=True),
    )

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.default_permissions(manage_messages=True)
    async def gaps(self, interaction: discord.Interaction[Any]) -> None:
        """List what people asked and the documents did not answer."""
        scope = await sees_gaps(interaction)
        if scope is None:
            await tell(interaction, "Only moderators can see what went unanswered.")
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        cards = await gap_cards(self._desk, scope.guild_id)
        await interaction.edit_original_response(view=layout_of(cards[0]))

    @docs.command()
    async def rebuild(self, interaction: discord.Interaction[Any]) -> None:
        """Read the documents again and switch to the new index."""
        in_charge = interaction.guild_id is not None and interaction.permissions.administrator
        if not in_charge and not await interaction.client.is_owner(interaction.user):
            await tell(interaction, "Only administrators can rebuild the index.")
            return
        if self._desk.service.rebuilding.locked():
            await tell(interaction, "A rebuild is already under way.")
            return
        await interaction.response.send_message(
            view=layout_of(progress_card("starting", 0, None)), ephemeral=True
        )
        log.info("rebuild started", user=interaction.user.id, guild=interaction.guild_id)
        board = _Board(interaction)
        try:
            report = await self._desk.service.rebuild(board.progress)
        except VerbatimError as error:
            reason = inline(str(error), limit=1000)
            await board.end(note_card(f"**The index was not rebuilt**\n{reason}", Tone.BAD))
        except Exception as error:
            await board.end(note_card("**The index was not rebuilt**", Tone.BAD))
            await show_fault(interaction, error)
        else:
            await board.end(report_card(report))


class _Board:
    """A message that follows a build by being edited."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction
        self._loop = asyncio.get_running_loop()
        # The builder's thread has no context of its own; discord.py and the log keep things there.
        self._context = contextvars.copy_context()
        self._edited = float("-inf")
        self._editing: asyncio.Task[None] | None = None

    def progress(self, stage: str, done: int, total: int | None) -> None:
        """Take the builder's word for how far it is; called from its thread."""
        card = progress_card(stage, done, total)
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
        except discord.HTTPException as error:
            # After 15 minutes Discord no longer lets the message be edited; the build goes on.
            log.warning("rebuild progress not shown", reason=str(error))
