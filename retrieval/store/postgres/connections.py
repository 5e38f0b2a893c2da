"""The connections that a reader asks through, and what it does when one is lost.

Numbers of builds, documents and rows are used once by a server, but not by the standby that takes
its place: where it had not heard of the last build yet, the next one gets the same numbers. So each
connection is used only if what it leads to has the reader's build, under its number and its id.
"""

import time
from collections.abc import Mapping
from contextlib import closing, suppress
from typing import Any

import psycopg
from psycopg import errors as pg
from psycopg_pool import ConnectionPool, PoolTimeout

from retrieval.store.postgres.connection import Connection, Server, configure, take_vectors
from retrieval.store.postgres.errors import gone, may_pass, reading

__all__ = ["Connections"]

_MOST = 32
_PATIENCE = 4.0
"""Seconds for which a lost connection is tried again: a server needs two to start again, and a
person waits no longer without a word."""
_PAUSE = 0.3
_CLOSING = 2.0
_HAS_BUILD = "SELECT FROM builds WHERE number = %s AND id = %s"


class Connections:
    """Connections to whatever has a build, kept open, for any thread.

    Args:
        server: Where it is, or may be.
        number: The build's number there.
        build_id: Its id.
    """

    def __init__(self, server: Server, number: int, build_id: str) -> None:
        self._server = server
        self._build = (number, build_id)
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            server.url,
            kwargs={"autocommit": True, **server.options()},
            configure=self._set_up,
            min_size=1,
            max_size=_MOST,
            # The pool's own trying again pauses longer each time; `fetch` asks it often enough.
            reconnect_timeout=0.0,
            open=True,
        )

    def fetch(self, statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run a statement that only reads; on a lost connection again, on another one.

        Raises:
            StoreUnavailableError: There is no connection to be had, or none to the build.
            IndexDamagedError: The statement fails.
        """
        ends = time.monotonic() + _PATIENCE
        with reading(self._server.name):
            while True:
                try:
                    with self._pool.connection(timeout=_PAUSE) as connection:
                        return connection.execute(statement, values, binary=True).fetchall()
                except PoolTimeout:
                    if time.monotonic() >= ends:
                        # Says why there is none, unless all are busy.
                        with closing(self._server.connect()) as connection:
                            self._require_build(connection)
                        raise
                except psycopg.OperationalError as error:
                    if not may_pass(error) or time.monotonic() >= ends:
                        raise

    def _set_up(self, connection: Connection) -> None:
        configure(connection, self._server.schema)
        self._require_build(connection)
        take_vectors(connection)

    def _require_build(self, connection: Connection) -> None:
        try:
            found = connection.execute(_HAS_BUILD, self._build).fetchone()
        except pg.UndefinedTable:
            found = None
        if found is None:
            raise gone(self._server.name)

    def close(self) -> None:
        """Close all of them."""
        with suppress(psycopg.Error):
            self._pool.close(timeout=_CLOSING)
