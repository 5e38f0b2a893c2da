"""What somebody sees of an index: narrowed before anything is looked up in it."""

from bot.app.collections.sight import ALL, Sight
from bot.app.protocols import Source

__all__ = ["seen_of"]


def seen_of(source: Source, sight: Sight) -> Source:
    """Return the source as far as it may be seen."""
    return source if sight == ALL else source.within(sight.scope(source.collections()))
