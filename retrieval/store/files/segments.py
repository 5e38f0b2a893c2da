"""One segment of a published index, opened: its files, checked against each other."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from retrieval.arrays import BoolArray, IdArray, IntArray
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.bounds import check_features, check_places
from retrieval.store.files.database import CorpusReader
from retrieval.store.files.lexical import LEXICAL, LexicalIndex
from retrieval.store.files.manifest import Segment
from retrieval.store.files.places import PLACES, read_places
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureReader
from retrieval.store.values import (
    ANSWER,
    BEFORE,
    INTRODUCED_BY,
    ROLE,
    SentencePlace,
    StoredDocument,
)
from retrieval.structure import Role

__all__ = ["SegmentReader"]

_ROLES = tuple(Role)
_STATEMENT = _ROLES.index(Role.STATEMENT)
_TITLE = _ROLES.index(Role.TITLE)


class SegmentReader:
    """Everything of a segment by the ids that it has there: its rows.

    Args:
        build: The folder of the build that names it.
        segment: What the manifest says of it.
        dimension: Of its vectors.

    Raises:
        FileNotFoundError: A file is not there (any more).
        IndexDamagedError: A file is not what was written, or out of step with the others.
    """

    def __init__(self, build: Path, segment: Segment, *, dimension: int) -> None:
        folder = build / segment.folder
        self.features = FeatureReader(folder)
        self.lexical = LexicalIndex(folder / LEXICAL)
        self.database = CorpusReader(folder / DATABASE)
        try:
            self.documents = self.database.documents()
            self.places = read_places(folder / PLACES)
            rows = {len(self.places), len(self.features.vectors), self.lexical.size}
            if rows != {segment.sentences} or len(self.documents) != segment.documents:
                raise IndexDamagedError(f"The files in {folder} are out of step", REBUILD_INDEX)
            check_features(folder, self.features, dimension=dimension)
            blocks = self.database.block_counts()
            check_places(folder, self.places, self.documents, blocks)
        except BaseException:
            self.close()
            raise
        self._block_of = _block_numbers(self.places[:, :2])
        ends = int(self._block_of[-1]) + 2 if len(self.places) else 1
        self._block_starts = np.searchsorted(self._block_of, np.arange(ends))

    def contexts(self, rows: IdArray) -> IdArray:
        """Return the first sentence of the context of each, int64 [m]."""
        first: IdArray = rows - self.features.per_sentence[BEFORE][rows]
        return first

    def introductions(self, rows: IdArray) -> IdArray:
        """Return what introduces each sentence, int64 [m, w]; −1: nothing."""
        distances = self.features.per_sentence.get(INTRODUCED_BY)
        if distances is None:
            return np.full((len(rows), 0), -1, np.int64)
        own = distances[rows]
        return np.where(own != 0, own + rows[:, np.newaxis], -1).astype(np.int64)

    def titles(self, rows: IdArray) -> BoolArray:
        """Tell of some sentences which of them are titles, bool [m]."""
        roles = self.features.per_sentence.get(ROLE)
        return np.zeros(len(rows), np.bool_) if roles is None else roles[rows] == _TITLE

    def answers(self, rows: IdArray) -> IdArray:
        """Return what answers where each sentence is found, int64 [m]."""
        distances = self.features.per_sentence.get(ANSWER)
        return rows if distances is None else rows + distances[rows]

    def within(self, own: StoredDocument, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""
        starts, ends = self.places[own.rows.start : own.rows.stop, 2:4].T
        first = int(np.searchsorted(ends, start, side="right"))
        stop = int(np.searchsorted(starts, end, side="left"))
        return range(own.rows.start + first, max(own.rows.start + stop, own.rows.start + first))

    def sentences(
        self, rows: IdArray, *, documents: IdArray, shifts: IdArray
    ) -> Iterator[SentencePlace]:
        """Say where sentences stand, in the ids of the index.

        Args:
            rows: The sentences, int64 [m].
            documents: The ids of their documents there, int64 [m].
            shifts: By how much each row is above its id, int64 [m].
        """
        numbers = self._block_of[rows]
        roles = self.features.per_sentence.get(ROLE)
        introduced = self.introductions(rows)
        moved = np.where(introduced >= 0, introduced - shifts[:, np.newaxis], -1)
        for id_, (
            _,
            block,
            start,
            end,
            line,
            last,
            _,
        ), document, first, stop, role, answer, before in zip(
            (rows - shifts).tolist(),
            self.places[rows].tolist(),
            documents.tolist(),
            (self._block_starts[numbers] - shifts).tolist(),
            (self._block_starts[numbers + 1] - shifts).tolist(),
            [_STATEMENT] * len(rows) if roles is None else roles[rows].tolist(),
            (self.answers(rows) - shifts).tolist(),
            moved.tolist(),
            strict=True,
        ):
            yield SentencePlace(
                id_,
                document,
                block,
                start,
                end,
                line,
                last,
                range(first, stop),
                _ROLES[role],
                None if answer == id_ else answer,
                tuple(other for other in before if other >= 0),
            )

    def close(self) -> None:
        """Close the database; what else is open goes with the last reference to it."""
        self.database.close()


def _block_numbers(pairs: IntArray) -> IntArray:
    """Count how often a row differs from the one before it."""
    changes: BoolArray = np.any(pairs[1:] != pairs[:-1], axis=1)
    counts = [np.zeros(1, np.int32), np.cumsum(changes, dtype=np.int32)]
    return np.concatenate(counts)[: len(pairs)]
