"""What a scope is in a build: prepared once, for every question asks."""

from threading import Lock
from typing import TypeVar

import numpy as np

from retrieval.arrays import BoolArray
from retrieval.domain import EVERYTHING, Scope
from retrieval.store.catalogue import Catalogue
from retrieval.store.counted_words import CountedWords
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.candidates import Wanted
from retrieval.store.postgres.words import StoredWords

__all__ = ["Scopes"]

Key = TypeVar("Key")
Value = TypeVar("Value")

_EXACT = 5_000
"""Sentences up to which all of them are looked at, which finds the nearest without fail."""
_KEPT = 64
"""Scopes, the last ones that were asked about."""


class Scopes:
    """Finds the sentences and counts the words of a scope; safe from several threads.

    Args:
        build: The build.
        words: Its words.
        hits: Which of its sentences may be found where there are others, bool [n].
    """

    def __init__(self, build: Build, words: StoredWords, hits: BoolArray) -> None:
        self.catalogue = Catalogue(build.documents)
        self._build = build
        self._stored = words
        self._hits = hits
        self._wanted: dict[Scope, tuple[Wanted, BoolArray]] = {}
        self._words: dict[frozenset[str], CountedWords] = {}
        self._lock = Lock()

    def wanted(self, scope: Scope) -> tuple[Wanted, BoolArray] | None:
        """Say which sentences a scope lets through; None: there are none at all."""
        with self._lock:
            known = self._wanted.get(scope)
        if known is not None:
            return known
        inside = self._rows(scope)
        hits = inside & self._hits
        mask = hits if hits.any() else inside
        count = int(np.count_nonzero(mask))
        if not count:
            return None
        numbers = self._build.numbers[[one.id for one in self.catalogue.within(scope)]].tolist()
        made = Wanted(
            documents=None if scope == EVERYTHING else numbers,
            is_hit=mask is hits,
            is_exact=count <= _EXACT or mask is not hits,
        )
        self._keep(self._wanted, scope, (made, mask))
        return made, mask

    def words(self, scope: Scope) -> CountedWords:
        """Return the words as they are counted in the collections of a scope."""
        there = self.catalogue.collections
        names = there if scope.collections is None else scope.collections & there
        with self._lock:
            known = self._words.get(names)
        if known is not None:
            return known
        inside = self._rows(Scope(collections=names))
        made = CountedWords([self._stored], [None if inside.all() else inside])
        self._keep(self._words, names, made)
        return made

    def _rows(self, scope: Scope) -> BoolArray:
        """Mark the sentences of a scope, bool [n]."""
        inside = np.zeros(len(self._hits), dtype=np.bool_)
        for one in self.catalogue.within(scope):
            inside[one.rows.start : one.rows.stop] = True
        return inside

    def _keep(self, kept: dict[Key, Value], key: Key, value: Value) -> None:
        """Remember what was made of a scope, as one of the last few."""
        with self._lock:
            while len(kept) >= _KEPT:
                kept.pop(next(iter(kept)))
            kept[key] = value
