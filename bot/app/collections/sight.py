"""Which collections somebody may see, as a value that every question carries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.app.collections.of_channels import channel_of
from retrieval.collection import collection_of
from retrieval.domain import EVERYTHING, Answer, DocumentInfo, Passage, Scope

__all__ = ["ALL", "Sight"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody may see, for collections that there are and for those that are to come."""

    hidden: frozenset[str] = frozenset()
    """Names of collections that they may not see."""
    only: frozenset[str] | None = None
    """Names of the only ones they may; None: all that are not hidden."""
    channels: frozenset[str] | None = None
    """Of the collections that are channels, the names of those they may, whatever else is said of
    others; None: they are like others."""
    follows: bool = False
    """Whether there may be channels among the documents at all."""

    @property
    def unrestricted(self) -> bool:
        """Whether nothing is kept from them, by the owner's settings; whatever there is."""
        return not self.hidden and self.only is None and not self.follows

    def sees(self, collection: str) -> bool:
        """Whether a collection may be seen."""
        if self.channels is not None and channel_of(collection) is not None:
            return collection in self.channels
        return collection not in self.hidden and (self.only is None or collection in self.only)

    def sees_path(self, path: str) -> bool:
        """Whether the document of this path may be seen."""
        return self.sees(collection_of(path))

    def sees_answer(self, answer: Answer) -> bool:
        """Whether all that an answer quotes, names as saying the same, or is pinned by is seen."""
        return all(
            self.sees_path(path)
            for passage in (*answer.passages, *answer.more)
            for path in _named(passage)
        )

    def with_also(self, collections: frozenset[str]) -> "Sight":
        """Return what sees some collections besides."""
        return Sight(
            hidden=self.hidden - collections,
            only=None if self.only is None else self.only | collections,
            channels=None if self.channels is None else self.channels | collections,
            follows=self.follows,
        )

    def of(self, documents: Iterable[DocumentInfo]) -> tuple[DocumentInfo, ...]:
        """Return those documents that may be seen."""
        return tuple(one for one in documents if self.sees(one.collection))

    def scope(self, collections: Iterable[str]) -> Scope:
        """Return what may be seen of an index that has these collections and no others."""
        there = frozenset(collections)
        seen = frozenset(filter(self.sees, there))
        return EVERYTHING if seen == there else Scope(collections=seen)


def _named(passage: Passage) -> Iterator[str]:
    """Yield the paths of all documents that a passage tells of."""
    yield passage.citation.path
    for other in passage.also_in:
        yield other.path
    if passage.pinned is not None:
        yield passage.pinned.path


ALL = Sight()
"""Everything: for whoever runs Verbatim, in the terminal."""
