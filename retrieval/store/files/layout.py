"""Which row of which segment a sentence is: an index of many segments has the ids of one.

The documents that are alive are numbered in the order of their paths, whatever segment they lie in,
and their sentences after each other. So the ids of an index depend on its documents alone, and not
on the changes that led to them.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from retrieval.arrays import IdArray
from retrieval.store.values import StoredDocument

__all__ = ["Layout", "Located"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A document of an index, and the segment that holds it."""

    document: StoredDocument
    """With the ids of the index."""
    segment: int
    """Position of its segment."""
    own: StoredDocument
    """With the ids of the segment."""


class Layout:
    """Leads from the ids of an index to the rows of its segments, and back.

    Args:
        segments: The documents of each segment, in the order of their ids there.
        deleted: Ids of those documents of each segment that are not in the index.

    Raises:
        ValueError: Two documents have the same path.
    """

    def __init__(
        self,
        segments: Sequence[Sequence[StoredDocument]],
        deleted: Sequence[Collection[int]],
    ) -> None:
        alive = [
            (own.path, number, own)
            for number, documents in enumerate(segments)
            for own in documents
            if own.id not in deleted[number]
        ]
        alive.sort(key=lambda one: one[0])
        if any(one[0] == other[0] for one, other in pairwise(alive)):
            raise ValueError("a document is in the index twice")
        self.located: list[Located] = []
        """All documents of the index, in the order of their ids there."""
        first = 0
        for number, (_, segment, own) in enumerate(alive):
            rows = range(first, first + own.size)
            document = own
            # By its start: all empty ranges are equal.
            if (own.id, own.rows.start) != (number, first):
                document = replace(own, id=number, rows=rows)
            self.located.append(Located(document=document, segment=segment, own=own))
            first = rows.stop
        self.sentences = first
        """How many there are in the index."""
        self._first = np.array([one.document.rows.start for one in self.located], np.int64)
        self._segment = np.array([one.segment for one in self.located], np.int64)
        self._shift = np.array(
            [one.own.rows.start - one.document.rows.start for one in self.located], np.int64
        )
        self._is_plain = len(segments) == 1 and not self._shift.any()
        """There is one segment, and all of it is alive: ids are its rows."""
        # Of each segment: where its documents begin there, and what leads back from them.
        self._back = [self._shifts(number, documents) for number, documents in enumerate(segments)]

    @property
    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents of the index, sorted by path."""
        return tuple(one.document for one in self.located)

    def owners(self, ids: IdArray) -> IdArray:
        """Return the document of each sentence, by its id in the index, int64 [m]."""
        found: IdArray = self._first.searchsorted(ids, side="right") - 1
        return found

    def firsts(self, ids: IdArray) -> IdArray:
        """Return the first sentence of the document of each sentence, int64 [m]."""
        found: IdArray = self._first[self.owners(ids)]
        return found

    def locate(self, ids: IdArray) -> Iterator[tuple[int, IdArray, IdArray]]:
        """Say where sentences are.

        Args:
            ids: int64 [m].

        Yields:
            For each segment that has some of them: its position, which of ``ids`` these are, and
            their rows there, both int64 [p].
        """
        if self._is_plain:
            if len(ids):
                yield 0, np.arange(len(ids)), ids
            return
        owner = self.owners(ids)
        segments, rows = self._segment[owner], ids + self._shift[owner]
        for segment in sorted(set(segments.tolist())):
            own = np.flatnonzero(segments == segment)
            yield segment, own, rows[own]

    def ids(self, segment: int, rows: IdArray) -> IdArray:
        """Return the ids of some rows of a segment, int64 [m], whose documents are alive."""
        if self._is_plain:
            return rows
        first, shift = self._back[segment]
        found: IdArray = rows - shift[np.searchsorted(first, rows, side="right") - 1]
        return found

    def _shifts(self, segment: int, documents: Sequence[StoredDocument]) -> tuple[IdArray, IdArray]:
        first = np.array([one.rows.start for one in documents], np.int64)
        shift = np.zeros(len(documents), np.int64)
        for place in np.flatnonzero(self._segment == segment).tolist():
            shift[self.located[place].own.id] = self._shift[place]
        return first, shift
