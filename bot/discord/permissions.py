"""Who may do what."""

from bot.discord.interaction import Interaction

__all__ = ["administers", "moderates"]


def administers(interaction: Interaction) -> bool:
    """Whether whoever acts is an administrator of the server they act in."""
    return interaction.guild_id is not None and interaction.permissions.administrator


def moderates(interaction: Interaction) -> bool:
    """Whether whoever acts may manage messages where they act."""
    return interaction.guild_id is not None and (
        interaction.permissions.manage_messages or interaction.permissions.administrator
    )
