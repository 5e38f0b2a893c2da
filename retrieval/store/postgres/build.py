"""What is known of a build: its documents, and where its sentences have their rows."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, LiteralString

import numpy as np
from psycopg import sql

from retrieval.arrays import IdArray
from retrieval.domain import IndexInfo
from retrieval.errors import IndexDamagedError
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.postgres.candidates import Corpus
from retrieval.store.postgres.connection import Connection
from retrieval.store.postgres.content import stored_document
from retrieval.store.values import IndexSpec, StoredDocument

__all__ = ["CURRENT", "NEWEST", "Build", "dumped", "graph_name", "read_build"]

CURRENT = "SELECT build FROM state"
NEWEST = "SELECT max(number) FROM builds WHERE dropped_at IS NULL"
_BUILD = """
SELECT number, id, built_at, spec, documents, sentences, size_bytes, origin
FROM builds WHERE number = """
_DOCUMENTS = """
SELECT d.id, d.path, d.collection, d.sentences, d.first_row, d.words, d.details
FROM members m JOIN documents d ON d.id = m.document WHERE m.build = %s ORDER BY m.position"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build."""

    server: str
    """Where it is, for a person to read."""
    info: IndexInfo
    origin: str
    """What published it."""
    spec: IndexSpec
    corpus: Corpus
    documents: tuple[StoredDocument, ...]
    """By their id."""
    numbers: IdArray
    """int64 [D]: the number of each in the database."""
    words: IdArray
    """int64 [D]: the words of all sentences of each, with their neighbours."""
    first_ids: IdArray
    """int64 [D]: the id of the first sentence of each."""
    first_rows: IdArray
    """int64 [D]: its row in the database."""

    def owners(self, ids: IdArray) -> IdArray:
        """Return the documents of sentences, int64 [m]."""
        # Of documents without a sentence, which begin where the next one does, none is meant.
        return np.searchsorted(self.first_ids, ids, side="right").astype(np.int64) - 1

    def rows(self, ids: IdArray) -> IdArray:
        """Return the rows of sentences in the database, int64 [m]."""
        owners = self.owners(ids)
        return ids - self.first_ids[owners] + self.first_rows[owners]

    def ids(self, rows: IdArray) -> IdArray:
        """Return the ids of sentences by their rows, int64 [m]."""
        order = np.argsort(self.first_rows, kind="stable")
        at = np.searchsorted(self.first_rows[order], rows, side="right") - 1
        owners = order[at] if len(order) else at
        return rows - self.first_rows[owners] + self.first_ids[owners] if len(rows) else rows


def graph_name(dimension: int) -> str:
    """Return what the index over vectors of a dimension is called."""
    return f"sentences_near_{dimension}"


def read_build(
    connection: Connection, server: str, which: LiteralString = CURRENT, **values: object
) -> Build | None:
    """Read what is known of a build; None: there is no such one.

    Args:
        connection: To its server.
        server: What that is called.
        which: The query for its number.
        **values: Of that query.

    Raises:
        IndexDamagedError: Some of its documents are missing.
    """
    with connection.transaction():
        # Both statements see the same moment.
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        row = connection.execute(f"{_BUILD}({which})", values).fetchone()
        if row is None:
            return None
        number, build_id, built_at, spec, documents, sentences, size, origin = row
        rows = connection.execute(_DOCUMENTS, [number]).fetchall()
        wanted = IndexSpec(**_loaded(spec))
        found = connection.execute(
            sql.SQL("SELECT to_regclass({})").format(sql.Literal(graph_name(wanted.dimension)))
        ).fetchone()
    sizes = np.array([row[3] for row in rows], dtype=np.int64)
    if len(rows) != documents or sizes.sum() != sentences:
        raise IndexDamagedError(
            f"The index in {server} is damaged (documents are missing)", REBUILD_INDEX
        )
    firsts = np.cumsum(sizes) - sizes
    return Build(
        server=server,
        origin=str(origin),
        info=IndexInfo(
            build_id=build_id,
            built_at=built_at,
            documents=documents,
            sentences=sentences,
            model=wanted.model,
            fingerprint=wanted.fingerprint,
            dimension=wanted.dimension,
            size_bytes=size,
        ),
        spec=wanted,
        corpus=Corpus(
            build=number,
            sentences=sentences,
            dimension=wanted.dimension,
            is_graph=found is not None and found[0] is not None,
        ),
        documents=tuple(
            stored_document(at, int(firsts[at]), path, collection, own, _loaded(details))
            for at, (_, path, collection, own, _, _, details) in enumerate(rows)
        ),
        numbers=np.array([row[0] for row in rows], dtype=np.int64),
        words=np.array([row[5] for row in rows], dtype=np.int64),
        first_ids=firsts,
        first_rows=np.array([row[4] for row in rows], dtype=np.int64),
    )


def dumped(spec: IndexSpec) -> str:
    """Return what decided the numbers of a build, as JSON."""
    return json.dumps(asdict(spec))


def _loaded(stored: Any) -> Mapping[str, Any]:  # noqa: ANN401 - what the driver makes of JSON
    loaded: Mapping[str, Any] = json.loads(stored) if isinstance(stored, str) else stored
    return loaded
