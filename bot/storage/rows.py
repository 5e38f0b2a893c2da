"""The database behind the answer store, and small notes in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from bot.errors import AnswerStoreError
from bot.storage.database import Database, Row
from bot.storage.turns import Full, MemoryTurns, Turn
from retrieval.store import require_driver

__all__ = ["Rows", "is_there", "name_of"]


class Rows:
    """What every part of the answer store does with its database.

    Args:
        database: the open database; it is closed with the store.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._own_turns = MemoryTurns()

    @classmethod
    async def open(cls, where: Path | str) -> Self:
        """Open the store in a file or a database, making its tables when there are none.

        Args:
            where: The file, or ``postgresql://user:password@host/database``.

        Raises:
            VerbatimError: it can't be used.
        """
        if isinstance(where, Path):
            from bot.storage.sqlite.database import SqliteDatabase

            return cls(await SqliteDatabase.open(where))
        require_driver()
        from bot.storage.postgres.database import PostgresDatabase

        return cls(await PostgresDatabase.open(where))

    async def close(self) -> None:
        """Write everything down and let go of the database."""
        await self.database.close()

    async def note(self, name: str) -> str | None:
        """Return something small that was noted under a name."""
        rows = await self._all("SELECT value FROM notes WHERE name = ?", name)
        return str(rows[0]["value"]) if rows else None

    async def take_note(self, name: str, value: str) -> None:
        """Note something small under a name."""
        await self._run(
            "INSERT INTO notes VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value,
        )

    async def take_turns(self, turns: Sequence[Turn]) -> Full | None:
        """Count a turn of each key, or of none if one has no turn left, which is returned.

        In a shared database it is counted for all bots; in this process alone while it is away.
        """
        try:
            return await self.database.take_turns(turns)
        except AnswerStoreError:
            return await self._own_turns.take_turns(turns)

    async def _run(self, statement: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        return await self.database.run(statement, *values)

    async def _all(self, statement: str, *values: Any) -> Sequence[Row]:  # noqa: ANN401
        return await self.database.all(statement, *values)


def name_of(url: str) -> str:
    """Say which database an address is of, without its password.

    Raises:
        VerbatimError: it is no address.
    """
    require_driver()
    from bot.storage.postgres.tables import server_of

    return server_of(url).name


def is_there(url: str) -> bool:
    """Tell whether a database has an answer store in it.

    Raises:
        VerbatimError: it can't be reached.
    """
    require_driver()
    from bot.storage.postgres.tables import is_made

    return is_made(url)
