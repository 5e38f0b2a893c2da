"""A build that was published, read from the server: the index reader over PostgreSQL.

Which documents the build has is known here from the beginning; what is stored of them comes when it
is needed and is kept within limits, for it never changes. Sentences have a row each in the
database, of which no build knows: an id counts those of the build's own documents.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from retrieval.arrays import FloatArray, IdArray
from retrieval.domain import EVERYTHING, Block, IndexInfo, Scope
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.cache import Cache
from retrieval.store.counted_words import AskedWords
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.candidates import nearest_and, similarities
from retrieval.store.postgres.connections import Connections
from retrieval.store.postgres.content import blocks_from, text_from
from retrieval.store.postgres.errors import gone
from retrieval.store.postgres.layouts import Layouts
from retrieval.store.postgres.scopes import Scopes
from retrieval.store.postgres.words import StoredWords, counted_from
from retrieval.store.values import (
    NO_VARIANTS,
    IndexSpec,
    SentencePlace,
    Shortlist,
    StoredDocument,
    TokenVectors,
    languages_of,
)

__all__ = ["PostgresIndexReader"]

_KEPT_CHARACTERS = 30_000_000
_KEPT_BLOCKS = 100_000
_KEPT_BYTES = 30_000_000
"""Of blocks as they are stored."""
_AHEAD = 1_000_000
"""Characters that are fetched at once for whoever reads one document after the other."""
_DEEPER = 3
"""How many times as many sentences as are wanted are taken from the nearest vectors, and from the
best by words: the best by both together are among them."""
_NO_IDS, _NO_NUMBERS = np.empty(0, np.int64), np.empty(0, np.float32)
_COUNTED = """
SELECT d.counted FROM members m JOIN documents d ON d.id = m.document
WHERE m.build = %(build)s ORDER BY m.position"""


class PostgresIndexReader:
    """One build; implements `retrieval.store.interface.IndexReader`."""

    def __init__(self, build: Build, connections: Connections) -> None:
        self._build = build
        self._connections = connections
        self._stored_blocks = Cache(self._load_stored_blocks, limit=_KEPT_BYTES)
        self._layouts = Layouts(build, connections, self._stored_blocks.keep)
        self._text = Cache(self._load_text, limit=_KEPT_CHARACTERS)
        self._next_text = 0
        self._blocks = Cache(self._load_blocks, limit=_KEPT_BLOCKS)
        self.languages = languages_of(build.documents)
        lengths, hits = counted_from(
            bytes(counted)
            for (counted,) in connections.fetch(_COUNTED, {"build": build.corpus.build})
        )
        if len(lengths) != build.info.sentences:
            raise gone(build.server)
        self._words = StoredWords(build, connections, lengths)
        self._scopes = Scopes(build, self._words, hits)

    @property
    def info(self) -> IndexInfo:
        """What is known of the build without searching it."""
        return self._build.info

    @property
    def spec(self) -> IndexSpec:
        """What decided its numbers."""
        return self._build.spec

    def documents(self, scope: Scope = EVERYTHING) -> tuple[StoredDocument, ...]:
        """Return the documents of a scope, sorted by path."""
        return self._scopes.catalogue.within(scope)

    def document(self, document: int) -> StoredDocument:
        """Return a document by its id."""
        return self._build.documents[document]

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
        found = self._scopes.wanted(scope)
        if found is None or k <= 0:
            return self._said(_NO_IDS, _NO_NUMBERS, _NO_NUMBERS)
        wanted, mask = found
        words = self._asked(terms, aliases, variants, scope)
        own, shares = words.best([mask], _DEEPER * k)
        others = own[np.lexsort((own, -shares))[: _DEEPER * k]]
        statement, values = nearest_and(
            self._build.corpus, wanted, vector, _DEEPER * k, self._build.rows(others)
        )
        rows = self._connections.fetch(statement, values)
        # What was deleted with its build is not there any more.
        self._require(len(rows) >= max(len(others), 1))
        ids = self._build.ids(np.array([row for row, _ in rows], np.int64))
        dense = np.array([similarity for _, similarity in rows], np.float32)
        shares = words.scores(ids)
        order = np.lexsort((ids, -(dense + shares)))[:k]
        return self._said(ids[order], dense[order], shares[order])

    def prepare(
        self,
        terms: Sequence[str],
        *,
        aliases: Sequence[str] = (),
        variants: Mapping[str, Sequence[str]] = NO_VARIANTS,
        scope: Scope,
        k: int,
    ) -> None:
        """Do nothing: a shortlist is one query, for words and vectors together."""

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
        wanted = self._build.rows(ids)
        statement, values = similarities(vector, np.unique(wanted))
        found = dict(self._connections.fetch(statement, values))
        self._require(found.keys() >= set(wanted.tolist()))
        dense = np.array([found[row] for row in wanted.tolist()], np.float32)
        words = self._asked(terms, aliases, variants, scope)
        return self._said(ids, dense, words.scores(ids))

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence."""
        return self._layouts.introductions(ids)

    def titles(self, ids: IdArray) -> IdArray:
        """Return the title that each sentence's document begins with."""
        return self._layouts.titles(ids)

    def answers(self, ids: IdArray) -> IdArray:
        """Return what answers where each sentence is found."""
        return self._layouts.answers(ids)

    def tokens(self, ids: IdArray) -> TokenVectors:
        """Return the token vectors of sentences."""
        rows = self._build.rows(ids)
        stored = {
            row: (scales, values)
            for row, scales, values in self._connections.fetch(
                "SELECT id, scales, values FROM tokens WHERE id = ANY(%(ids)s)",
                {"ids": np.unique(rows).tolist()},
            )
        }
        wanted = rows.tolist()
        self._require(stored.keys() >= set(wanted))
        scales = np.frombuffer(b"".join(stored[row][0] for row in wanted), np.float16)
        values = np.frombuffer(b"".join(stored[row][1] for row in wanted), np.uint16)
        counts = [len(stored[row][0]) // scales.itemsize for row in wanted]
        width = len(values) // len(scales) if len(scales) else 0
        return TokenVectors(
            values=values.reshape(len(scales), width),
            scales=scales,
            offsets=np.cumsum([0, *counts], dtype=np.int64),
        )

    def places(self, ids: Sequence[int]) -> tuple[SentencePlace, ...]:
        """Say where sentences stand."""
        return self._layouts.places(ids)

    def within(self, document: int, start: int, end: int) -> range:
        """Return the sentences of a document that share a character with ``start:end``."""
        return self._layouts.within(document, start, end)

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
        self._words.load(_writings(terms, variants))
        return self._scopes.words(scope).rarity(terms, variants)

    def close(self) -> None:
        """Close the connections."""
        self._connections.close()

    def _asked(
        self,
        terms: Sequence[str],
        aliases: Sequence[str],
        variants: Mapping[str, Sequence[str]],
        scope: Scope,
    ) -> AskedWords:
        self._words.load(_writings((*terms, *aliases), variants))
        return self._scopes.words(scope).ask(terms, aliases, variants)

    def _said(self, ids: IdArray, dense: FloatArray, lexical: FloatArray) -> Shortlist:
        if not np.isfinite(dense).all():
            raise IndexDamagedError(
                f"The vectors of the build {self.info.build_id} are damaged", REBUILD_INDEX
            )
        return Shortlist(
            ids=ids, dense=dense, lexical=lexical, contexts=self._layouts.contexts(ids)
        )

    def _load_text(self, document: int) -> str:
        wanted = [document]
        if document == self._next_text:
            wanted = self._from(document)
        self._next_text = wanted[-1] + 1
        texts = self._stored("text", wanted)
        for one in wanted[1:]:
            self._text.keep(one, text_from(texts[one]))
        return text_from(texts[document])

    def _from(self, document: int) -> list[int]:
        """Return the next documents, some of them at a time."""
        wanted: list[int] = []
        size = 0
        for one in self._build.documents[document:]:
            if wanted and size + one.characters > _AHEAD:
                break
            wanted.append(one.id)
            size += one.characters
        return wanted

    def _load_blocks(self, document: int) -> tuple[Block, ...]:
        return blocks_from(self._stored_blocks(document))

    def _load_stored_blocks(self, document: int) -> bytes:
        return self._stored("blocks", [document])[document]

    def _stored(self, column: str, documents: Sequence[int]) -> dict[int, bytes]:
        numbers = self._build.numbers[list(documents)].tolist()
        rows = dict(
            self._connections.fetch(
                f"SELECT id, {column} FROM documents WHERE id = ANY(%(ids)s)",  # noqa: S608
                {"ids": numbers},
            )
        )
        self._require(len(rows) == len(numbers))
        return {one: bytes(rows[number]) for one, number in zip(documents, numbers, strict=True)}

    def _require(self, is_there: bool) -> None:
        """Refuse to go on with a build that was cleared away, or with one that lacks something."""
        if is_there:
            return
        self._require_build()
        raise IndexDamagedError(
            f"Sentences of the build {self.info.build_id} are missing", REBUILD_INDEX
        )

    def _require_build(self) -> None:
        statement = "SELECT FROM builds WHERE number = %(build)s"
        if not self._connections.fetch(statement, {"build": self._build.corpus.build}):
            raise gone(self._build.server)


def _writings(terms: Iterable[str], variants: Mapping[str, Sequence[str]]) -> set[str]:
    """Return terms with what they are in other languages."""
    return {writing for term in terms for writing in (term, *variants.get(term, ()))}
