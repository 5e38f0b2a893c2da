"""Which documents somebody looks after: administrators their server's, the owner all."""

import discord

from bot.app.collections.of_channels import channel_of
from bot.app.collections.sight import ALL, Sight
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers
from bot.discord.sight import sight_of
from bot.errors import LibraryError
from bot.localisation.words import Phrase
from retrieval.collection import LOOSE

__all__ = ["belonging_here", "charge_of", "collection_named", "collections_of", "sees_in_charge"]

NOT_IN_CHARGE = Phrase("not-in-charge")
NONE_HERE = Phrase("none-here")


async def charge_of(interaction: Interaction) -> Sight:
    """Return what somebody may change, as what they see of it.

    Raises:
        LibraryError: it is nothing.
    """
    if await interaction.client.is_owner(interaction.user):
        return ALL
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    if guild is None or not administers(interaction):
        raise LibraryError(NOT_IN_CHARGE)
    names = belonging_here(interaction, guild)
    if not names:
        raise LibraryError(NONE_HERE)
    return Sight(only=names)


def belonging_here(interaction: Interaction, guild: discord.Guild) -> frozenset[str]:
    """Name the collections that are for one server alone."""
    return interaction.client.services.collections.belonging_to(
        guild.id,
        channels=frozenset(one.id for one in (*guild.channels, *guild.threads)),
        roles=frozenset(role.id for role in guild.roles) - {guild.id},
    )


async def sees_in_charge(interaction: Interaction) -> Sight:
    """Return what is shown to somebody in charge: what they may read, and what they look after."""
    try:
        charge = await charge_of(interaction)
    except LibraryError:
        return sight_of(interaction)
    return ALL if charge.only is None else sight_of(interaction).with_also(charge.only)


def collections_of(interaction: Interaction, charge: Sight) -> tuple[str, ...]:
    """Name the collections that somebody may change, those without a document among them."""
    services = interaction.client.services
    there = {one.collection for one in services.pool.documents(charge)}
    mapped = filter(charge.sees, services.collections.named)
    # What follows a channel is nobody's to add to.
    names = (name for name in {*there, *mapped} - {LOOSE} if channel_of(name) is None)
    return tuple(sorted(names))


def collection_named(given: str | None, names: tuple[str, ...], charge: Sight) -> str:
    """Return the collection that a document is to be put into.

    Args:
        given: what was chosen or typed, if anything was.
        names: the collections that there are.
        charge: what whoever adds it may change.

    Raises:
        LibraryError: there is no such collection, or it isn't clear which is meant.
    """
    if given is not None:
        if given in names:
            return given
        raise LibraryError(Phrase("no-collection", name=given, listed=_listed(names)))
    if charge.sees(LOOSE):
        return LOOSE
    if len(names) == 1:
        return names[0]
    raise LibraryError(Phrase("which-collection", listed=_listed(names)))


def _listed(names: tuple[str, ...]) -> Phrase:
    if not names:
        return Phrase("there-is-no-collection")
    return Phrase("there-are-collections", names=", ".join(names))
