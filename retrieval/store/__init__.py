"""Where indexes are kept: an interface, and one folder for each store that implements it."""

from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from retrieval.errors import StoreUnavailableError
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.interface import IndexStore
from retrieval.store.states import KEPT

__all__ = ["is_database", "open_store", "require_driver"]

_DATABASES = ("postgresql://", "postgres://")


def is_database(where: str) -> bool:
    """Tell whether this is the address of a database that indexes can be kept in."""
    return where.startswith(_DATABASES)


def require_driver() -> None:
    """Make sure that databases can be talked to.

    Raises:
        StoreUnavailableError: What talks to them is not installed.
    """
    if find_spec("psycopg") is None or find_spec("pgvector") is None:
        raise StoreUnavailableError(
            "PostgreSQL needs an optional part of Verbatim",
            Remedy(RemedyKind.INSTALL_EXTRA, "postgres"),
            Remedy(RemedyKind.LEAVE_OUT, "store", "keep everything in files"),
        )


def open_store(
    where: Path | str, *, keep: int = KEPT, together: Collection[str] = ()
) -> IndexStore:
    """Return the store of the indexes in a folder or a database, whether or not it holds one yet.

    Args:
        where: The folder, or ``postgresql://user:password@host/database``.
        keep: How many published states stay there, to go back to, the current one included.
        together: Origins whose states in a row count as one, the newest of them.

    Raises:
        StoreUnavailableError: What talks to the database is not installed.
    """
    if isinstance(where, str) and is_database(where):
        require_driver()
        from retrieval.store.postgres.index_store import PostgresIndexStore

        return PostgresIndexStore(where, keep=keep, together=together)
    from retrieval.store.files.index_store import FileIndexStore

    return FileIndexStore(Path(where), keep=keep, together=together)
