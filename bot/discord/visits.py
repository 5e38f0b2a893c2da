"""How somebody got to the bot: what access and collections are decided by."""

import discord

from bot.app.access import Visit, Way
from bot.discord.interaction import Interaction

__all__ = ["visit_by_interaction", "visit_by_message", "visit_to"]


def visit_by_interaction(interaction: Interaction) -> Visit:
    """Say how somebody got to a command, button, menu or modal.

    In a server and in a direct message Discord names the installation that brought the
    interaction there; it is somebody's own where the bot itself isn't.
    """
    if interaction.guild_id is not None:
        if interaction.client.get_guild(interaction.guild_id) is None:
            return Visit(way=Way.INSTALLED, server=interaction.guild_id)
        channels = _channels(interaction.channel_id, interaction.channel)
        return _in_server(interaction.guild_id, interaction.user, channels)
    if _brought_along(interaction) or interaction.context.private_channel:
        return Visit(way=Way.INSTALLED)
    return Visit(way=Way.DIRECT)


def visit_by_message(message: discord.Message) -> Visit:
    """Say how somebody got to the channel of a message."""
    if message.guild is None:
        return Visit(way=Way.DIRECT)
    channels = _channels(message.channel.id, message.channel)
    return _in_server(message.guild.id, message.author, channels)


def visit_to(
    channel: discord.abc.GuildChannel | discord.Thread, member: discord.Member | None = None
) -> Visit:
    """Say what is known of a member in a channel, or of anyone who reads it where it is none."""
    channels = _channels(channel.id, channel)
    roles = frozenset() if member is None else frozenset(role.id for role in member.roles)
    return Visit(way=Way.SERVER, server=channel.guild.id, roles=roles, channels=channels)


def _brought_along(interaction: Interaction) -> bool:
    """Whether somebody's own installation alone has made an interaction possible."""
    # discord.py keeps to itself whether one of a server, 0, stands beside that of the user, 1.
    return interaction.is_user_integration() and 0 not in interaction._integration_owners


def _in_server(server: int, user: discord.abc.User, channels: frozenset[int]) -> Visit:
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return Visit(way=Way.SERVER, server=server, roles=frozenset(roles), channels=channels)


def _channels(channel_id: int | None, channel: object) -> frozenset[int]:
    """Return a channel's id, and of a thread that of the channel it belongs to."""
    ids = (channel_id, getattr(channel, "parent_id", None))
    return frozenset(one for one in ids if one is not None)
