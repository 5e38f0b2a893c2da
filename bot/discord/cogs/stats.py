"""/stats for moderators, and the weekly digest."""

import asyncio
import io
from collections.abc import Collection
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
import structlog
from discord import app_commands, ui
from discord.ext import commands, tasks

from bot.app.charts import can_draw, draw_weeks
from bot.app.services import Services
from bot.app.stats import Week, weeks_of
from bot.discord.cards.stats import stats_card
from bot.discord.cards.view import layout_of
from bot.discord.digest import tell_digests
from bot.discord.interaction import Interaction
from bot.discord.permissions import moderates
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.localisation.words import Phrase

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Stats"]

LOOK_HOURS = 1.0
ONLY_MODERATORS = Phrase("only-moderators-stats")
NO_PICTURE = Phrase("no-plot")
_PICTURE = "stats.png"

log = structlog.get_logger(__name__)


class Stats(commands.Cog):
    """How it goes: figures that were counted, without a word of any question.

    Args:
        bot: the client.
        services: what it works with.
        digests: the channels that are told every week.
    """

    def __init__(self, bot: "VerbatimBot", services: Services, *, digests: Collection[int]) -> None:
        self._bot = bot
        self._services = services
        self._digests = tuple(digests)

    async def cog_load(self) -> None:
        """Begin to look whether a week is over."""
        if self._digests:
            self.digest.start()

    async def cog_unload(self) -> None:
        """Stop looking."""
        self.digest.cancel()

    @app_commands.command()
    @app_commands.default_permissions(manage_messages=True)
    async def stats(self, interaction: Interaction) -> None:
        """Show how many questions were asked week by week, and what came of them."""
        server = interaction.guild_id
        owner = server is None and await interaction.client.is_owner(interaction.user)
        if not (moderates(interaction) or owner):
            await tell(interaction, ONLY_MODERATORS)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        counts = await self._services.store.counts(server)
        weeks = weeks_of(counts, today=datetime.now(UTC).date())
        picture = await _picture(weeks)
        words = words_for(interaction)
        note = None if can_draw() else words.of(NO_PICTURE)
        card = stats_card(weeks, words, everywhere=server is None, note=note)
        view = layout_of(card)
        if picture is None:
            await interaction.edit_original_response(view=view)
            return
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery(
            discord.MediaGalleryItem(f"attachment://{_PICTURE}", description=words.say("plot"))
        )
        view.add_item(gallery)
        file = discord.File(io.BytesIO(picture), _PICTURE)
        await interaction.edit_original_response(view=view, attachments=[file])

    # discord.py ends a loop at the first exception that is not a network error.
    @tasks.loop(hours=LOOK_HOURS)
    async def digest(self) -> None:
        """Tell the channels once a week is over."""
        try:
            await self._bot.wait_until_ready()
            await tell_digests(self._bot, self._digests)
        except Exception:
            log.exception("digest not told")


async def _picture(weeks: tuple[Week, ...]) -> bytes | None:
    if not can_draw() or not any(week.questions for week in weeks):
        return None
    return await asyncio.to_thread(draw_weeks, weeks)
