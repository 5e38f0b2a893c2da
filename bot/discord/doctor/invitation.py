"""The addresses under which people add the bot, and the permissions it asks for."""

import discord

__all__ = ["NEEDED", "names", "personal_url", "server_url"]

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    read_message_history=True,
)
"""What the bot makes use of; without some it degrades, without the first two it is mute."""


def names(permissions: discord.Permissions) -> list[str]:
    """Name permissions as Discord's settings do."""
    return [name.replace("_", " ").title() for name, granted in permissions if granted]


def server_url(application_id: int) -> str:
    """Return the address that adds the bot to a server."""
    return discord.utils.oauth_url(
        application_id, permissions=NEEDED, scopes=("bot", "applications.commands")
    )


def personal_url(application_id: int) -> str:
    """Return the address that adds the bot to one's own account, for use anywhere."""
    return (
        discord.utils.oauth_url(application_id, scopes=("applications.commands",))
        + "&integration_type=1"
    )
