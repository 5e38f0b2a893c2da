"""What a scope is in each segment: prepared once, for every question asks."""

from collections.abc import Sequence
from threading import Lock
from typing import TypeVar

import numpy as np

from retrieval.arrays import BoolArray
from retrieval.domain import Scope
from retrieval.store.catalogue import Catalogue
from retrieval.store.counted_words import CountedWords
from retrieval.store.files.dense import RowFilter
from retrieval.store.files.layout import Layout
from retrieval.store.files.segments import SegmentReader
from retrieval.store.values import QUOTABLE

__all__ = ["ScopedSegments"]

Key = TypeVar("Key")
Value = TypeVar("Value")

_KEPT = 64
"""Scopes, the last ones that were asked about."""


class ScopedSegments:
    """Finds the rows and counts the words of a scope; safe from several threads."""

    def __init__(
        self, segments: Sequence[SegmentReader], layout: Layout, catalogue: Catalogue
    ) -> None:
        self._segments = segments
        self._layout = layout
        self._catalogue = catalogue
        self._filters: dict[Scope, list[RowFilter]] = {}
        self._words: dict[frozenset[str], CountedWords] = {}
        self._lock = Lock()

    def hits(self, scope: Scope) -> list[RowFilter]:
        """Return the rows of each segment that may be hits: all, where there is no better."""
        with self._lock:
            known = self._filters.get(scope)
        if known is not None:
            return known
        inside = self._rows(scope)
        quotable = [
            mask & one.features.per_sentence[QUOTABLE]
            for one, mask in zip(self._segments, inside, strict=True)
        ]
        chosen = quotable if any(mask.any() for mask in quotable) else inside
        made = list(map(RowFilter, chosen))
        self._keep(self._filters, scope, made)
        return made

    def words(self, scope: Scope) -> CountedWords:
        """Return the words as they are counted in the collections of a scope."""
        there = self._catalogue.collections
        names = there if scope.collections is None else scope.collections & there
        with self._lock:
            known = self._words.get(names)
        if known is not None:
            return known
        inside = [None if mask.all() else mask for mask in self._rows(Scope(collections=names))]
        made = CountedWords([one.lexical for one in self._segments], inside)
        self._keep(self._words, names, made)
        return made

    def _rows(self, scope: Scope) -> list[BoolArray]:
        """Mark the sentences of a scope in each segment, bool [n]."""
        inside = [np.zeros(len(one.places), dtype=np.bool_) for one in self._segments]
        for document in self._catalogue.within(scope):
            one = self._layout.located[document.id]
            inside[one.segment][one.own.rows.start : one.own.rows.stop] = True
        return inside

    def _keep(self, kept: dict[Key, Value], key: Key, value: Value) -> None:
        """Remember what was made of a scope, as one of the last few."""
        with self._lock:
            while len(kept) >= _KEPT:
                kept.pop(next(iter(kept)))
            kept[key] = value
