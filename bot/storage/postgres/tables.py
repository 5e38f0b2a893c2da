"""The tables of the answer store, made and brought up to date by the steps in ``migrations``."""

from contextlib import closing
from importlib.resources import files

from psycopg import errors as pg

from bot.errors import AnswerStoreError
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.postgres.connection import Connection, Server
from retrieval.store.postgres.errors import reading
from retrieval.store.postgres.steps import make_schema, steps_in, take_steps, version

__all__ = ["SCHEMA", "VERSION", "is_made", "migrate", "prepare", "server_of"]

SCHEMA = "verbatim_answers"
"""A schema of its own: who asks the index needn't be able to read what others asked."""
_STEPS = steps_in(files("bot.storage.postgres") / "migrations")
VERSION = len(_STEPS)
"""The number of the last step."""


def server_of(url: str) -> Server:
    """Return where an address leads, to the tables of the answer store."""
    return Server(url, SCHEMA)


def is_made(url: str) -> bool:
    """Tell whether the tables are there.

    Raises:
        StoreUnavailableError: The database can't be reached, or lets nobody in.
    """
    server = server_of(url)
    with closing(server.connect()) as connection, reading(server.name):
        return version(connection) > 0


def prepare(server: Server) -> None:
    """Make sure that the tables are there and of this version.

    Raises:
        VerbatimError: They can't be used.
    """
    with closing(server.connect()) as connection, reading(server.name):
        migrate(connection, server)


def migrate(connection: Connection, server: Server) -> None:
    """Make the tables, or bring those of an older version up to date, in one transaction.

    Raises:
        AnswerStoreError: They are of a newer version, or the role may not make them.
        psycopg.Error: The connection is lost.
    """
    try:
        if version(connection) < VERSION:
            with connection.transaction():
                # Of several processes that start at once, one makes them.
                connection.execute("SELECT pg_advisory_xact_lock(hashtext('verbatim.answers'))")
                make_schema(connection, server.schema)
                take_steps(connection, _STEPS)
        found = version(connection)
    except (pg.InsufficientPrivilege, pg.ReadOnlySqlTransaction) as error:
        raise AnswerStoreError(
            f"The role may not make the tables of the answer store in {server.name}"
            f" ({error.diag.message_primary})",
            Remedy(RemedyKind.RUN_SQL, "GRANT CREATE on the database", "its owner"),
            Remedy(RemedyKind.SET, "store", "a role that may"),
        ) from error
    if found > VERSION:
        raise AnswerStoreError(
            f"The answer store in {server.name} comes from a newer version of Verbatim",
            Remedy(RemedyKind.UPDATE),
        )
