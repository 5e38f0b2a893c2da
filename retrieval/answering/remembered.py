"""Where the sentences of an index stand and what they say, remembered from question to question.

People ask about the same sentences, and a question looks at some hundred of them: what a store has
said of one is true for as long as the index is open.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from retrieval.answering.titles import Titles
from retrieval.domain import Block
from retrieval.store.interface import IndexReader
from retrieval.store.values import SentencePlace

__all__ = ["Called", "Remembered"]

_MOST = 20_000
"""Sentences; some kilobytes for ten of them."""

T = TypeVar("T")


class Called(NamedTuple):
    """What a sentence is called, and what it is put under."""

    name: str
    """As it is written; empty: nothing."""
    own: frozenset[str]
    """The telling stems of its name."""
    label: frozenset[str]
    """Those of the short line that it is put under, if one is."""
    above: frozenset[str]
    """Those of what introduces it last, whatever that is."""


class Remembered:
    """What is known of the sentences of one open index; safe to use from several threads."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self.places: _Latest[SentencePlace] = _Latest()
        self.texts: _Latest[str] = _Latest()
        self.blocks: _Latest[Block] = _Latest()
        self.names: _Latest[Called] = _Latest()

    @cached_property
    def titles(self) -> Titles:
        """The titles of all documents, read when they are first asked for."""
        return Titles(self._reader.documents())

    def look_up(self, ids: Sequence[int]) -> dict[int, SentencePlace]:
        """Say where some sentences stand, asking the store once for those that aren't known."""
        found: dict[int, SentencePlace] = {}
        missing: list[int] = []
        for row in ids:
            known = self.places.get(row) or self.places.recall(row)
            if known is None:
                missing.append(row)
            else:
                found[row] = known
        for place in self._reader.places(missing) if missing else ():
            found[place.id] = place
            self.places.keep(place.id, place)
        return found


class _Latest(dict[int, T]):
    """Two generations of a dictionary: when the newer one is full, the older one is forgotten.

    The newer one is this dictionary itself, whose own `get` a question calls some hundred times;
    what that doesn't find, `recall` may. Nothing is moved or locked for a value that is known,
    unlike in an LRU cache: a thread that looks while another forgets misses at worst.
    """

    def __init__(self) -> None:
        super().__init__()
        self._old: dict[int, T] = {}

    def recall(self, key: int) -> T | None:
        """Return what was known before the newer generation; None: nothing any more."""
        known = self._old.get(key)
        if known is not None:
            self.keep(key, known)
        return known

    def keep(self, key: int, value: T) -> None:
        """Remember a value."""
        if len(self) >= _MOST // 2:
            self._old = self.copy()
            self.clear()
        self[key] = value
