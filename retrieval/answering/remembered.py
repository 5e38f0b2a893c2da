"""Where the sentences of an index stand and what they say, remembered from question to question.

People ask about the same sentences, and a question looks at some hundred of them: what a store has
said of one is true for as long as the index is open.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from retrieval.answering.titles import Titles
from retrieval.domain import Block
from retrieval.store.interface import IndexReader
from retrieval.store.values import SentencePlace
from retrieval.text.mending import mended, omitted_within

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
        self.places: _Latest[SentencePlace] = _Latest(self._place)
        self.texts: _Latest[str] = _Latest(self._text)
        """The words of each sentence, as they are read and not as they are set."""
        self.blocks: _Latest[Block] = _Latest(self._block)
        """The block that each stands in."""
        self.names: _Latest[Called] = _Latest()
        """What each is called, for whoever finds that out to keep."""

    @cached_property
    def titles(self) -> Titles:
        """The titles of all documents, read when they are first asked for."""
        return Titles(self._reader.documents())

    def look_up(self, ids: Sequence[int]) -> None:
        """Find where some sentences stand, asking the store once for those that aren't known."""
        places = self.places
        missing = [row for row in ids if row not in places and places.recall(row) is None]
        for place in self._reader.places(missing) if missing else ():
            places.keep(place.id, place)

    def _place(self, row: int) -> SentencePlace:
        (found,) = self._reader.places([row])
        return found

    def _block(self, row: int) -> Block:
        at = self.places[row]
        return self._reader.block(at.document, at.block)

    def _text(self, row: int) -> str:
        at = self.places[row]
        words = self._reader.text(at.document, at.start, at.end)
        return mended(words, omitted_within(self.blocks[row].omitted, at.start, at.end))


class _Latest(dict[int, T]):
    """Two generations of a dictionary: when the newer one is full, the older one is forgotten.

    The newer one is this dictionary itself, where a question looks up some hundred values; what
    isn't there, the older one may have, or ``find`` finds out. Nothing is moved or locked for a
    value that is known, unlike in an LRU cache: a thread that looks while another forgets misses
    at worst.
    """

    def __init__(self, find: Callable[[int], T] | None = None) -> None:
        super().__init__()
        self._find = find
        self._old: dict[int, T] = {}

    def __missing__(self, key: int) -> T:
        known = self.recall(key)
        if known is None:
            if self._find is None:
                raise KeyError(key)
            known = self._find(key)
            self.keep(key, known)
        return known

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
