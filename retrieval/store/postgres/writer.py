"""The rows of a new build, written in one transaction: the index writer over PostgreSQL.

A document is written once and shared by all builds that have it as it is, so that what an update
costs is what changed. Nothing is visible, and of a process that is killed or cut off nothing is
left, before the transaction is committed.
"""

import json
import secrets
import time
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from retrieval.domain import Document, IndexInfo, Sentence
from retrieval.errors import IndexDamagedError, StoreUnavailableError
from retrieval.store.interface import PublishedIndex
from retrieval.store.joining import joined_features
from retrieval.store.postgres.build import NEWEST, Build, dumped, read_build
from retrieval.store.postgres.connection import Connection, Server
from retrieval.store.postgres.content import (
    checksum,
    dump_blocks,
    dump_details,
    dump_layout,
    rows_checksum,
    text_to,
)
from retrieval.store.postgres.contents import read_content
from retrieval.store.postgres.errors import may_pass, reading, writing
from retrieval.store.postgres.publish import make_graph, sweep, switch
from retrieval.store.postgres.rows import RowBuffer
from retrieval.store.postgres.verify import damaged_documents
from retrieval.store.postgres.words import postings
from retrieval.store.values import (
    QUOTABLE,
    SCALES,
    VALUES,
    Features,
    IndexSpec,
    StoredContent,
    StoredDocument,
    no_features,
)

__all__ = ["PostgresIndexWriter"]

_ANALYZED = 0.1
"""Which share of an index has to be new for the server to look anew at how its columns spread."""
_ASKED_AGAIN = 5
"""How often it is asked, a second apart, what has become of a commit that was cut off."""


