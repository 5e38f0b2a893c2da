"""Which channels there are, and who may view them."""

from collections.abc import Collection

import discord

from bot.discord.interaction import Interaction

__all__ = ["Viewed", "find_channel", "may_view", "viewable"]

ASKED_FOR = 25
"""Channels that Discord is asked about at most: threads that are archived are not at hand."""

Viewed = discord.abc.GuildChannel | discord.Thread


async def viewable(interaction: Interaction, channels: Collection[int]) -> frozenset[int]:
    """Return those of some channels of a server that whoever acts may view.

    One that nobody knows any more is nobody's to view, and where the bot is no member there is no
    other channel than the one in which somebody acts.
    """
    here = {one for one in channels if one == interaction.channel_id}
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    member = interaction.user
    if guild is None or not isinstance(member, discord.Member):
        return frozenset(here)
    found: dict[int, Viewed | None] = {one: guild.get_channel_or_thread(one) for one in channels}
    absent = [one for one, channel in found.items() if channel is None]
    # The latest, whose ids are the greatest.
    for one in sorted(absent)[-ASKED_FOR:]:
        found[one] = await _ask_for(interaction.client, guild, one)
    seen = {one for one, channel in found.items() if channel and may_view(channel, member)}
    return frozenset(here | seen)


async def find_channel(client: discord.Client, guild: discord.Guild, channel: int) -> Viewed | None:
    """Find a channel of a server, asking Discord where it isn't at hand; None: there is none."""
    return guild.get_channel_or_thread(channel) or await _ask_for(client, guild, channel)


async def _ask_for(client: discord.Client, guild: discord.Guild, channel: int) -> Viewed | None:
    try:
        found = await client.fetch_channel(channel)
    except discord.DiscordException:
        return None
    if not isinstance(found, discord.abc.GuildChannel | discord.Thread):
        return None
    return found if found.guild.id == guild.id else None


def may_view(channel: Viewed, member: discord.Member) -> bool:
    """Whether a member may view a channel; of a private thread, as far as its members are known."""
    try:
        may = channel.permissions_for(member)
    except discord.ClientException:
        return False  # A thread of a channel that is gone.
    if isinstance(channel, discord.Thread) and channel.is_private() and not may.manage_threads:
        return any(one.id == member.id for one in channel.members)
    return may.view_channel
