"""Documents, blocks and sentences in SQLite: written once, then only read."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from retrieval.domain import Block, BlockKind, Document, Sentence
from retrieval.errors import IndexDamagedError
from retrieval.locators import (
    Lines,
    Locator,
    Message,
    Page,
    Paragraph,
    Row,
    Section,
    Timecode,
)
from retrieval.remedies import REBUILD_INDEX
from retrieval.store.files.block_details import dump_details, load_details
from retrieval.store.files.schema import APPLICATION_ID, READABLE, SCHEMA, SCHEMA_VERSION
from retrieval.store.values import StoredDocument

__all__ = ["CorpusReader", "CorpusWriter"]

_DOCUMENT = (
    "id, path, title, author, sha256, characters, first_sentence, sentences, part, collection,"
    " reader, warnings, language"
)

_LOCATORS: dict[str, type[Locator]] = {
    "lines": Lines,
    "page": Page,
    "timecode": Timecode,
    "row": Row,
    "message": Message,
    "section": Section,
    "paragraph": Paragraph,
}


class CorpusWriter:
    """Fills a new database; a document's sentences get the next free ids.

    Nothing here survives a crash, and nothing has to: the file is part of an unpublished build.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            # Rolling back and syncing are the publisher's: it drops or syncs the whole build.
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self._connection.executescript(f"BEGIN; {SCHEMA}")
        except BaseException:
            self._connection.close()
            raise
        self.documents = 0
        self.sentences = 0

    def add(self, document: Document, sentences: Sequence[Sentence], *, sha256: str) -> range:
        """Add a document and return the ids of its sentences."""
        rows = range(self.sentences, self.sentences + len(sentences))
        number = self.documents
        self._connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                document.path,
                document.title,
                document.author,
                sha256,
                len(document.text),
                document.text,
                rows.start,
                len(rows),
                document.part,
                document.collection,
                document.reader,
                _dump(document.warnings),
                document.language,
            ),
        )
        self._connection.executemany(
            "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    position,
                    b.start,
                    b.end,
                    b.kind.value,
                    _dump(b.headings),
                    _place(b.locator),
                    dump_details(b),
                )
                for position, b in enumerate(document.blocks)
            ],
        )
        self._connection.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (row, number, s.block, s.start, s.end, s.first_line, s.last_line)
                for row, s in zip(rows, sentences, strict=True)
            ],
        )
        self.documents += 1
        self.sentences += len(rows)
        return rows

    def close(self) -> None:
        """Write everything out and close the file."""
        try:
            self._connection.execute("COMMIT")
        finally:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._connection.close()


class CorpusReader:
    """Reads a finished database, from any thread.

    The file is opened as immutable, so it may lie on a read-only disk, and through one
    connection, so that a reader outlives the removal of its build.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise FileNotFoundError(path)
        self._path = path
        self._lock = Lock()
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise self._damaged() from error
        try:
            marks = [
                self._query(f"PRAGMA {name}")[0] for name in ("application_id", "user_version")
            ]
            if marks[0] != (APPLICATION_ID,) or marks[1][0] not in READABLE:
                raise self._damaged()
            self._has_languages = marks[1][0] >= 5
        except BaseException:
            self.close()
            raise

    def documents(self) -> tuple[StoredDocument, ...]:
        """Return all documents in order of their ids."""
        columns = _DOCUMENT if self._has_languages else _DOCUMENT.replace("language", "''")
        return tuple(
            StoredDocument(
                id=row[0],
                path=row[1],
                title=row[2],
                author=row[3],
                sha256=row[4],
                characters=row[5],
                rows=range(row[6], row[6] + row[7]),
                part=row[8],
                collection=row[9],
                reader=row[10],
                warnings=tuple(json.loads(row[11])),
                language=row[12],
            )
            for row in self._query(f"SELECT {columns} FROM documents ORDER BY id")  # noqa: S608
        )

    def block_counts(self) -> tuple[int, ...]:
        """Return how many blocks each document has, in order of their ids."""
        rows = self._query(
            "SELECT (SELECT COUNT(*) FROM blocks WHERE document = documents.id)"
            " FROM documents ORDER BY id"
        )
        return tuple(int(count) for (count,) in rows)

    def text(self, document: int) -> str:
        """Return a document's text."""
        ((text,),) = self._query("SELECT text FROM documents WHERE id = ?", document)
        return str(text)

    def blocks(self, document: int) -> tuple[Block, ...]:
        """Return a document's blocks in order."""
        return tuple(
            Block(
                start=start,
                end=end,
                kind=BlockKind(kind),
                headings=tuple(json.loads(headings)),
                locator=_parse(locator),
                **load_details(details),
            )
            for start, end, kind, headings, locator, details in self._query(
                "SELECT first, stop, kind, headings, locator, details FROM blocks"
                " WHERE document = ? ORDER BY position",
                document,
            )
        )

    def sentences(self, rows: range) -> tuple[Sentence, ...]:
        """Return a run of sentences."""
        return tuple(
            Sentence(start=start, end=end, first_line=first, last_line=last, block=block)
            for start, end, first, last, block in self._query(
                "SELECT first, stop, first_line, last_line, block FROM sentences"
                " WHERE id >= ? AND id < ? ORDER BY id",
                rows.start,
                rows.stop,
            )
        )

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _query(self, statement: str, *values: int) -> list[Any]:
        try:
            with self._lock, closing(self._connection.execute(statement, values)) as rows:
                return rows.fetchall()
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._damaged() from error

    def _damaged(self) -> IndexDamagedError:
        return IndexDamagedError(
            f"{self._path} is damaged (not the database that was written)", REBUILD_INDEX
        )


def _dump(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _place(locator: Locator | None) -> str | None:
    return None if locator is None else json.dumps(asdict(locator), ensure_ascii=False)


def _parse(locator: str | None) -> Locator | None:
    if locator is None:
        return None
    fields = json.loads(locator)
    return _LOCATORS[fields["kind"]](**fields)
