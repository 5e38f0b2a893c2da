"""Rows on their way to the server, a few thousand at a time (COPY)."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from pgvector import HalfVector

from retrieval.store.postgres.connection import Connection
from retrieval.store.postgres.words import Posting
from retrieval.store.values import QUOTABLE, SCALES, VALUES, Features

__all__ = ["RowBuffer"]

_MOST = 2_000
"""Sentences that are collected: enough for the server to be quick, few enough for memory."""

_MOST_POSTINGS = 200_000
"""Postings that are collected: some 50 MB."""

_TABLES = {
    "documents": "int8 text text json int8 int4 int4 int8".split() + ["bytea"] * 6,
    "sentences": "int8 int8 bool halfvec".split(),
    "tokens": "int8 bytea bytea".split(),
    "postings": "int8 int8 bytea".split(),
}
"""The types of their columns."""


class RowBuffer:
    """Collects the rows of the four tables of a document."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.documents: list[tuple[Any, ...]] = []
        self._sentences: list[tuple[Any, ...]] = []
        self._tokens: list[tuple[Any, ...]] = []
        self._postings: list[tuple[Any, ...]] = []

    def add_sentences(self, document: int, first: int, features: Features) -> None:
        """Add what is stored of a document's sentences, which get the rows from ``first`` on."""
        counts = features.token_counts
        ends = np.cumsum(np.zeros(len(features), np.int32) if counts is None else counts).tolist()
        hits = features.per_sentence[QUOTABLE].tolist()
        scales, values = features.per_token[SCALES], features.per_token[VALUES]
        begin = 0
        for place, end in enumerate(ends):
            row = first + place
            vector = HalfVector(features.vectors[place])
            self._sentences.append((row, document, hits[place], vector))
            self._tokens.append((row, scales[begin:end].tobytes(), values[begin:end].tobytes()))
            begin = end

    def add_postings(self, document: int, postings: Iterable[Posting]) -> None:
        """Add which of a document's sentences use which term."""
        self._postings += [(one.term, document, one.uses) for one in postings]

    def flush_if_full(self) -> None:
        """Write the rows if there are many.

        Raises:
            psycopg.Error: They can't be written; the transaction is lost.
        """
        if len(self._sentences) >= _MOST:
            self._flush_documents()
        if len(self._postings) >= _MOST_POSTINGS:
            self._flush_postings()

    def flush(self) -> None:
        """Write the rows.

        Raises:
            psycopg.Error: As above.
        """
        self._flush_documents()
        self._flush_postings()

    def _flush_documents(self) -> None:
        for table, rows in (
            ("documents", self.documents),
            ("sentences", self._sentences),
            ("tokens", self._tokens),
        ):
            if rows:
                self._copy(table, rows)
                rows.clear()

    def _flush_postings(self) -> None:
        # A question reads all of a term's: they are to lie together.
        self._postings.sort(key=lambda row: row[:2])
        if self._postings:
            self._copy("postings", self._postings)
            self._postings.clear()

    def _copy(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        statement = f"COPY {table} FROM STDIN (FORMAT BINARY)"
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            copy.set_types(_TABLES[table])
            for row in rows:
                copy.write_row(row)
