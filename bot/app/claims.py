"""What somebody is at work on, so that nobody else begins with it meanwhile."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

__all__ = ["Claims"]


class Claims:
    """Things that are worked on, by their ids."""

    def __init__(self) -> None:
        self._held: set[str] = set()

    @contextmanager
    def hold(self, ids: Collection[str]) -> Iterator[bool]:
        """Hold things while the block runs; says whether nobody else holds one of them."""
        if not self._held.isdisjoint(ids):
            yield False
            return
        self._held.update(ids)
        try:
            yield True
        finally:
            self._held.difference_update(ids)
