"""Whose unanswered questions somebody may see, and what of the documents."""

from dataclasses import dataclass
from functools import partial

from bot.app.collections.sight import ALL, Sight
from bot.app.gaps import Seen
from bot.discord.channels import viewable
from bot.discord.charge import sees_in_charge
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers, moderates
from bot.discord.sight import sight_of

__all__ = ["GapScope", "sees_gaps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapScope:
    """Whose unanswered questions somebody may see: a server's, or everyone's."""

    server: int | None
    sight: Sight
    """What they may see of the documents, or look after."""
    seen: Seen | None = None
    """Which of its channels they may view; none: all."""


async def sees_gaps(interaction: Interaction) -> GapScope | None:
    """Say what somebody may see: moderators their server, the owner everything in a DM."""
    server = interaction.guild_id
    if server is None:
        owner = await interaction.client.is_owner(interaction.user)
        return GapScope(server=None, sight=ALL) if owner else None
    if not moderates(interaction):
        return None
    if administers(interaction):
        return GapScope(server=server, sight=await sees_in_charge(interaction))
    seen = partial(viewable, interaction)
    return GapScope(server=server, sight=sight_of(interaction), seen=seen)
