"""What PostgreSQL reports, in one sentence with a way out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors as pg
from psycopg_pool import PoolTimeout

from retrieval.errors import (
    IndexDamagedError,
    IndexOutdatedError,
    IndexWriteError,
    StoreUnavailableError,
)
from retrieval.remedies import REBUILD_INDEX, TRY_AGAIN, Remedy, RemedyKind

__all__ = [
    "closed_to_reading",
    "gone",
    "may_pass",
    "no_pgvector",
    "outdated",
    "reading",
    "unavailable",
    "writing",
]

_REFUSED = re.compile(
    r"password|authentication|does not exist|pg_hba|permission denied|not permitted", re.IGNORECASE
)
_FATAL = re.compile(r"\A.*(?:FATAL|failed):\s*", re.DOTALL)
_STANDBY = re.compile(r"session is read-only|in hot standby mode")
"""Of several hosts the last that was tried is none that is written to, as the address wants it."""
_MISWRITTEN = re.compile(r"invalid (?:port number|integer value|\S+ value)")
"""What the library finds wrong in an address: no server was asked, and none would help."""
_MAY_PASS = ("08", "57")
"""Classes of SQLSTATE: the connection failed; an operator intervened, by a restart above all."""
_CANCELLED = "57014"


def may_pass(error: psycopg.Error) -> bool:
    """Tell whether a failure is one of the connection: another one may well work."""
    state = error.sqlstate
    if state is None:  # The library's own: there is no server to name a reason.
        return isinstance(error, psycopg.OperationalError)
    return state[:2] in _MAY_PASS and state != _CANCELLED


def unavailable(server: str, error: BaseException) -> StoreUnavailableError:
    """Say why a database can't be asked."""
    said = str(error).strip()
    reason = _FATAL.sub("", said.splitlines()[0] if said else type(error).__name__).strip()
    reason = reason[:1].lower() + reason[1:].rstrip(".")
    if isinstance(error, PoolTimeout):
        reason = "no connection in time"
    elif _STANDBY.search(reason):
        reason = "only a standby is there"
    if found := _MISWRITTEN.search(reason):
        return StoreUnavailableError(
            f"The address of the database {server} is miswritten ({reason[found.start() :]})",
            Remedy(RemedyKind.CORRECT, "store"),
        )
    if _REFUSED.search(reason):
        return StoreUnavailableError(
            f"The database {server} lets nobody in by this address ({reason})",
            Remedy(RemedyKind.CORRECT, "store"),
        )
    return StoreUnavailableError(
        f"The database {server} can't be reached ({reason})",
        TRY_AGAIN,
        Remedy(RemedyKind.START_SERVER),
        Remedy(RemedyKind.CORRECT, "store"),
    )


def gone(server: str) -> StoreUnavailableError:
    """Say that the build that is read has been replaced for long."""
    return StoreUnavailableError(
        f"The index in {server} that was open has been replaced and cleared away", TRY_AGAIN
    )


def no_pgvector(server: str, *, found: str | None) -> StoreUnavailableError:
    """Say that the extension is missing or too old."""
    if found is None:
        what = f"The database {server} lacks the extension pgvector"
        remedy = Remedy(RemedyKind.RUN_SQL, "CREATE EXTENSION vector", "a superuser")
        return StoreUnavailableError(what, Remedy(RemedyKind.INSTALL_PGVECTOR), remedy)
    return StoreUnavailableError(
        f"The database {server} has pgvector {found}, and 0.8 is the oldest that will do",
        Remedy(RemedyKind.RUN_SQL, "ALTER EXTENSION vector UPDATE", "a superuser"),
    )


@contextmanager
def reading(server: str) -> Iterator[None]:
    """Put what reading meets in the words of the domain.

    Raises:
        StoreUnavailableError: The connection is lost, or the role may not read.
        IndexDamagedError: Something is not there that was written.
    """
    try:
        yield
    except pg.InsufficientPrivilege as error:
        raise closed_to_reading(server, _said(error)) from error
    except (psycopg.OperationalError, PoolTimeout) as error:
        raise unavailable(server, error) from error
    except psycopg.Error as error:
        raise IndexDamagedError(
            f"The index in {server} is damaged ({_said(error)})", REBUILD_INDEX
        ) from error


@contextmanager
def writing(server: str) -> Iterator[None]:
    """Put what writing meets in the words of the domain.

    Raises:
        IndexWriteError: Nothing was written, for this reason.
    """
    again = Remedy(RemedyKind.THEN_BUILD_AGAIN)
    try:
        yield
    except pg.InsufficientPrivilege as error:
        raise IndexWriteError(
            f"The role may not write to the index in {server} ({_said(error)})",
            Remedy(RemedyKind.RUN_SQL, "GRANT CREATE on the database", "its owner"),
            Remedy(RemedyKind.SET, "store", "a role that owns the index"),
            again,
        ) from error
    except pg.ReadOnlySqlTransaction as error:
        raise IndexWriteError(
            f"The database {server} only reads, as a standby does",
            Remedy(RemedyKind.SET, "store", "the primary, with target_session_attrs=read-write"),
            again,
        ) from error
    except pg.DiskFull as error:
        raise IndexWriteError(
            f"The index in {server} can't be written ({_said(error)})",
            Remedy(RemedyKind.MAKE_ROOM),
            again,
        ) from error
    except psycopg.OperationalError as error:
        if not may_pass(error):
            raise IndexWriteError(
                f"The index in {server} can't be written ({_said(error)})", TRY_AGAIN, again
            ) from error
        raise IndexWriteError(
            f"The connection to {server} was lost before the index was published, and the one"
            " before it goes on answering",
            Remedy(RemedyKind.START_SERVER),
            again,
        ) from error
    except psycopg.Error as error:
        raise IndexWriteError(
            f"The index in {server} can't be written ({_said(error)})", again
        ) from error


def closed_to_reading(server: str, reason: str) -> StoreUnavailableError:
    """Say that a role may not see the index."""
    return StoreUnavailableError(
        f"The database {server} doesn't let this role read the index ({reason})",
        Remedy(
            RemedyKind.RUN_SQL, "GRANT USAGE on the schema and SELECT on its tables", "its owner"
        ),
    )


def outdated(server: str, *, newer: bool) -> IndexOutdatedError:
    """Say that the tables are of another version."""
    if newer:
        return IndexOutdatedError(
            f"The index in {server} was written by a newer version of Verbatim",
            Remedy(RemedyKind.UPDATE),
        )
    return IndexOutdatedError(
        f"The index in {server} was written by an older version of Verbatim", REBUILD_INDEX
    )


def _said(error: psycopg.Error) -> str:
    return (error.diag.message_primary or str(error).strip().splitlines()[0]).rstrip(".")
