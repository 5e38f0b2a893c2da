"""Who may do what."""

from dataclasses import dataclass
from functools import partial

from bot.app.collections.sight import ALL, Sight
from bot.app.gaps import Seen
from bot.discord.channels import viewable
from bot.discord.interaction import Interaction
from bot.discord.sight import sight_of

__all__ = ["GapScope", "administers", "moderates", "sees_gaps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapScope:
    """Whose unanswered questions somebody may see: a server's, or everyone's."""

    server: int | None
    sight: Sight
    """What they may see of the documents."""
    seen: Seen | None = None
    """Which of its channels they may view; none: all."""


def administers(interaction: Interaction) -> bool:
    """Whether whoever acts is an administrator of the server they act in."""
    return interaction.guild_id is not None and interaction.permissions.administrator


def moderates(interaction: Interaction) -> bool:
    """Whether whoever acts may manage messages where they act."""
    return interaction.guild_id is not None and (
        interaction.permissions.manage_messages or interaction.permissions.administrator
    )


async def sees_gaps(interaction: Interaction) -> GapScope | None:
    """Say what somebody may see: moderators their server, the owner everything in a DM."""
    if interaction.guild_id is not None:
        if not moderates(interaction):
            return None
        all_of_it = administers(interaction)
        seen = None if all_of_it else partial(viewable, interaction)
        return GapScope(server=interaction.guild_id, sight=sight_of(interaction), seen=seen)
    owner = await interaction.client.is_owner(interaction.user)
    return GapScope(server=None, sight=ALL) if owner else None
