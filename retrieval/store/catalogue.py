"""The documents of an index by collection and by path, so that a scope costs what it holds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from retrieval.domain import Scope
from retrieval.store.values import StoredDocument

__all__ = ["Catalogue"]


class Catalogue:
    """Finds the documents of a scope without looking at the others.

    Args:
        documents: All of an index, sorted by path.
    """

    def __init__(self, documents: Sequence[StoredDocument]) -> None:
        self._all = tuple(documents)
        self._by_path = {one.path: one for one in self._all}
        self._by_collection: dict[str, list[StoredDocument]] = defaultdict(list)
        for one in self._all:
            self._by_collection[one.collection].append(one)
        self.collections = frozenset(self._by_collection)
        """The names of the collections that there are."""

    def within(self, scope: Scope) -> tuple[StoredDocument, ...]:
        """Return the documents of a scope, sorted by path."""
        if scope.documents is not None:
            found = (self._by_path.get(path) for path in scope.documents)
            there = (one for one in found if one is not None)
            return _sorted(one for one in there if scope.holds(one.path, one.collection))
        if scope.collections is None or scope.collections >= self.collections:
            return self._all
        return _sorted(
            one for name in scope.collections for one in self._by_collection.get(name, ())
        )


def _sorted(documents: Iterable[StoredDocument]) -> tuple[StoredDocument, ...]:
    return tuple(sorted(documents, key=lambda one: one.path))
