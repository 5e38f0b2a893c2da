"""Indexes in a PostgreSQL database: the index store over it."""

from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta

import psycopg
from psycopg import errors as pg

from retrieval.errors import IndexBusyError, IndexDamagedError, IndexNotFoundError
from retrieval.remedies import BUILD_INDEX, Remedy, RemedyKind
from retrieval.store.interface import IndexWriter
from retrieval.store.postgres.build import read_build
from retrieval.store.postgres.connection import SCHEMA, Connection, Server, take_vectors
from retrieval.store.postgres.connections import Connections
from retrieval.store.postgres.errors import reading, writing
from retrieval.store.postgres.publish import KEPT, go_back
from retrieval.store.postgres.reader import PostgresIndexReader
from retrieval.store.postgres.tables import migrate, require_version
from retrieval.store.postgres.verify import check_build
from retrieval.store.postgres.writer import PostgresIndexWriter
from retrieval.store.states import KEPT as STATES
from retrieval.store.states import IndexState, Rollback
from retrieval.store.values import IndexSpec

__all__ = ["PostgresIndexStore"]

_KEPT_BUILDS = "SELECT id FROM builds WHERE dropped_at IS NULL ORDER BY number DESC"
_BY_ID = "SELECT number FROM builds WHERE id = %(id)s AND dropped_at IS NULL"
_ROLLED_BACK = """
SELECT b.id, (SELECT id FROM builds WHERE dropped_at IS NULL ORDER BY number DESC LIMIT 1),
    s.gone_back_at, s.gone_back_by
FROM state s JOIN builds b ON b.number = s.build"""
_TRY_LOCK = "SELECT pg_try_advisory_lock(hashtext('verbatim.index'), hashtext(%s))"
_LOCK = "SELECT pg_advisory_lock(hashtext('verbatim.index'), hashtext(%s))"


