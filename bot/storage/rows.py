"""The database behind the answer store, as rows."""

from pathlib import Path
from sqlite3 import Row
from typing import Any, Self

import aiosqlite

from bot.storage.database import open_database

__all__ = ["Rows"]


class Rows:
    """An open database and small notes in it; SQLite's work happens in a thread of its own."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._db = connection

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the database at ``path``, creating it when there is none.

        Raises:
            AnswerStoreError: it can't be used.
        """
        return cls(await open_database(path))

    async def close(self) -> None:
        """Write everything down and let go of the file."""
        await self._db.close()

    async def note(self, name: str) -> str | None:
        """Return something small that was noted under a name."""
        rows = await self._all("SELECT value FROM notes WHERE name = ?", name)
        return str(rows[0]["value"]) if rows else None

    async def take_note(self, name: str, value: str) -> None:
        """Note something small under a name."""
        await self._run("INSERT OR REPLACE INTO notes VALUES (?, ?)", name, value)

    async def _run(self, statement: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        async with self._db.execute(statement, values) as cursor:
            return cursor.rowcount

    async def _all(self, statement: str, *values: Any) -> tuple[Row, ...]:  # noqa: ANN401
        async with self._db.execute(statement, values) as cursor:
            return tuple(await cursor.fetchall())
