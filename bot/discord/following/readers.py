"""Who may read a channel that is a document, there and elsewhere in its server."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

import discord

from bot.app.access import Visit, Way
from bot.app.followed.values import Followed

__all__ = ["Channel", "with_channels"]

Channel: TypeAlias = discord.TextChannel | discord.ForumChannel
"""What can be followed; channels for announcements are text channels, too."""


def with_channels(
    visit: Visit, guild: discord.Guild | None, user: discord.abc.User, followed: Iterable[Followed]
) -> Visit:
    """Add to a visit which of the followed channels of its server may be read.

    Args:
        visit: somebody at a door.
        guild: the server they are in; None: none that the bot is in.
        user: they.
        followed: what is followed in that server.
    """
    if guild is None or visit.way is not Way.SERVER:
        return visit
    channels = [guild.get_channel(one.channel) for one in followed]
    known = [one for one in channels if isinstance(one, Channel)]
    return replace(
        visit,
        open=frozenset(one.id for one in known if _is_open(one, visit.channels)),
        readable=frozenset(one.id for one in known if _may_read(one, user)),
    )


def _may_read(channel: Channel, user: discord.abc.User) -> bool:
    if not isinstance(user, discord.Member):
        return False
    may = channel.permissions_for(user)
    return may.view_channel and may.read_message_history


def _is_open(channel: Channel, here: frozenset[int]) -> bool:
    """Whether everyone may read a channel who reads along in one of some channels.

    They do where they are in it, and where it is closed to nobody. What was said before somebody
    came is theirs only if its history is.
    """
    everyone = channel.guild.default_role
    denied = discord.Permissions()
    for overwrite in channel.overwrites.values():
        denied |= overwrite.pair()[1]
    if denied.read_message_history or not everyone.permissions.read_message_history:
        return False
    if channel.id in here:
        return True
    return everyone.permissions.view_channel and not denied.view_channel and not channel.is_nsfw()
