"""What may be shown to whoever acts, and to all who read along."""

from typing import TYPE_CHECKING

import discord

from bot.app.collections.sight import Sight
from bot.discord.following.readers import with_channels
from bot.discord.interaction import Interaction
from bot.discord.visits import visit_by_interaction, visit_by_message

if TYPE_CHECKING:
    from bot.app.services import Services

__all__ = ["sight_in", "sight_of"]


def sight_of(interaction: Interaction, *, privately: bool = True) -> Sight:
    """Say what may be shown in answer to a command, button, menu or modal.

    Args:
        interaction: it.
        privately: whether only whoever acts sees the answer, so that what their roles let them read
            may be in it.
    """
    services = interaction.client.services
    server = interaction.guild_id or 0
    visit = with_channels(
        visit_by_interaction(interaction),
        interaction.client.get_guild(server),
        interaction.user,
        services.followed.in_server(server),
    )
    return services.collections.sight(visit, privately=privately)


def sight_in(message: discord.Message, services: "Services") -> Sight:
    """Say what may be shown in a reply to a message, which all read who read the message."""
    guild = message.guild
    followed = () if guild is None else services.followed.in_server(guild.id)
    visit = with_channels(visit_by_message(message), guild, message.author, followed)
    return services.collections.sight(visit, privately=False)
