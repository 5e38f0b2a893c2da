"""The tables of the index, made and brought up to date by the steps in ``migrations``."""

from importlib.resources import files

from psycopg import errors as pg

from retrieval.store.postgres.connection import Connection, Server, configure
from retrieval.store.postgres.errors import closed_to_reading, no_pgvector, outdated
from retrieval.store.postgres.steps import make_schema, steps_in, take_steps, version

__all__ = ["VERSION", "migrate", "require_version", "version"]

_STEPS = steps_in(files("retrieval.store.postgres") / "migrations")
VERSION = len(_STEPS)
"""The number of the last step."""
_LEAST_PGVECTOR = (0, 8)


def require_version(connection: Connection, server: Server) -> bool:
    """Return whether there are tables to read.

    Raises:
        IndexOutdatedError: They are of another version.
        StoreUnavailableError: The role may not look.
    """
    found = version(connection)
    if found not in (0, VERSION):
        raise outdated(server.name, newer=found > VERSION)
    if not found and _is_closed(connection, server.schema):
        raise closed_to_reading(server.name, f"permission denied for schema {server.schema}")
    return found > 0


def _is_closed(connection: Connection, schema: str) -> bool:
    """Tell whether there is a schema of whose tables this role can't even see the names."""
    row = connection.execute(
        "SELECT FROM pg_namespace WHERE nspname = %s AND NOT has_schema_privilege(oid, 'USAGE')",
        [schema],
    ).fetchone()
    return row is not None


def migrate(connection: Connection, server: Server) -> None:
    """Make the tables, or bring those of an older version up to date.

    Raises:
        IndexOutdatedError: They are of a newer version.
        StoreUnavailableError: pgvector is missing, or too old.
        psycopg.Error: They can't be made.
    """
    found = version(connection)
    if found > VERSION:
        raise outdated(server.name, newer=True)
    if found == VERSION:
        return
    with connection.transaction():
        make_schema(connection, server.schema)
        _require_pgvector(connection, server)
        take_steps(connection, _STEPS)
    # Where the extension is can be told only now.
    configure(connection, server.schema)


def _require_pgvector(connection: Connection, server: Server) -> None:
    statement = "SELECT extversion FROM pg_extension WHERE extname = 'vector'"
    row = connection.execute(statement).fetchone()
    if row is None:
        try:
            with connection.transaction():
                connection.execute("CREATE EXTENSION vector WITH SCHEMA public")
        except (pg.InsufficientPrivilege, pg.FeatureNotSupported, pg.UndefinedFile) as error:
            raise no_pgvector(server.name, found=None) from error
        row = connection.execute(statement).fetchone()
    found = str(row[0]) if row else ""
    numbers = tuple(int(part) for part in found.split(".")[:2] if part.isdecimal())
    if numbers < _LEAST_PGVECTOR:
        raise no_pgvector(server.name, found=found)
