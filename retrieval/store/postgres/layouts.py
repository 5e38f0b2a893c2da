"""Where the sentences of a build stand: loaded some documents at a time, and kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from threading import Lock

import numpy as np

from retrieval.arrays import AnyArray, IdArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.connections import Connections
from retrieval.store.postgres.content import Layout, layout_from
from retrieval.store.postgres.errors import gone
from retrieval.store.values import ANSWER, BEFORE, INTRODUCED_BY, ROLE, SentencePlace
from retrieval.structure import Role

__all__ = ["Layouts"]

_ROLES = tuple(Role)
_KEPT = 300_000
"""Sentences whose places are kept: some 30 MB."""


class Layouts:
    """Answers for sentences by their ids, from any thread; a miss loads all documents it needs.

    Args:
        build: The build.
        connections: To its server.
        take_blocks: Given the stored blocks of each document that is loaded: what is chosen in it
            is shown with its headings, and they would take a round trip each.
    """

    def __init__(
        self,
        build: Build,
        connections: Connections,
        take_blocks: Callable[[int, bytes], None],
    ) -> None:
        self._take_blocks = take_blocks
        self._build = build
        self._connections = connections
        self._kept: OrderedDict[int, Layout] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def contexts(self, ids: IdArray) -> IdArray:
        """Return the first sentence of the context of each, int64 [m]."""
        return ids - self._column(BEFORE, ids)

    def answers(self, ids: IdArray) -> IdArray:
        """Return what answers where each sentence is found, int64 [m]."""
        return ids + self._column(ANSWER, ids)

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence, int64 [m, w]: ids, −1 for none."""
        rows = [layout.per_sentence.get(INTRODUCED_BY) for layout, _ in self._of(ids)]
        width = max((row.shape[1] for row in rows if row is not None), default=0)
        found = np.zeros((len(ids), width), np.int64)
        for at, (layout, place) in enumerate(self._of(ids)):
            own = layout.per_sentence.get(INTRODUCED_BY)
            if own is not None:
                found[at, : own.shape[1]] = own[place]
        return np.where(found != 0, found + ids[:, np.newaxis], -1)

    def titles(self, ids: IdArray) -> IdArray:
        """Return the title that each sentence's document begins with, int64 [m]; −1 for none."""
        found = [
            row - place if _begins_with_title(layout) else -1
            for row, (layout, place) in zip(ids.tolist(), self._of(ids), strict=True)
        ]
        return np.array(found, dtype=np.int64)

    def places(self, ids: Sequence[int]) -> tuple[SentencePlace, ...]:
        """Say where sentences stand, in the order of ``ids``."""
        rows = np.array(ids, dtype=np.int64)
        owners = self._build.owners(rows).tolist()
        return tuple(
            self._place(row, owner, layout, place)
            for row, owner, (layout, place) in zip(ids, owners, self._of(rows), strict=True)
        )

    def within(self, document: int, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""
        rows = self._build.documents[document].rows
        _, starts, ends, _, _ = self._layouts([document])[document].places.T
        first = int(np.searchsorted(ends, start, side="right"))
        stop = int(np.searchsorted(starts, end, side="left"))
        return range(rows.start + first, rows.start + max(first, stop))

    def _place(self, row: int, owner: int, layout: Layout, place: int) -> SentencePlace:
        block, start, end, first_line, last_line = layout.places[place].tolist()
        blocks = layout.places[:, 0]
        first = self._build.documents[owner].rows.start
        begin, stop = np.searchsorted(blocks, [block, block + 1]).tolist()
        named = layout.per_sentence
        answer = int(named[ANSWER][place]) if ANSWER in named else 0
        before = named[INTRODUCED_BY][place].tolist() if INTRODUCED_BY in named else ()
        return SentencePlace(
            row,
            owner,
            block,
            start,
            end,
            first_line,
            last_line,
            range(first + begin, first + stop),
            _ROLES[int(named[ROLE][place])] if ROLE in named else Role.STATEMENT,
            row + answer if answer else None,
            tuple(row + distance for distance in before if distance),
        )

    def _column(self, name: str, ids: IdArray) -> IdArray:
        values = [
            int(layout.per_sentence[name][place]) if name in layout.per_sentence else 0
            for layout, place in self._of(ids)
        ]
        return np.array(values, dtype=np.int64)

    def _of(self, ids: IdArray) -> Iterator[tuple[Layout, int]]:
        """Yield the layout of each sentence's document, and its place there."""
        owners = self._build.owners(ids).tolist()
        known = self._layouts(sorted(set(owners)))
        for row, owner in zip(ids.tolist(), owners, strict=True):
            yield known[owner], row - self._build.documents[owner].rows.start

    def _layouts(self, documents: Sequence[int]) -> dict[int, Layout]:
        with self._lock:
            known = {one: self._kept[one] for one in documents if one in self._kept}
            for one in known:
                self._kept.move_to_end(one)
        missing = [one for one in documents if one not in known]
        if missing:
            known |= self._load(missing)
        return known

    def _load(self, documents: Sequence[int]) -> dict[int, Layout]:
        numbers = self._build.numbers[list(documents)].tolist()
        rows = {
            number: (layout, blocks)
            for number, layout, blocks in self._connections.fetch(
                "SELECT id, layout, blocks FROM documents WHERE id = ANY(%(ids)s)",
                {"ids": numbers},
            )
        }
        if len(rows) < len(numbers):
            raise gone(self._build.server)
        made = {
            document: self._checked(document, bytes(rows[number][0]))
            for document, number in zip(documents, numbers, strict=True)
        }
        for document, number in zip(documents, numbers, strict=True):
            self._take_blocks(document, bytes(rows[number][1]))
        with self._lock:
            for document, layout in made.items():
                if document not in self._kept:
                    self._kept[document] = layout
                    self._size += len(layout.places)
            while self._size > _KEPT and len(self._kept) > len(made):
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest.places)
        return made

    def _checked(self, document: int, stored: bytes) -> Layout:
        stands = self._build.documents[document]
        try:
            layout = layout_from(stored)
        except ValueError:
            layout = None
        if layout is None or not _is_sound(layout, len(stands.rows)):
            raise IndexDamagedError(
                f"What the index in {self._build.server} says of {stands.path} is damaged",
                REBUILD_INDEX,
            )
        return layout


def _begins_with_title(layout: Layout) -> bool:
    roles = layout.per_sentence.get(ROLE)
    return roles is not None and _ROLES[int(roles[0])] is Role.TITLE


def _is_sound(layout: Layout, n: int) -> bool:
    """Tell whether every array has a row a sentence, and leads to no other document."""
    arrays: list[AnyArray] = [layout.places, layout.token_counts, *layout.per_sentence.values()]
    if any(len(rows) != n for rows in arrays):
        return False
    for name, sign in ((BEFORE, -1), (ANSWER, 1), (INTRODUCED_BY, 1)):
        distances = layout.per_sentence.get(name)
        if distances is not None and n:
            own = np.arange(n).reshape(n, *[1] * (distances.ndim - 1))
            led = own + sign * distances.astype(np.int64)
            if led.min() < 0 or led.max() >= n:
                return False
    return True