class PostgresIndexWriter:
    """Implements `retrieval.store.interface.IndexWriter`; holds the lock of its connection."""

    def __init__(
        self,
        connection: Connection,
        server: Server,
        spec: IndexSpec,
        *,
        origin: str,
        keep: int,
        together: Collection[str],
        kept: timedelta,
    ) -> None:
        self._connection = connection
        self._server = server
        self._spec = spec
        self._origin = origin
        self._keep = keep
        self._together = together
        self._kept = kept
        self._old, self._previous = _previous(connection, server)
        self._rows: RowBuffer | None = None
        self._members: list[int] = []
        self._words = self._sentences = self._new = 0
        self._next = (0, 0, 0)

    @property
    def previous(self) -> PublishedIndex | None:
        """The newest index, without documents that are damaged."""
        return self._previous

    def stored(self, document: StoredDocument) -> StoredContent:
        """Return everything that the previous index has of a document."""
        if self._old is None:
            raise ValueError("there is no index to read from")
        with writing(self._server.name):
            return read_content(self._connection, self._old, document)

    def add(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        features: Sequence[Features],
        *,
        sha256: str,
    ) -> None:
        """Append a document; ``features`` follow each other and cover its sentences."""
        if sum(map(len, features)) != len(sentences):
            raise ValueError(f"{document.path}: features are out of step with its sentences")
        full = [one for one in features if len(one)]
        own = joined_features(full) if full else no_features(self._spec.dimension)
        if set(own.per_token) != {VALUES, SCALES}:
            raise ValueError(f"tokens with {sorted(own.per_token)}, which there are no columns for")
        with writing(self._server.name):
            rows = self._begun()
            build, number, first = self._next
            # A row more for what has no sentence, so that no two documents begin with the same.
            self._next = build, number + 1, first + max(len(sentences), 1)
            found, counted, words = postings(document, sentences, own)
            text, blocks = text_to(document.text), dump_blocks(document)
            layout = dump_layout(sentences, own)
            rows.documents.append(
                (
                    number,
                    document.path,
                    document.collection,
                    dump_details(document, sha256),
                    first,
                    len(sentences),
                    int(own.per_sentence[QUOTABLE].sum()),
                    words,
                    text,
                    blocks,
                    layout,
                    checksum(text, blocks, layout, counted),
                    rows_checksum(own),
                    counted,
                )
            )
            rows.add_sentences(number, first, own)
            rows.add_postings(number, found)
            rows.flush_if_full()
        self._append(number, len(sentences), words)
        self._new += len(sentences)

    def keep(self, document: StoredDocument) -> None:
        """Append a document of the previous index as it is: nothing of it is copied."""
        if self._old is None:
            raise ValueError("there is no index to keep anything of")
        with writing(self._server.name):
            self._begun()
        number = int(self._old.numbers[document.id])
        self._append(number, document.size, int(self._old.words[document.id]))

    @property
    def unfinished(self) -> Mapping[str, StoredDocument]:
        """Nothing: of a build that was killed nothing is left here."""
        return {}

    def resume(self, document: StoredDocument) -> None:
        """Refuse it: there is no such document."""
        raise ValueError(f"{document.path} was never written")

    def publish(self) -> IndexInfo:
        """Complete the build and make it the current one."""
        with writing(self._server.name):
            rows = self._begun()
            rows.flush()
            made_at = datetime.now(UTC)
            build_id = f"{self._stamp(made_at)}-{secrets.token_hex(4)}"
            self._write_build(build_id, made_at)
            make_graph(self._connection, dimension=self._spec.dimension, sentences=self._sentences)
            # A build whose members the server knows nothing of is taken for an empty one.
            self._connection.execute("ANALYZE members")
            if self._new > _ANALYZED * self._sentences:
                self._connection.execute("ANALYZE documents, sentences, tokens, postings")
            size = self._measure(build_id)
            switch(self._connection, build_id, keep=self._keep, together=self._together)
            self._commit(build_id)
        self._sweep()
        return IndexInfo(
            build_id=build_id,
            built_at=made_at,
            documents=len(self._members),
            sentences=self._sentences,
            model=self._spec.model,
            fingerprint=self._spec.fingerprint,
            dimension=self._spec.dimension,
            size_bytes=size,
        )

    def _append(self, number: int, sentences: int, words: int) -> None:
        self._members.append(number)
        self._sentences += sentences
        self._words += words

    def _begun(self) -> RowBuffer:
        """Begin the transaction with the first document."""
        if self._rows is None:
            self._connection.execute("BEGIN")
            row = self._connection.execute(
                "SELECT next_build, next_document, next_row FROM state FOR UPDATE"
            ).fetchone()
            self._next = row or self._next
            self._rows = RowBuffer(self._connection)
        return self._rows

    def _write_build(self, build_id: str, made_at: datetime) -> None:
        build, document, row = self._next
        self._connection.execute(
            "INSERT INTO builds"
            " (number, id, built_at, spec, origin, documents, sentences, words, size_bytes)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 0)",
            [
                build,
                build_id,
                made_at,
                dumped(self._spec),
                json.dumps(self._origin),
                len(self._members),
                self._sentences,
                self._words,
            ],
        )
        self._connection.execute(
            # In the order of their paths, as Python sorts them, whatever was written first.
            "INSERT INTO members"
            ' SELECT %s, id, row_number() OVER (ORDER BY path COLLATE "C") - 1'
            " FROM documents WHERE id = ANY(%s::bigint[])",
            [build, self._members],
        )
        self._connection.execute(
            "UPDATE state SET next_build = %s, next_document = %s, next_row = %s",
            [build + 1, document, row],
        )

    def _stamp(self, made_at: datetime) -> str:
        """Return the time that the id begins with: later than any before it, whatever the clock."""
        stamp = f"{made_at:%Y%m%dT%H%M%S}"
        row = self._connection.execute("SELECT max(id) FROM builds").fetchone()
        last = str(row[0])[: len(stamp)] if row and row[0] else ""
        if stamp > last:
            return stamp
        after = datetime.strptime(last, "%Y%m%dT%H%M%S").replace(tzinfo=UTC) + timedelta(seconds=1)
        return f"{after:%Y%m%dT%H%M%S}"

    def _measure(self, build_id: str) -> int:
        """Note how much room the tables take, in bytes."""
        row = self._connection.execute(
            "UPDATE builds SET size_bytes = (SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
            " WHERE relkind = 'r' AND relnamespace = quote_ident(%s)::regnamespace)"
            " WHERE id = %s RETURNING size_bytes",
            [self._server.schema, build_id],
        ).fetchone()
        return int(row[0]) if row else 0

    def _commit(self, build_id: str) -> None:
        """Commit; where the connection is lost just then, find out what has become of it."""
        try:
            self._connection.execute("COMMIT")
        except psycopg.OperationalError as error:
            if not may_pass(error) or not self._was_committed(build_id):
                raise

    def _was_committed(self, build_id: str) -> bool:
        for _ in range(_ASKED_AGAIN):
            try:
                with self._server.connect() as connection:
                    statement = "SELECT FROM builds WHERE id = %s"
                    return connection.execute(statement, [build_id]).fetchone() is not None
            except (psycopg.Error, StoreUnavailableError):
                time.sleep(1)
        return False

    def _sweep(self) -> None:
        """Clear away; what can't be done now is done after the next build."""
        try:
            sweep(self._connection, kept=self._kept)
        except psycopg.Error:
            return


def _previous(connection: Connection, server: Server) -> tuple[Build | None, PublishedIndex | None]:
    """Read the newest build; what of it can't be trusted is left out, and so is made anew."""
    with reading(server.name):
        try:
            build = read_build(connection, server.name, NEWEST)
        except (IndexDamagedError, TypeError):
            return None, None
        if build is None:
            return None, None
        damaged = damaged_documents(connection, build)
    documents: dict[str, Any] = {
        one.path: one
        for one, number in zip(build.documents, build.numbers.tolist(), strict=True)
        if number not in damaged
    }
    published = PublishedIndex(build_id=build.info.build_id, spec=build.spec, documents=documents)
    return build, published
