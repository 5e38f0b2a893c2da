"""Turning away, at every door and in private, whoever may not ask."""

from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.app.access import Visit, Way
from bot.app.limits import MovingWindow
from bot.app.services import Services
from bot.discord.interaction import Interaction
from bot.discord.respond import tell
from bot.rendering.refusals import NOT_ALLOWED

if TYPE_CHECKING:
    from bot.discord.client import VerbatimBot

__all__ = ["Entrance", "visit_by_interaction", "visit_by_message"]

log = structlog.get_logger(__name__)


def visit_by_interaction(interaction: Interaction) -> Visit:
    """Say how somebody got to a command, button, menu or modal.

    In a server and in a direct message Discord names the installation that brought the
    interaction there; it is somebody's own where the bot itself isn't.
    """
    if interaction.guild_id is not None:
        if interaction.client.get_guild(interaction.guild_id) is None:
            return Visit(way=Way.INSTALLED, server=interaction.guild_id)
        return _in_server(interaction.guild_id, interaction.user)
    if _brought_along(interaction) or interaction.context.private_channel:
        return Visit(way=Way.INSTALLED)
    return Visit(way=Way.DIRECT)


def visit_by_message(message: discord.Message) -> Visit:
    """Say how somebody got to the channel of a message."""
    if message.guild is None:
        return Visit(way=Way.DIRECT)
    return _in_server(message.guild.id, message.author)


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
            await message.author.send(NOT_ALLOWED)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.info("not told", reason=type(error).__name__)
        return True


def _brought_along(interaction: Interaction) -> bool:
    """Whether somebody's own installation alone has made an interaction possible."""
    # discord.py keeps to itself whether one of a server, 0, stands beside that of the user, 1.
    return interaction.is_user_integration() and 0 not in interaction._integration_owners


def _in_server(server: int, user: discord.abc.User) -> Visit:
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return Visit(way=Way.SERVER, server=server, roles=frozenset(roles))
