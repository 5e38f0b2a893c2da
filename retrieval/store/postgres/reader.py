"""A build that was published, read from the server: the index reader over PostgreSQL.

Which documents the build has is known here from the beginning; what is stored of them comes when it
is needed and is kept within limits, for it never changes. Sentences have a row each in the
database, of which no build knows: an id counts those of the build's own documents.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from retrieval.arrays import FloatArray, IdArray
from retrieval.domain import EVERYTHING, Block, IndexInfo, Scope
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.cache import Cache
from retrieval.store.postgres.build import Build
from retrieval.store.postgres.candidates import RARITY, Asked, Wanted, evidence_of, shortlist_of
from retrieval.store.postgres.connections import Connections
from retrieval.store.postgres.content import blocks_from, text_from
from retrieval.store.postgres.errors import gone
from retrieval.store.postgres.layouts import Layouts
from retrieval.store.postgres.words import term_number
from retrieval.store.values import (
    NO_VARIANTS,
    IndexSpec,
    SentencePlace,
    Shortlist,
    StoredDocument,
    TokenVectors,
    languages_of,
)
from retrieval.text.rarity import inverse_frequency

__all__ = ["PostgresIndexReader"]

_EXACT = 5_000
"""Sentences up to which all of them are looked at, which finds the nearest without fail."""
_KEPT_CHARACTERS = 30_000_000
_KEPT_BLOCKS = 100_000
_KEPT_TERMS = 50_000
_KEPT_SCOPES = 64


class PostgresIndexReader:
    """One build; implements `retrieval.store.interface.IndexReader`."""

    def __init__(self, build: Build, connections: Connections) -> None:
        self._build = build
        self._connections = connections
        self._layouts = Layouts(build, connections)
        self._text = Cache(self._load_text, limit=_KEPT_CHARACTERS)
        self._blocks = Cache(self._load_blocks, limit=_KEPT_BLOCKS)
        self.languages = languages_of(build.documents)
        self._used: dict[str, int] = {}
        self._scopes: dict[Scope, Wanted | None] = {}

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
        if scope == EVERYTHING:
            return self._build.documents
        return tuple(one for one in self._build.documents if scope.holds(one.path, one.collection))

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
        wanted = self._wanted(scope)
        if wanted is None or k <= 0:
            return self._said_of([])
        asked = Asked(terms=terms, aliases=aliases, variants=variants)
        statement, values = shortlist_of(self._build.corpus, wanted, vector, asked, k)
        rows = self._connections.fetch(statement, values)
        if not rows:
            self._require_build()
        return self._said_of(rows)

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
        """Say of some sentences what `shortlist` says of those that it chooses.

        Words are counted in the whole index, whatever the scope; here as in `rarity`.
        """
        numbers = self._build.numbers[np.unique(self._build.owners(ids))]
        asked = Asked(terms=terms, aliases=aliases, variants=variants)
        statement, values = evidence_of(
            self._build.corpus, self._build.rows(ids), numbers.tolist(), vector, asked
        )
        said = self._said_of(self._connections.fetch(statement, values))
        places = {row: place for place, row in enumerate(said.ids.tolist())}
        self._require(set(ids.tolist()) <= places.keys())
        order = [places[row] for row in ids.tolist()]
        return Shortlist(
            ids=ids,
            dense=said.dense[order],
            lexical=said.lexical[order],
            contexts=said.contexts[order],
        )

    def introductions(self, ids: IdArray) -> IdArray:
        """Return what introduces each sentence."""
        return self._layouts.introductions(ids)

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
        writings = [tuple(dict.fromkeys((term, *variants.get(term, ())))) for term in terms]
        self._count([one for several in writings for one in several])
        size = self._build.info.sentences
        used = [min(sum(self._used[one] for one in several), size) for several in writings]
        rare = inverse_frequency(size, used) / inverse_frequency(size, [0])
        return rare.astype(np.float32)

    def close(self) -> None:
        """Close the connections."""
        self._connections.close()

    def _wanted(self, scope: Scope) -> Wanted | None:
        """Say which sentences a scope lets through; None: there are none at all."""
        if scope in self._scopes:
            return self._scopes[scope]
        own = [one.id for one in self.documents(scope)]
        hits = int(self._build.hits[own].sum())
        looked_at = hits or sum(len(self._build.documents[one].rows) for one in own)
        made = None
        if looked_at:
            made = Wanted(
                documents=None if scope == EVERYTHING else self._build.numbers[own].tolist(),
                is_hit=hits > 0,
                is_exact=looked_at <= _EXACT or not hits,
            )
        if len(self._scopes) >= _KEPT_SCOPES:
            self._scopes.clear()
        self._scopes[scope] = made
        return made

    def _said_of(self, rows: Sequence[tuple[int, float, float]]) -> Shortlist:
        ids = self._build.ids(np.array([row for row, _, _ in rows], dtype=np.int64))
        dense = np.array([dense for _, dense, _ in rows], dtype=np.float32)
        lexical = np.array([share for _, _, share in rows], dtype=np.float32)
        if not np.isfinite(dense).all():
            raise IndexDamagedError(
                f"The vectors of the build {self.info.build_id} are damaged", REBUILD_INDEX
            )
        order = np.lexsort((ids, -(dense + lexical)))
        ids = ids[order]
        return Shortlist(
            ids=ids,
            dense=dense[order],
            lexical=lexical[order],
            contexts=self._layouts.contexts(ids),
        )

    def _count(self, terms: Sequence[str]) -> None:
        """Look up how many sentences use terms that were not looked up yet."""
        missing = [term for term in dict.fromkeys(terms) if term not in self._used]
        if not missing:
            return
        found = dict(
            self._connections.fetch(
                RARITY,
                {"build": self._build.corpus.build, "terms": [term_number(one) for one in missing]},
            )
        )
        if not found:
            self._require_build()
        # Replaced, not emptied: other threads look into it.
        kept = self._used if len(self._used) < _KEPT_TERMS else {}
        self._used = {**kept, **{one: int(found.get(term_number(one), 0)) for one in missing}}

    def _load_text(self, document: int) -> str:
        return text_from(self._stored("text", document))

    def _load_blocks(self, document: int) -> tuple[Block, ...]:
        return blocks_from(self._stored("blocks", document))

    def _stored(self, column: str, document: int) -> bytes:
        number = int(self._build.numbers[document])
        rows = self._connections.fetch(
            f"SELECT {column} FROM documents WHERE id = %(id)s",  # noqa: S608 - one of two names
            {"id": number},
        )
        self._require(len(rows) == 1)
        return bytes(rows[0][0])

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
