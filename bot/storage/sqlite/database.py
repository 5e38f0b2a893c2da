"""The answer store's SQLite file, as the database behind it."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Self

import aiosqlite

from bot.errors import AnswerStoreError
from bot.storage import database
from bot.storage.sqlite.files import open_file, open_reader
from bot.storage.turns import Full, MemoryTurns, Turn

__all__ = ["SqliteDatabase", "erase"]


class SqliteDatabase:
    """Implements `bot.storage.database.Database` with one file, for one process that writes.

    SQLite's work happens in threads of its own. A write may have to wait for another process, and
    what is read must not wait for it: so there are two connections.

    Args:
        writer: the connection that writes.
        reader: the one that reads.
        path: the file.
    """

    is_shared = False

    def __init__(
        self, writer: aiosqlite.Connection, reader: aiosqlite.Connection, path: Path
    ) -> None:
        self.writer = writer
        self._reader = reader
        self.path = path
        self._turns = MemoryTurns()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the file at ``path``, creating it when there is none.

        Raises:
            AnswerStoreError: it can't be used.
        """
        writer = await open_file(path)
        return cls(writer, await open_reader(path), path)

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self.path)

    async def run(self, statement: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        """Run a statement that changes something; returns how many rows it changed."""
        try:
            async with self.writer.execute(statement, values) as cursor:
                return cursor.rowcount
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    async def all(self, statement: str, *values: Any) -> Sequence[sqlite3.Row]:  # noqa: ANN401
        """Return what a query finds."""
        try:
            async with self._reader.execute(statement, values) as cursor:
                return tuple(await cursor.fetchall())
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    async def take_turns(self, turns: Sequence[Turn]) -> Full | None:
        """Count turns in memory: there is one process that takes them."""
        return await self._turns.take_turns(turns)

    async def erase(self) -> bool:
        """Write the file anew without what was deleted; returns whether nothing of it is left."""
        try:
            return await asyncio.to_thread(erase, self.path)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    async def close(self) -> None:
        """Write everything down and let go of the file."""
        await self._reader.close()
        await self.writer.close()

    def _unusable(self, error: sqlite3.Error) -> AnswerStoreError:
        return AnswerStoreError(
            f"The answer store {self.path} can't be used now ({error}); check VERBATIM_DATA and the"
            " disk."
        )


def erase(path: Path) -> bool:
    """Write a database anew without what was deleted; returns whether its files are clean of it.

    Zeroing what is deleted (``secure_delete``) is not enough: pages that SQLite has balanced keep
    copies of their rows where nothing points to, and the write-ahead log has all that was written.

    Raises:
        sqlite3.Error: somebody writes all the time, or the disk is full.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {database.ERASE_SECONDS * 1000:.0f}")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
