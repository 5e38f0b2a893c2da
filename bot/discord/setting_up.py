"""Walking the administrators of a server through what is settable."""

import discord

from bot.app.access import Visit, Way
from bot.discord.cards.card import Card
from bot.discord.cards.welcome import Setup, setup_cards
from bot.discord.charge import belonging_here
from bot.discord.doctor.invitation import NEEDED, names
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.reader import words_for
from bot.discord.respond import tell
from bot.discord.sight import sight_of
from bot.localisation.words import Phrase

__all__ = ["setup_pages"]

ONLY_ADMINISTRATORS = Phrase("only-administrators-setup")


async def setup_pages(interaction: Interaction) -> tuple[Card, ...] | None:
    """Make the steps for whoever acts; None: they may not see them, and were told."""
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    owner = await interaction.client.is_owner(interaction.user)
    if guild is None or not (administers(interaction) or owner):
        await tell(interaction, ONLY_ADMINISTRATORS)
        return None
    services, settings = interaction.client.services, interaction.client.settings
    roles = [role for one in services.access.roles if (role := guild.get_role(one)) is not None]
    missing = discord.Permissions(NEEDED.value & ~interaction.app_permissions.value)
    inside = Visit(way=Way.SERVER, server=guild.id, roles=frozenset(services.access.roles))
    return setup_cards(
        Setup(
            server=guild.id,
            channel=interaction.channel_id,
            documents=sum(one.is_asked for one in services.pool.documents(sight_of(interaction))),
            allowed=services.access.allows(inside),
            roles=tuple(role.name for role in roles),
            needs_role=bool(services.access.roles),
            collections=tuple(sorted(belonging_here(interaction, guild))),
            auto=_named(guild, settings.auto_answer_channels),
            digests=_named(guild, settings.digest_channels),
            missing=tuple(names(missing)),
            owner=owner,
        ),
        words_for(interaction),
    )


def _named(guild: discord.Guild, channels: tuple[int, ...]) -> tuple[str, ...]:
    found = (guild.get_channel_or_thread(one) for one in channels)
    return tuple(f"#{channel.name}" for channel in found if channel is not None)
