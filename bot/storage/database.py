"""What the answer store needs of a database; the statements are the same for all of them.

They are plain SQL that SQLite and PostgreSQL both read, a ``?`` for each value: what differs
between the two (tables, connections, getting rid of what was deleted) is each database's own.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from bot.storage.turns import Full, Turn

__all__ = ["ERASE_SECONDS", "Database", "Row"]

ERASE_SECONDS = 2.0
"""How long others are waited for, each time that traces are erased."""


class Row(Protocol):
    """One row that a query found."""

    def keys(self) -> Iterable[str]:
        """Name the columns."""

    def __getitem__(self, column: str, /) -> Any:  # noqa: ANN401 - whatever is stored
        """Return the value of a column."""


class Database(Protocol):
    """An open database with the tables of the answer store."""

    @property
    def name(self) -> str:
        """Where it is, for a person to read."""

    @property
    def is_shared(self) -> bool:
        """Whether several bots may have their answers in it."""

    async def run(self, statement: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        """Run a statement that changes something; returns how many rows it changed.

        Raises:
            AnswerStoreError: it can't be written now.
        """

    async def all(self, statement: str, *values: Any) -> Sequence[Row]:  # noqa: ANN401
        """Return what a query finds.

        Raises:
            AnswerStoreError: it can't be read now.
        """

    async def take_turns(self, turns: Sequence[Turn]) -> Full | None:
        """Count a turn of each key, or of none if one has no turn left, which is returned.

        Raises:
            AnswerStoreError: it can't be counted now.
        """

    async def erase(self) -> bool:
        """Write anew what holds traces of deleted rows; returns whether none are left.

        Raises:
            AnswerStoreError: it can't be done now.
        """

    async def close(self) -> None:
        """Write everything down and let go of it."""
