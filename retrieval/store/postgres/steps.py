"""Tables made by numbered steps: ``0001_index.sql`` and so on, each run once, in order.

The number of the last one that was taken stands in the table ``migrations`` of the same schema.
"""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

from psycopg import sql

from retrieval.store.postgres.connection import Connection

__all__ = ["make_schema", "steps_in", "take_steps", "version"]


def steps_in(folder: Traversable) -> tuple[Traversable, ...]:
    """Return the steps that a folder holds, in order."""
    found = (one for one in folder.iterdir() if one.name.endswith(".sql"))
    return tuple(sorted(found, key=lambda one: one.name))


def version(connection: Connection) -> int:
    """Return the number of the last step that was taken; 0: there are no tables."""
    if connection.execute("SELECT to_regclass('migrations')").fetchone() == (None,):
        return 0
    row = connection.execute("SELECT max(number) FROM migrations").fetchone()
    return int(row[0] or 0) if row else 0


def make_schema(connection: Connection, name: str) -> None:
    """Make the schema that tables are to be in, unless it is there.

    Raises:
        psycopg.Error: The role may not.
    """
    connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(name)))


def take_steps(connection: Connection, steps: Sequence[Traversable]) -> None:
    """Take the steps that are missing; the caller has begun a transaction.

    Raises:
        psycopg.Error: One can't be taken.
    """
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migrations"
        " (number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())"
    )
    found = version(connection)
    for number, step in enumerate(steps[found:], start=found + 1):
        connection.execute(step.read_bytes())
        connection.execute("INSERT INTO migrations VALUES (%s)", [number])
