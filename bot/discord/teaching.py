"""Where answers go that people teach: what is for one server alone, or what the owner says."""

import asyncio
from functools import partial

import structlog

from bot.app.collections.sight import ALL, Sight
from bot.discord.charge import NONE_HERE, belonging_here, collection_named, collections_of
from bot.discord.interaction import Interaction
from bot.discord.permissions import administers, moderates
from bot.discord.sight import sight_of
from bot.errors import LibraryError
from bot.localisation.words import Phrase

__all__ = ["Places", "keep_answer", "places_for"]

NOT_A_MODERATOR = Phrase("not-a-moderator")

log = structlog.get_logger(__name__)


class Places:
    """The collections that somebody may put an answer into.

    Args:
        charge: all that they may change.
        names: the collections there are of it.
        here: those of them that are for the server alone where they act.
    """

    def __init__(self, charge: Sight, names: tuple[str, ...], here: frozenset[str]) -> None:
        self._charge = charge
        self._names = names
        # What is said in one server is not for another, so also the owner's goes there first.
        own = [name for name in names if name in here]
        self.likeliest = own[0] if own else ""
        """The one to begin with; empty: what lies in no collection."""

    @property
    def several(self) -> bool:
        """Whether it has to be said which is meant."""
        return len(self._names) > 1 or (self._charge == ALL and bool(self._names))

    def chosen(self, given: str) -> str:
        """Return the collection that was typed; the only one, or for the owner none, if empty.

        Raises:
            LibraryError: There is no such collection, or it isn't clear which is meant.
        """
        return collection_named(given or None, self._names, self._charge)


async def places_for(interaction: Interaction) -> Places:
    """Say where somebody may put answers.

    Moderators may add to those collections of their server that they may read themselves;
    administrators to all that are for their server alone, and the owner to everything.

    Raises:
        LibraryError: They may nowhere.
    """
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    here = frozenset() if guild is None else belonging_here(interaction, guild)
    if await interaction.client.is_owner(interaction.user):
        return Places(ALL, collections_of(interaction, ALL), here)
    if guild is None or not moderates(interaction):
        raise LibraryError(NOT_A_MODERATOR)
    if not administers(interaction):
        here = frozenset(filter(sight_of(interaction).sees, here))
    if not here:
        raise LibraryError(NONE_HERE)
    charge = Sight(only=here)
    return Places(charge, collections_of(interaction, charge), here)


async def keep_answer(interaction: Interaction, name: str, content: bytes, folder: str) -> str:
    """Put an answer where the documents are; returns its path.

    Raises:
        LibraryError: The folder can't be written.
    """
    library = interaction.client.services.document_library
    path = await asyncio.to_thread(partial(library.add, name, content, collection=folder))
    log.info("answer saved", path=path, user=interaction.user.id, server=interaction.guild_id)
    return path
