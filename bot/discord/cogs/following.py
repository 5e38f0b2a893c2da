"""What happens in channels that are documents."""

from collections.abc import Iterable

import discord
from discord.ext import commands

from bot.app.followed.changes import Change
from bot.app.followed.channels import FollowedChannels
from bot.app.followed.values import Followed, Kind
from bot.discord.following.fetching import said_in
from bot.discord.following.follower import Follower

__all__ = ["Following"]


class Following(commands.Cog):
    """Tells the follower of what is said, edited and deleted, and of what is gone.

    Args:
        bot: the bot.
        follower: is told.
        followed: the channels.
    """

    def __init__(
        self, bot: commands.AutoShardedBot, follower: Follower, followed: FollowedChannels
    ) -> None:
        self._bot = bot
        self._follower = follower
        self._followed = followed

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take up what somebody says."""
        followed = self._of(message.channel)
        if followed is not None and followed.kind is not Kind.PINS and said_in(message) is not None:
            self._tell(followed, message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Take up what somebody says instead."""
        message = payload.message
        followed = self._of(message.channel)
        if followed is None or message.author.bot:
            return
        if followed.kind is Kind.PINS:
            self._follower.mistrust(followed.channel)
        else:
            self._tell(followed, message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take out what is deleted."""
        self._gone(payload.guild_id, payload.channel_id, (payload.message_id,))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Take out what a moderator purges."""
        self._gone(payload.guild_id, payload.channel_id, payload.message_ids)

    @commands.Cog.listener()
    async def on_guild_channel_pins_update(
        self, channel: discord.abc.GuildChannel | discord.Thread, _last: object
    ) -> None:
        """Read the pinned messages again."""
        followed = self._of(channel)
        if followed is not None and followed.kind is Kind.PINS:
            self._follower.mistrust(followed.channel)

    @commands.Cog.listener()
    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """Read a forum again whose post may have another name."""
        followed = self._followed.get(payload.parent_id)
        if followed is not None and followed.kind is Kind.POSTS:
            self._follower.mistrust(followed.channel)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Take a post of a forum out."""
        followed = self._followed.get(payload.parent_id)
        if followed is not None and followed.kind is Kind.POSTS:
            self._follower.changed(followed.channel, Change(place=payload.thread_id))

    @commands.Cog.listener()
    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Read a channel again that has another name, or that the bot may read again, or no more.

        Who else may read it is looked up with every question.
        """
        me = after.guild.me
        same = before.permissions_for(me) == after.permissions_for(me)
        if self._followed.get(after.id) is not None and not (same and before.name == after.name):
            self._follower.mistrust(after.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Take a channel out that is gone."""
        if self._followed.get(channel.id) is not None:
            await self._follower.lose([channel.id])

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Take the channels of a server out that the bot had to leave."""
        await self._follower.lose([one.channel for one in self._followed.in_server(guild.id)])

    @commands.Cog.listener()
    async def on_shard_ready(self, shard_id: int) -> None:
        """Read all channels again: nobody knows what was missed before the connection."""
        known = {guild.id for guild in self._bot.guilds}
        count = self._bot.shard_count or 1
        mine = [one for one in self._followed.all if (one.server >> 22) % count == shard_id]
        await self._follower.lose([one.channel for one in mine if one.server not in known])
        for followed in mine:
            if followed.server in known:
                self._follower.mistrust(followed.channel)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Read the channels of a server again that Discord had lost for a while."""
        for followed in self._followed.in_server(guild.id):
            self._follower.mistrust(followed.channel)

    def _of(self, channel: object) -> Followed | None:
        """Return the followed channel that something happens in, a post of a forum included."""
        if isinstance(channel, discord.Thread):
            followed = self._followed.get(channel.parent_id)
            return followed if followed is not None and followed.kind is Kind.POSTS else None
        return self._followed.get(getattr(channel, "id", 0))

    def _tell(self, followed: Followed, message: discord.Message) -> None:
        name = getattr(message.channel, "name", followed.name)
        change = Change(
            place=message.channel.id, name=name, message=message.id, said=said_in(message)
        )
        self._follower.changed(followed.channel, change)

    def _gone(self, server: int | None, place: int, messages: Iterable[int]) -> None:
        guild = self._bot.get_guild(server or 0)
        # A post of a forum may be archived, and so unknown: then all of its server's are asked.
        channel = None if guild is None else guild.get_channel_or_thread(place)
        followed = self._of(channel) if channel is not None else None
        forums = (
            [one for one in self._followed.in_server(server or 0) if one.kind is Kind.POSTS]
            if channel is None
            else []
        )
        for one in [followed] if followed is not None else forums:
            if one.kind is Kind.PINS:
                self._follower.mistrust(one.channel)
                continue
            for message in messages:
                self._follower.changed(one.channel, Change(place=place, message=message))
