"""The database behind the answer store, as rows."""

import sqlite3
from pathlib import Path
from sqlite3 import Row
from typing import Any, Self

import aiosqlite

from bot.errors import AnswerStoreError
from bot.storage.database import open_database, open_reader

__all__ = ["Rows"]


class Rows:
    """An open database and small notes in it; SQLite's work happens in threads of its own.

    A write may have to wait for another process, and what is read must not wait for it.
    """

    def __init__(
        self, connection: aiosqlite.Connection, reader: aiosqlite.Connection, path: Path
    ) -> None:
        self._db = connection
        self._reader = reader
        self.path = path

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the database at ``path``, creating it when there is none.

        Raises:
            AnswerStoreError: it can't be used.
        """
        connection = await open_database(path)
        return cls(connection, await open_reader(path), path)

    async def close(self) -> None:
        """Write everything down and let go of the file."""
        await self._reader.close()
        await self._db.close()

    async def note(self, name: str) -> str | None:
        """Return something small that was noted under a name."""
        rows = await self._all("SELECT value FROM notes WHERE name = ?", name)
        return str(rows[0]["value"]) if rows else None

    async def take_note(self, name: str, value: str) -> None:
        """Note something small under a name."""
        await self._run("INSERT OR REPLACE INTO notes VALUES (?, ?)", name, value)

    async def _run(self, statement: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        """Run a statement that changes something; returns how many rows it changed.

        Raises:
            AnswerStoreError: it can't be written.
        """
        try:
            async with self._db.execute(statement, values) as cursor:
                return cursor.rowcount
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    async def _all(self, statement: str, *values: Any) -> tuple[Row, ...]:  # noqa: ANN401
        """Return what a query finds.

        Raises:
            AnswerStoreError: it can't be read.
        """
        try:
            async with self._reader.execute(statement, values) as cursor:
                return tuple(await cursor.fetchall())
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def _unusable(self, error: sqlite3.Error) -> AnswerStoreError:
        return AnswerStoreError(
            f"The answer store {self.path} can't be used now ({error}); check VERBATIM_DATA and the"
            " disk."
        )
