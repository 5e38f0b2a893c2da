"""What somebody sees of an index: narrowed before anything is looked up in it."""

from collections.abc import Sequence

from bot.app.collections.sight import Sight
from bot.app.protocols import Source
from retrieval.domain import EVERYTHING, Vote

__all__ = ["heeding", "seen_of"]


def seen_of(source: Source, sight: Sight) -> Source:
    """Return the source as far as it may be seen."""
    scope = sight.scope(source.collections())
    return source if scope == EVERYTHING else source.within(scope)


def heeding(source: Source, votes: Sequence[Vote]) -> Source:
    """Return the source as it answers where people have voted so."""
    return source.heeding(votes) if votes else source
