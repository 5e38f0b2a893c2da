"""A published build, opened: the index reader over files, one for all of its segments."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from threading import Lock

import numpy as np

from retrieval.arrays import FloatArray, IdArray, distinct
from retrieval.domain import EVERYTHING, Block, IndexInfo, Scope
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.cache import Cache
from retrieval.store.catalogue import Catalogue
from retrieval.store.counted_words import AskedWords
from retrieval.store.files.candidates import best_by_words, may_be_best, nearest
from retrieval.store.files.inspect import index_info, layout_of
from retrieval.store.files.manifest import check_files, read_manifest
from retrieval.store.files.places import PLACES
from retrieval.store.files.schema import DATABASE
from retrieval.store.files.scopes import ScopedSegments
from retrieval.store.files.segments import SegmentReader
from retrieval.store.values import (
    NO_VARIANTS,
    SCALES,
    VALUES,
    IndexSpec,
    SentencePlace,
    Shortlist,
    StoredDocument,
    TokenVectors,
    languages_of,
)

__all__ = ["FileIndexReader"]

_KEPT_CHARACTERS = 30_000_000
_KEPT_BLOCKS = 100_000
_QUOTED = (DATABASE, PLACES)
_CHECKED_BYTES = 64 << 20
"""An index up to this size is checked whole at opening, in about 0.05 s; of a larger one, what
is quoted is, and the rest by size."""
_DEEPER = 3
"""How many times as many sentences as are wanted are taken from the nearest vectors, and from the
best by words: the best by both together are among them."""
_PREPARED = 32
"""What is prepared at once, the last of it: as many questions as are asked at a time."""

_ByWords = tuple[AskedWords, tuple[IdArray, FloatArray, float]]
"""The words of a question, and what `best_by_words` finds by them."""


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
        whole = verify or manifest.size <= _CHECKED_BYTES
        quoted = [name for name in manifest.files if PurePosixPath(name).name in _QUOTED]
        check_files(build, manifest, contents=manifest.files if whole else quoted)
        self._manifest = manifest
        self._segments: list[SegmentReader] = []
        try:
            for segment in manifest.segments:
                opened = SegmentReader(build, segment, dimension=manifest.spec.dimension)
                self._segments.append(opened)
            self._layout = layout_of(build, manifest, [one.documents for one in self._segments])
            # A segment without sentences has no tokens whose width there could be.
            full = [one.features.per_token[VALUES] for one in self._segments if len(one.places)]
            widths = {values.shape[1] for values in full}
            if len(widths) > 1:
                raise IndexDamagedError(f"The segments of {build} don't fit", REBUILD_INDEX)
            self._token_width = next(iter(widths), 1)
        except BaseException:
            self.close()
            raise
        self._documents = self._layout.documents
        self._catalogue = Catalogue(self._documents)
        self.languages = languages_of(self._documents)
        self._text = Cache(self._read_text, limit=_KEPT_CHARACTERS)
        self._blocks = Cache(self._read_blocks, limit=_KEPT_BLOCKS)
        sizes = [len(one.places) for one in self._segments]
        self._firsts = np.cumsum([0, *sizes], dtype=np.int64)
        self._prepared: OrderedDict[_Asked, _ByWords] = OrderedDict()
        self._preparing = Lock()
        self._scopes = ScopedSegments(self._segments, self._layout, self._catalogue)

    @cached_property
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
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> Shortlist:
        """Choose the sentences of a scope that are worth a closer look, by vectors and words."""
        filters = self._scopes.hits(scope)
        lexical, (said, shares, least) = self._by_words(
            _Asked.of(terms, aliases, variants, scope, k)
        )
        near, similarities, farthest = nearest(
            self._segments, self._layout, filters, vector, _DEEPER * k
        )
        ids = distinct(np.concatenate([near, said]))
        dense, words = _at(ids, near, similarities), _at(ids, said, shares)
        kept = may_be_best(dense, words, k, farthest=farthest, least=least)
        ids, dense, words = ids[kept], dense[kept], words[kept]
        missing = np.isnan(dense)
        dense[missing] = self._similarities(ids[missing], vector)
        if not np.isfinite(dense).all():
            raise IndexDamagedError(
                f"The vectors of the build {self._manifest.build_id} are damaged", REBUILD_INDEX
            )
        missing = np.isnan(words)
        words[missing] = self._shares(ids[missing], lexical)
        order = np.lexsort((ids, -(dense + words)))[: max(k, 0)]
        return self._described(ids[order], dense[order], words[order])

    def prepare(
        self,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> None:
        """Look up what is best by words."""
        asked = _Asked.of(terms, aliases, variants, scope, k)
        found = self._by_words(asked)
        with self._preparing:
            while len(self._prepared) >= _PREPARED:
                self._prepared.popitem(last=False)
            self._prepared[asked] = found

    def evidence(
        self,
        ids: IdArray,
        vector: FloatArray,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope = EVERYTHING,
    ) -> Shortlist:
        """Say of some sentences what `shortlist` says of those that it chooses."""
        lexical = self._scopes.words(scope).ask(terms, aliases, variants)
        return self._described(ids, self._similarities(ids, vector), self._shares(ids, lexical))

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence."""
        parts = [
            (own, one.introductions(rows), ids[own] - rows) for one, own, rows in self._located(ids)
        ]
        if len(parts) == 1:
            _, found, shift = parts[0]
            return np.where(found >= 0, found + shift[:, np.newaxis], -1)
        width = max((found.shape[1] for _, found, _ in parts), default=0)
        introductions = np.full((len(ids), width), -1, np.int64)
        for own, found, shift in parts:
            moved = np.where(found >= 0, found + shift[:, np.newaxis], -1)
            introductions[own, : found.shape[1]] = moved
        return introductions

    def titles(self, ids: IdArray) -> IdArray:
        """Return the title that each sentence's document begins with."""
        firsts = self._layout.firsts(ids)
        begins = distinct(firsts)
        is_title = np.zeros(len(begins), np.bool_)
        for one, own, rows in self._located(begins):
            is_title[own] = one.titles(rows)
        return np.where(is_title[begins.searchsorted(firsts)], firsts, -1)

    def answers(self, ids: IdArray) -> IdArray:
        """Return what answers where each sentence is found."""
        answers = np.empty(len(ids), np.int64)
        for one, own, rows in self._located(ids):
            answers[own] = one.answers(rows) + ids[own] - rows
        return answers

    def tokens(self, ids: IdArray) -> TokenVectors:
        """Return the token vectors of sentences."""
        parts = list(self._located(ids))
        if len(parts) == 1:
            one, _, rows = parts[0]
            places = one.features.token_places(rows)
            read = one.features.tokens_at(places)
            return TokenVectors(
                values=read[VALUES], scales=read[SCALES], offsets=_offsets(places.counts)
            )
        counts = np.zeros(len(ids), np.int64)
        for one, own, rows in parts:
            counts[own] = one.features.token_places(rows).counts
        firsts = _offsets(counts)
        values = np.empty((int(firsts[-1]), self._token_width), np.uint16)
        scales = np.empty(len(values), np.float16)
        for one, own, rows in parts:
            read = one.features.tokens_at(one.features.token_places(rows))
            within = np.arange(counts[own].sum()) - np.repeat(
                np.cumsum(counts[own]) - counts[own], counts[own]
            )
            target = np.repeat(firsts[own], counts[own]) + within
            values[target], scales[target] = read[VALUES], read[SCALES]
        return TokenVectors(values=values, scales=scales, offsets=firsts)

    def places(self, ids: Sequence[int]) -> tuple[SentencePlace, ...]:
        """Say where sentences stand."""
        found: list[SentencePlace | None] = [None] * len(ids)
        wanted = np.asarray(ids, np.int64)
        documents = self._layout.owners(wanted)
        for one, own, rows in self._located(wanted):
            places = one.sentences(rows, documents=documents[own], shifts=rows - wanted[own])
            for place, sentence in zip(own.tolist(), places, strict=True):
                found[place] = sentence
        return tuple(place for place in found if place is not None)

    def within(self, document: int, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""
        one = self._layout.located[document]
        rows = self._segments[one.segment].within(one.own, start, end)
        shift = one.own.rows.start - one.document.rows.start
        return range(rows.start - shift, rows.stop - shift)

    def block(self, document: int, position: int) -> Block:
        """Return a block of a document."""
        return self._blocks(document)[position]

    def text(self, document: int, start: int = 0, end: int | None = None) -> str:
        """Return a document's text, or a part of it."""
        return self._text(document)[start:end]

    def rarity(
        self,
        terms: Sequence[str],
        *,
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope = EVERYTHING,
    ) -> FloatArray:
        """Say how rare each term is."""
        return self._scopes.words(scope).rarity(terms, variants)

    def close(self) -> None:
        """Close the databases; what else is open goes with the last reference to it."""
        for one in self._segments:
            one.close()

    def _located(self, ids: IdArray) -> Iterator[tuple[SegmentReader, IdArray, IdArray]]:
        """Say in which segments sentences are: which of ``ids``, and their rows there."""
        for segment, own, rows in self._layout.locate(ids):
            yield self._segments[segment], own, rows

    def _by_words(self, asked: "_Asked") -> _ByWords:
        """Return the words of a question, and the sentences that are best by them."""
        with self._preparing:
            known = self._prepared.pop(asked, None)
        if known is not None:
            return known
        lexical = self._scopes.words(asked.scope).ask(
            asked.terms, asked.aliases, dict(asked.variants)
        )
        filters, deep = self._scopes.hits(asked.scope), _DEEPER * asked.k
        return lexical, best_by_words(self._layout, filters, self._firsts, lexical, deep)

    def _similarities(self, ids: IdArray, vector: FloatArray) -> FloatArray:
        found = np.empty(len(ids), np.float32)
        for one, own, rows in self._located(ids):
            found[own] = one.features.vectors.scores(vector, rows)
        return found

    def _shares(self, ids: IdArray, lexical: AskedWords) -> FloatArray:
        texts = np.empty(len(ids), np.int64)
        for segment, own, rows in self._layout.locate(ids):
            texts[own] = rows + self._firsts[segment]
        return lexical.scores(texts)

    def _described(self, ids: IdArray, dense: FloatArray, lexical: FloatArray) -> Shortlist:
        contexts = np.empty(len(ids), np.int64)
        for one, own, rows in self._located(ids):
            contexts[own] = one.contexts(rows) + ids[own] - rows
        return Shortlist(ids=ids, dense=dense, lexical=lexical, contexts=contexts)

    def _read_text(self, document: int) -> str:
        one = self._layout.located[document]
        return self._segments[one.segment].database.text(one.own.id)

    def _read_blocks(self, document: int) -> tuple[Block, ...]:
        one = self._layout.located[document]
        return self._segments[one.segment].database.blocks(one.own.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is looked for by words, as a key."""

    terms: tuple[str, ...]
    aliases: tuple[str, ...]
    variants: tuple[tuple[str, tuple[str, ...]], ...]
    scope: Scope
    k: int

    @classmethod
    def of(
        cls,
        terms: Sequence[str],
        aliases: Sequence[str],
        variants: Mapping[str, Sequence[str]],
        scope: Scope,
        k: int,
    ) -> "_Asked":
        others = tuple((word, tuple(some)) for word, some in variants.items())
        return cls(terms=tuple(terms), aliases=tuple(aliases), variants=others, scope=scope, k=k)


def _offsets(counts: IdArray) -> IdArray:
    """Say where each run of rows begins, one behind the other, and the last ends, int64 [m + 1]."""
    offsets = np.zeros(len(counts) + 1, np.int64)
    counts.cumsum(out=offsets[1:])
    return offsets


def _at(ids: IdArray, some: IdArray, numbers: FloatArray) -> FloatArray:
    """Put the numbers of some of the ids, which are in order, at their places; NaN elsewhere."""
    placed = np.full(len(ids), np.nan, np.float32)
    placed[ids.searchsorted(some)] = numbers
    return placed
