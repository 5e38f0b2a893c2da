"""Turning away, at every door and in private, whoever may not ask."""

from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.app.access import Visit
from bot.app.services import Services
from bot.discord.interaction import Interaction
from bot.discord.reader import words_to
from bot.discord.respond import tell
from bot.discord.visits import visit_by_interaction, visit_by_message
from bot.rendering.refusals import NOT_ALLOWED
from bot.storage.turns import MovingWindow

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Entrance"]

log = structlog.get_logger(__name__)


class Entrance:
    """Lets people in or tells them that they may not ask; the bot's owner always may."""

    def __init__(self, client: "VerbatimBot", services: Services) -> None:
        self._client = client
        self._policy = services.access
        self._told = MovingWindow(1)

    async def admits(self, visit: Visit, user: discord.abc.User) -> bool:
        """Whether somebody may ask."""
        if self._policy.allows(visit):
            return True
        try:
            return await self._client.is_owner(user)
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            return False

    async def turns_away(self, interaction: Interaction) -> bool:
        """Whether somebody may not act; they were told so then, or offered nothing."""
        if await self.admits(visit_by_interaction(interaction), interaction.user):
            return False
        log.info("turned away", door=interaction.type.name)
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await tell(interaction, NOT_ALLOWED)
        return True

    async def turns_away_author(self, message: discord.Message, *, quietly: bool) -> bool:
        """Whether a message's author may not ask; they were told so then, at most once a minute.

        Nobody else should read it, so that they are told in a direct message.
        """
        if await self.admits(visit_by_message(message), message.author):
            return False
        log.info("turned away", door="message")
        if quietly or self._told.full_for(message.author.id):
            return True
        self._told.hit(message.author.id)
        try:
            await message.author.send(words_to(message, message.content).of(NOT_ALLOWED))
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.info("not told", reason=type(error).__name__)
        return True
