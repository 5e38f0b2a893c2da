"""A published build, opened: the index reader over files."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TypeVar

import numpy as np

from retrieval.arrays import BoolArray, FloatArray, IdArray, IntArray
from retrieval.domain import EVERYTHING, Block, IndexInfo, Scope
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.cache import Cache
from retrieval.store.files.bounds import check_features, check_places
from retrieval.store.files.catalogue import Catalogue
from retrieval.store.files.database import CorpusReader
from retrieval.store.files.dense import RowFilter
from retrieval.store.files.inspect import index_info, only_segment
from retrieval.store.files.lexical import LexicalIndex
from retrieval.store.files.lexical_scope import ScopedWords
from retrieval.store.files.manifest import check_files, read_manifest
from retrieval.store.files.places import PLACES, read_places
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.tables import FeatureReader
from retrieval.store.files.writer import LEXICAL
from retrieval.store.values import (
    ANSWER,
    BEFORE,
    INTRODUCED_BY,
    QUOTABLE,
    ROLE,
    SCALES,
    VALUES,
    IndexSpec,
    SentencePlace,
    Shortlist,
    StoredDocument,
    TokenVectors,
)
from retrieval.structure import Role

__all__ = ["FileIndexReader"]

_ROLES = tuple(Role)

Key = TypeVar("Key")
Value = TypeVar("Value")

_KEPT_CHARACTERS = 30_000_000
_KEPT_BLOCKS = 100_000
_KEPT_SCOPES = 64
_QUOTED = (DATABASE, PLACES)
_CHECKED_BYTES = 64 << 20
"""An index up to this size is checked whole at opening, in about 0.05 s; of a larger one, what
is quoted is, and the rest by size."""
_DEEPER = 3
"""How many times as many sentences as are wanted are taken from the nearest vectors, and from the
best by words: the best by both together are among them."""


class FileIndexReader:
    """One build; implements `retrieval.store.interface.IndexReader`."""

    def __init__(self, build: Path, *, verify: bool = False) -> None:
        """Open a build.

        Args:
            build: Its directory.
            verify: Check every byte, whatever the size.

        Raises:
            FileNotFoundError: The build is not there (any more).
            IndexDamagedError: One of its files is not what was written.
            IndexOutdatedError: It has another format.
        """
        manifest = read_manifest(build)
        segment = only_segment(build, manifest)
        whole = verify or manifest.size <= _CHECKED_BYTES
        check_files(build, manifest, contents=manifest.files if whole else _QUOTED)
        self._manifest = manifest
        self._features = FeatureReader(segment)
        self._lexical = LexicalIndex.load(segment / LEXICAL, is_empty=not manifest.sentences)
        self._database = CorpusReader(segment / DATABASE)
        try:
            self._documents = self._database.documents()
            self._catalogue = Catalogue(self._documents)
            self._places = read_places(segment / PLACES)
            rows = {len(self._places), len(self._features.vectors), self._lexical.size}
            if rows != {manifest.sentences}:
                raise IndexDamagedError(f"The files in {build} are out of step", REBUILD_INDEX)
            check_features(segment, self._features, dimension=manifest.spec.dimension)
            blocks = self._database.block_counts()
            check_places(segment, self._places, self._documents, blocks)
        except BaseException:
            self._database.close()
            raise
        self._contexts: IdArray = np.arange(len(self._places)) - self._features.per_sentence[BEFORE]
        self._block_of = _number(self._places[:, :2])
        ends = int(self._block_of[-1]) + 2 if len(self._places) else 1
        self._block_starts = np.searchsorted(self._block_of, np.arange(ends))
        self._text = Cache(self._database.text, limit=_KEPT_CHARACTERS)
        self._blocks = Cache(self._database.blocks, limit=_KEPT_BLOCKS)
        self._filters: dict[Scope, RowFilter] = {}
        self._words: dict[frozenset[str], ScopedWords] = {}
        self._lock = Lock()

    @property
    def info(self) -> IndexInfo:
        """What is known of the build without searching it."""
        return index_info(self._manifest)

    @property
    def spec(self) -> IndexSpec:
        """What decided its numbers."""
        return self._manifest.spec

    def documents(self, scope: Scope = EVERYTHING) -> tuple[StoredDocument, ...]:
        """Return the documents of a scope, sorted by path."""
        return self._catalogue.within(scope)

    def document(self, document: int) -> StoredDocument:
        """Return a document by its id."""
        return self._documents[document]

    def shortlist(
        self,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        scope: Scope,
        k: int,
    ) -> Shortlist:
        """Choose the sentences of a scope that are worth a closer look, by vectors and words."""
        rows = self._filter(scope)
        lexical = self._counted(scope).scores(terms, aliases)
        near, _ = self._features.vectors.search(vector, _DEEPER * k, within=rows)
        ids = np.union1d(near, _best(lexical, rows, _DEEPER * k))
        dense = self._features.vectors.scores(vector, ids)
        if not np.isfinite(dense).all():
            raise IndexDamagedError(
                f"The vectors of the build {self._manifest.build_id} are damaged", REBUILD_INDEX
            )
        order = np.lexsort((ids, -(dense + lexical[ids])))[: max(k, 0)]
        ids = ids[order]
        return Shortlist(
            ids=ids, dense=dense[order], lexical=lexical[ids], contexts=self._contexts[ids]
        )

    def evidence(
        self,
        ids: IdArray,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        scope: Scope = EVERYTHING,
    ) -> Shortlist:
        """Say of some sentences what `shortlist` says of those that it chooses."""
        return Shortlist(
            ids=ids,
            dense=self._features.vectors.scores(vector, ids),
            lexical=self._counted(scope).scores(terms, aliases)[ids],
            contexts=self._contexts[ids],
        )

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence."""
        distances = self._features.per_sentence.get(INTRODUCED_BY)
        if distances is None:
            return np.full((len(ids), 0), -1, np.int64)
        own = distances[ids]
        return np.where(own != 0, own + ids[:, np.newaxis], -1).astype(np.int64)

    def answers(self, ids: IdArray) -> IdArray:
        """Return what answers where each sentence is found."""
        distances = self._features.per_sentence.get(ANSWER)
        return ids if distances is None else ids + distances[ids]

    def tokens(self, ids: IdArray) -> TokenVectors:
        """Return the token vectors of sentences."""
        offsets = self._features.token_offsets
        starts, counts = offsets[ids], offsets[ids + 1] - offsets[ids]
        firsts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
        rows = np.repeat(starts - firsts[:-1], counts) + np.arange(firsts[-1])
        per_token = self._features.per_token
        return TokenVectors(
            values=per_token[VALUES][rows], scales=per_token[SCALES][rows], offsets=firsts
        )

    def places(self, ids: Sequence[int]) -> tuple[SentencePlace, ...]:
        """Say where sentences stand."""
        return tuple(map(self._place, ids))

    def within(self, document: int, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""
        rows = self._documents[document].rows
        starts, ends = self._places[rows.start : rows.stop, 2:4].T
        first = int(np.searchsorted(ends, start, side="right"))
        stop = int(np.searchsorted(starts, end, side="left"))
        return range(rows.start + first, max(rows.start + stop, rows.start + first))

    def block(self, document: int, position: int) -> Block:
        """Return a block of a document."""
        return self._blocks(document)[position]

    def text(self, document: int, start: int = 0, end: int | None = None) -> str:
        """Return a document's text, or a part of it."""
        return self._text(document)[start:end]

    def rarity(self, terms: Sequence[str], *, scope: Scope = EVERYTHING) -> FloatArray:
        """Say how rare each term is."""
        return self._counted(scope).rarity(terms)

    def close(self) -> None:
        """Close the database; what else is open goes with the last reference to it."""
        self._database.close()

    def _place(self, row: int) -> SentencePlace:
        document, block, start, end, first, last, _ = self._places[row].tolist()
        number = int(self._block_of[row])
        ids = range(int(self._block_starts[number]), int(self._block_starts[number + 1]))
        one = np.array([row], np.int64)
        answer = int(self.answers(one)[0])
        roles = self._features.per_sentence.get(ROLE)
        return SentencePlace(
            row,
            document,
            block,
            start,
            end,
            first,
            last,
            ids,
            Role.STATEMENT if roles is None else _ROLES[int(roles[row])],
            None if answer == row else answer,
            tuple(place for place in self.introductions(one)[0].tolist() if place >= 0),
        )

    def _filter(self, scope: Scope) -> RowFilter:
        """Return the rows of a scope that may be hits: remembered, for every question asks."""
        with self._lock:
            known = self._filters.get(scope)
        if known is not None:
            return known
        inside = self._rows(scope)
        quotable = inside & self._features.per_sentence[QUOTABLE]
        made = RowFilter(quotable if quotable.any() else inside)
        self._keep(self._filters, scope, made)
        return made

    def _counted(self, scope: Scope) -> LexicalIndex | ScopedWords:
        """Return the words as they are counted in the collections of a scope."""
        there = self._catalogue.collections
        names = there if scope.collections is None else scope.collections & there
        if names == there:
            return self._lexical
        with self._lock:
            known = self._words.get(names)
        if known is not None:
            return known
        made = self._lexical.within(self._rows(Scope(collections=names)))
        self._keep(self._words, names, made)
        return made

    def _rows(self, scope: Scope) -> BoolArray:
        """Mark the sentences of a scope, bool [n]."""
        inside = np.zeros(len(self._places), dtype=np.bool_)
        for document in self.documents(scope):
            inside[document.rows.start : document.rows.stop] = True
        return inside

    def _keep(self, kept: dict[Key, Value], key: Key, value: Value) -> None:
        """Remember what was made of a scope, as one of the last few."""
        with self._lock:
            while len(kept) >= _KEPT_SCOPES:
                kept.pop(next(iter(kept)))
            kept[key] = value


def _best(scores: FloatArray, rows: RowFilter, count: int) -> IdArray:
    """Return the rows with the highest scores above 0, at most ``count``, in no order."""
    known = np.flatnonzero(rows.mask & (scores > 0))
    if len(known) <= count:
        return known
    return known[np.argpartition(-scores[known], count)[:count]]


def _number(pairs: IntArray) -> IntArray:
    """Count how often a row differs from the one before it."""
    changes: BoolArray = np.any(pairs[1:] != pairs[:-1], axis=1)
    return np.concatenate([np.zeros(1, np.int32), np.cumsum(changes, dtype=np.int32)])[: len(pairs)]