class PostgresIndexStore:
    """Implements `retrieval.store.interface.IndexStore` with the tables that its README names.

    Args:
        url: ``postgresql://user:password@host:port/database``; several hosts, separated by commas,
            are tried one after the other.
        schema: The schema of its tables.
        keep: How many states stay, to go back to, the current one included.
        together: Origins whose states in a row count as one, the newest of them.
        kept: For how long others can still be read by whoever has them open.
    """

    def __init__(
        self,
        url: str,
        *,
        schema: str = SCHEMA,
        keep: int = STATES,
        together: Collection[str] = (),
        kept: timedelta = KEPT,
    ) -> None:
        self._server = Server(url, schema)
        self._keep = keep
        self._together = together
        self._kept = kept

    def current(self) -> str:
        """Return the id of the current build."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT id FROM builds WHERE number = (SELECT build FROM state)"
            ).fetchone()
        if row is None:
            raise self._nothing()
        return str(row[0])

    def open(self, build_id: str | None = None, *, verify: bool = False) -> PostgresIndexReader:
        """Open the current build, or another one that is kept."""
        with self._reading() as connection:
            if build_id is None:
                build = read_build(connection, self._server.name)
            else:
                build = read_build(connection, self._server.name, _BY_ID, id=build_id)
            if build is None:
                raise self._nothing() if build_id is None else self._no_state(build_id)
            if verify:
                take_vectors(connection)
                check_build(connection, build)
        connections = Connections(self._server, build.corpus.build, build.info.build_id)
        return PostgresIndexReader(build, connections)

    def builds(self) -> tuple[str, ...]:
        """Return the ids of the builds that are kept, the newest first."""
        try:
            with self._reading() as connection:
                rows = connection.execute(_KEPT_BUILDS).fetchall()
        except IndexNotFoundError:
            return ()
        return tuple(str(build_id) for (build_id,) in rows)

    def states(self) -> tuple[IndexState, ...]:
        """Describe the builds that are kept and can be read, the newest first."""
        found = []
        try:
            with self._reading() as connection:
                for (build_id,) in connection.execute(_KEPT_BUILDS).fetchall():
                    with suppress(IndexDamagedError):
                        found.append(read_build(connection, self._server.name, _BY_ID, id=build_id))
        except IndexNotFoundError:
            return ()
        return tuple(
            IndexState(info=one.info, documents=one.documents, origin=one.origin)
            for one in found
            if one is not None
        )

    def rolled_back(self) -> Rollback | None:
        """Say whether the current build was gone back to."""
        with self._reading() as connection:
            row = connection.execute(_ROLLED_BACK).fetchone()
        if row is None:
            raise self._nothing()
        build_id, latest, at, origin = row
        if at is None:
            return None
        return Rollback(build_id=build_id, latest=latest, at=at, origin=origin or "")

    def rollback(self, build_id: str, *, origin: str = "") -> None:
        """Make a build that is kept the current one, once every byte of it was checked."""
        self.current()  # Where there are no tables, they are not made for this.
        with closing(self._server.connect()) as connection:
            try:
                self._lock(connection, timeout=0, waiting=lambda: None)
            except IndexBusyError as error:
                raise IndexBusyError(error.what, Remedy(RemedyKind.TRY_LATER)) from error
            with reading(self._server.name):
                build = read_build(connection, self._server.name, _BY_ID, id=build_id)
                if build is None:
                    raise self._no_state(build_id)
                take_vectors(connection)
                check_build(connection, build)
            with writing(self._server.name), connection.transaction():
                go_back(connection, build_id, origin=origin)
            _unlock(connection)

    def tidy(self, *, stop: Callable[[], bool] = lambda: False) -> None:
        """Do nothing: a change scatters nothing here."""

    @contextmanager
    def begin(
        self,
        spec: IndexSpec,
        *,
        timeout: float | None = None,
        waiting: Callable[[], None] = lambda: None,
        origin: str = "",
    ) -> Iterator[IndexWriter]:
        """Begin the next build, alone."""
        with closing(self._server.connect()) as connection:
            with writing(self._server.name):
                self._lock(connection, timeout=timeout, waiting=waiting)
                # An update may take longer than what others allow a statement.
                connection.execute("SET statement_timeout = 0")
                connection.execute("SET idle_in_transaction_session_timeout = 0")
                migrate(connection, self._server)
                take_vectors(connection)
                # Before anything is embedded, which may take hours.
                connection.execute("UPDATE state SET build = build")
                writer = PostgresIndexWriter(
                    connection,
                    self._server,
                    spec,
                    origin=origin,
                    keep=self._keep,
                    together=self._together,
                    kept=self._kept,
                )
            yield writer
            _unlock(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Connect, and require tables that can be read.

        Raises:
            IndexNotFoundError: There are none yet.
            StoreUnavailableError: The database can't be asked.
        """
        with closing(self._server.connect()) as connection, reading(self._server.name):
            if not require_version(connection, self._server):
                raise self._nothing()
            yield connection

    def _lock(
        self, connection: Connection, *, timeout: float | None, waiting: Callable[[], None]
    ) -> None:
        """Hold the right to write until it is given back, or the connection is lost.

        Raises:
            IndexBusyError: Somebody else held it all that time.
        """
        row = connection.execute(_TRY_LOCK, [self._server.schema]).fetchone()
        if row == (True,):
            return
        busy = IndexBusyError(
            f"Another build holds the index in {self._server.name}",
            Remedy(RemedyKind.BUILD_AFTER_OTHER),
        )
        if timeout == 0:
            raise busy
        waiting()
        patience = 0 if timeout is None else max(int(timeout * 1000), 1)
        connection.execute("SELECT set_config('lock_timeout', %s, false)", [str(patience)])
        try:
            connection.execute(_LOCK, [self._server.schema])
        except pg.LockNotAvailable as error:
            raise busy from error
        connection.execute("SET lock_timeout = 0")

    def _no_state(self, build_id: str) -> IndexNotFoundError:
        return IndexNotFoundError(
            f"There is no state {build_id} of the index in {self._server.name}",
            Remedy(RemedyKind.LIST_STATES),
        )

    def _nothing(self) -> IndexNotFoundError:
        return IndexNotFoundError(f"There is no index in {self._server.name} yet", BUILD_INDEX)


def _unlock(connection: Connection) -> None:
    """Give the right to write back: a server notices a moment later that a connection is closed."""
    with suppress(psycopg.Error):
        connection.rollback()
        connection.execute("SELECT pg_advisory_unlock_all()")
