"""/sources, /help, /status, /privacy and /forget."""

import asyncio
from datetime import UTC, datetime
from importlib.metadata import version

from discord import app_commands
from discord.ext import commands

from bot.app.collections.reports import seen_info
from bot.app.collections.sight import ALL, Sight
from bot.app.services import Services
from bot.discord.cards.card import Card
from bot.discord.cards.info import document_cards, help_card, privacy_card, status_card
from bot.discord.cards.view import layout_of
from bot.discord.interaction import Interaction
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.discord.sight import sight_of
from bot.localisation.words import Phrase

__all__ = ["PRIVACY", "Info"]

PRIVACY = "privacy"


class Info(commands.Cog):
    """What the bot says about itself; always to whoever asks alone."""

    def __init__(self, services: Services, *, auto: bool, logs_questions: bool) -> None:
        self._services = services
        self._auto = auto
        self._logs_questions = logs_questions
        self._started = datetime.now(UTC)

    @app_commands.command()
    async def sources(self, interaction: Interaction) -> None:
        """List the documents that I answer from."""
        documents = self._services.pool.documents(sight_of(interaction))
        words = words_for(interaction)
        cards = document_cards(documents, link=self._services.link, words=words)
        await _show(interaction, cards[0])

    @app_commands.command()
    async def help(self, interaction: Interaction) -> None:
        """Say how to ask me."""
        mention = f"@{interaction.client.user.display_name}" if interaction.client.user else "@me"
        card = help_card(mention=mention, auto=self._auto, words=words_for(interaction))
        await _show(interaction, card)

    @app_commands.command()
    async def status(self, interaction: Interaction) -> None:
        """Say how old the index is and how fast I answer."""
        pool, sight = self._services.pool, sight_of(interaction)
        card = status_card(
            None if pool.info is None else seen_info(pool.info, pool.documents(sight), sight),
            await self._changed(sight),
            self._services.latency.summary(),
            waiting=pool.waiting,
            started=self._started,
            version=version("verbatim"),
            words=words_for(interaction),
        )
        await _show(interaction, card)

    async def _changed(self, sight: Sight) -> tuple[str, ...]:
        """Return the files that have changed since they were indexed, as far as they are seen."""
        pool = self._services.pool
        if pool.info is None:
            return ()
        changed = await asyncio.to_thread(
            self._services.freshness.changed, pool.info, pool.documents(ALL)
        )
        return tuple(filter(sight.sees_path, changed))

    @app_commands.command(name=PRIVACY)
    async def privacy(self, interaction: Interaction) -> None:
        """Say what I store about you, and let you delete it."""
        card = privacy_card(
            days=self._services.retention.days,
            minutes=round(self._services.rules.within.total_seconds() / 60),
            stored=await self._services.store.count(interaction.user.id),
            logged=self._logs_questions,
            followed=bool(self._services.followed.in_server(interaction.guild_id or 0)),
            words=words_for(interaction),
        )
        await _show(interaction, card)

    @app_commands.command()
    async def forget(self, interaction: Interaction) -> None:
        """Start afresh: your earlier questions here no longer explain the next one."""
        await self._services.store.drop_conversation(
            interaction.user.id, interaction.channel_id or interaction.user.id
        )
        await tell(interaction, Phrase("forgotten"))


async def _show(interaction: Interaction, card: Card) -> None:
    await interaction.response.send_message(view=layout_of(card), ephemeral=True)
