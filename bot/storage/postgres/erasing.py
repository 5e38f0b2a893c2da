"""Writing tables anew without what was deleted from them."""

import time
from contextlib import closing

from psycopg import errors as pg

from bot.storage import database
from retrieval.store.postgres.connection import Connection, Server

__all__ = ["erase"]

_OF_PEOPLE = ("answers", "votes", "changes")
_PAUSE = 0.05
# Whoever began before the last row was deleted may still have to see it, and so it is kept.
_OLD_READERS = """
SELECT count(*) FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND (datname = current_database() OR datname IS NULL)
    AND age(backend_xmin) > age(%s::xid)"""
_OWNS_ALL = """
SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class
WHERE oid = ANY (ARRAY['answers', 'votes', 'changes']::regclass[])"""


def erase(server: Server) -> bool:
    """Write the tables with what people said anew; returns whether no page holds deleted rows.

    ``VACUUM`` alone gives the room of deleted rows free and leaves their bytes where they are;
    ``VACUUM FULL`` copies what is alive into new files. Nobody else can use a table meanwhile.

    Raises:
        StoreUnavailableError: the server can't be reached.
        psycopg.Error: it can't be done now.
    """
    patience = f"{database.ERASE_SECONDS * 1000:.0f}"
    with closing(server.connect()) as connection:
        connection.execute("SELECT set_config('lock_timeout', %s, false)", [patience])
        connection.execute("SET statement_timeout = 0")
        # What is deleted was deleted by transactions before this one.
        row = connection.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::xid").fetchone()
        if connection.execute(_OWNS_ALL).fetchone() != (True,) or row is None:
            return False
        if not _readers_are_gone(connection, row[0]):
            return False
        try:
            for table in _OF_PEOPLE:
                connection.execute(f"VACUUM (FULL) {table}".encode())
        except pg.LockNotAvailable:
            return False
    return True


def _readers_are_gone(connection: Connection, last: object) -> bool:
    """Wait for those who may still see what was deleted; returns whether none is left."""
    ends = time.monotonic() + database.ERASE_SECONDS
    while connection.execute(_OLD_READERS, [str(last)]).fetchone() != (0,):
        if time.monotonic() >= ends:
            return False
        time.sleep(_PAUSE)
    return True
