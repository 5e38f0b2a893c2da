"""/docs channel: channels as documents, for administrators."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.app.followed.values import Followed, Kind, counted
from bot.app.services import Services
from bot.app.states import Origin
from bot.discord.cards.followed import followed_card, followed_line
from bot.discord.cards.view import layout_of
from bot.discord.charge import sees_in_charge
from bot.discord.cogs.subcommands import add_subcommands
from bot.discord.following.fetching import Fetched, lacking
from bot.discord.following.readers import Channel
from bot.discord.interaction import Interaction, Unknown
from bot.discord.permissions import administers
from bot.discord.reader import words_for
from bot.discord.rebuilding import rebuild
from bot.discord.respond import tell, tell_error
from bot.errors import LibraryError
from bot.localisation.words import Phrase

__all__ = ["ChannelDocuments"]

ONLY_ADMINISTRATORS = Phrase("only-administrators-channels")
OFF = Phrase("channels-off")
NOT_THERE = Phrase("channel-unknown")
NOT_PINNED = Phrase("channel-not-pinned")
NOT_FOLLOWED = Phrase("channel-not-followed")

log = structlog.get_logger(__name__)


class _Chosen(app_commands.Transformer):
    """A channel that can be followed, as Discord lets one choose it."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Return that it is a channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Return the kinds that are offered."""
        return [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]

    async def transform(self, _of: Unknown, value: Any, /) -> int:  # noqa: ANN401
        """Return its id."""
        return int(value.id)


_Channel: TypeAlias = app_commands.Transform[int, _Chosen]


class ChannelDocuments(commands.Cog):
    """What people say in a channel becomes a document, and stays as the channel is.

    Args:
        services: what it works with.
        docs: the group that the commands belong to.
    """

    def __init__(self, services: Services, docs: app_commands.Group) -> None:
        self._services = services
        group = app_commands.Group(name="channel", description="Channels that are documents")
        docs.add_command(group)
        add_subcommands(group, self, ChannelDocuments.add, ChannelDocuments.remove)
        add_subcommands(group, self, ChannelDocuments.list)

    @app_commands.describe(
        channel="A channel or forum; those who may read it are asked nothing, so tell them",
        pinned="Only its pinned messages",
    )
    async def add(
        self,
        interaction: Interaction,
        channel: _Channel,
        pinned: bool = False,
    ) -> None:
        """Make a channel a document that follows what is said, edited and deleted there."""
        try:
            found = self._manageable(interaction, channel)
            if pinned and isinstance(found, discord.ForumChannel):
                raise LibraryError(NOT_PINNED)
            missing = lacking(found)
            if missing:
                permissions = _both(missing)
                raise LibraryError(
                    Phrase("channel-lacking", permissions=permissions, channel=found.name)
                )
            await interaction.response.defer(ephemeral=True, thinking=True)
            followed = Followed(
                server=found.guild.id, channel=found.id, name=found.name, kind=_kind(found, pinned)
            )
            fetched = await interaction.client.follower.follow(found, followed)
        except LibraryError as error:
            await tell_error(interaction, error)
            return
        user, server = interaction.user.id, interaction.guild_id
        log.info("channel followed", channel=found.id, user=user, server=server)
        await rebuild(interaction, Origin.DOCS_CHANNEL, wait=True)
        await tell(interaction, self._said(interaction, followed, fetched))

    @app_commands.describe(channel="A channel or forum that is a document")
    async def remove(self, interaction: Interaction, channel: _Channel) -> None:
        """Take a channel out of the documents; nothing of it is kept."""
        try:
            found = self._manageable(interaction, channel)
            if self._services.followed.get(found.id) is None:
                raise LibraryError(NOT_FOLLOWED)
            await interaction.response.defer(ephemeral=True, thinking=True)
            sight = await sees_in_charge(interaction)
            await interaction.client.follower.leave(found.id)
        except LibraryError as error:
            await tell_error(interaction, error)
            return
        user, server = interaction.user.id, interaction.guild_id
        log.info("channel not followed any more", channel=found.id, user=user, server=server)
        await rebuild(interaction, Origin.DOCS_CHANNEL, wait=True, sight=sight)

    async def list(self, interaction: Interaction) -> None:
        """List the channels of this server that are documents."""
        try:
            guild = self._guild(interaction)
        except LibraryError as error:
            await tell_error(interaction, error)
            return
        card = followed_card(self._services.followed.in_server(guild.id), words_for(interaction))
        await interaction.response.send_message(view=layout_of(card), ephemeral=True)

    def _guild(self, interaction: Interaction) -> discord.Guild:
        """Return the server that somebody administers.

        Raises:
            LibraryError: they don't, or no channel may be a document.
        """
        guild = interaction.client.get_guild(interaction.guild_id or 0)
        if guild is None or not administers(interaction):
            raise LibraryError(ONLY_ADMINISTRATORS)
        if not self._services.followed.enabled:
            raise LibraryError(OFF)
        return guild

    def _manageable(self, interaction: Interaction, channel: int) -> Channel:
        """Return a channel of the server that somebody administers.

        Raises:
            LibraryError: as for `_guild`, or the channel is of another server.
        """
        found = self._guild(interaction).get_channel(channel)
        if not isinstance(found, Channel):
            raise LibraryError(NOT_THERE)
        return found

    def _said(self, interaction: Interaction, followed: Followed, fetched: Fetched) -> str:
        talks = fetched.talks.values()
        times = [one.at for talk in talks for one in talk.messages.values()]
        return followed_line(
            followed,
            counted(fetched.talks),
            min(times, default=None),
            words_for(interaction),
            whole=fetched.whole,
            most=interaction.client.settings.channel_messages,
        )


def _both(names: Sequence[str]) -> str:
    """Join the names of one or two permissions."""
    return Phrase("and-between", first=names[0], second=names[1]) if len(names) > 1 else names[0]


def _kind(channel: Channel, pinned: bool) -> Kind:
    if isinstance(channel, discord.ForumChannel):
        return Kind.POSTS
    return Kind.PINS if pinned else Kind.MESSAGES
