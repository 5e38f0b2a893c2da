"""Reaching the server: where it is, and what every connection to it is set to.

With `psycopg`; pgvector's adapter passes vectors as arrays. A connection is set to look further
until it has found enough (``hnsw.iterative_scan``): without that a narrow scope gets back what
little of it is among the nearest of all sentences, often nothing.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import psycopg
from pgvector.psycopg import register_vector
from psycopg.conninfo import conninfo_to_dict, timeout_from_conninfo

from retrieval.errors import StoreUnavailableError
from retrieval.remedies import Remedy, RemedyKind
from retrieval.store.postgres.errors import unavailable

__all__ = ["SCHEMA", "Connection", "Server", "configure", "take_vectors"]

SCHEMA = "verbatim"
"""The schema of all tables."""

# What the pool warns of is said where it matters, in one sentence.
logging.getLogger("psycopg.pool").setLevel(logging.ERROR)

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

_DEFAULTS: Mapping[str, str] = {
    # A server that is gone without a word is noticed after seconds instead of hours.
    "connect_timeout": "5",
    "keepalives_idle": "15",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
    "application_name": "verbatim",
}
_SETTINGS: Mapping[str, str] = {
    "hnsw.iterative_scan": "relaxed_order",
    "hnsw.ef_search": "400",
    # Compiling a statement takes longer than running it.
    "jit": "off",
    # Sentences of one rare scope and of all need different plans.
    "plan_cache_mode": "force_custom_plan",
}
_TOLD = ("invalid", "bad value")
"""How what the library says of an address begins where it helps whoever wrote it."""
# Where a name is looked for: also where the extension is, wherever that may be.
_SEARCH_PATH = """
set_config('search_path', concat_ws(', ', quote_ident(%s), current_setting('search_path'), (
    SELECT quote_ident(nspname) FROM pg_extension
    JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'vector'
)), false)"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the database is, and which of its schemas is meant."""

    url: str = field(repr=False)
    """``postgresql://user:password@host:port/database``; several hosts are separated by commas."""
    schema: str = SCHEMA

    @property
    def name(self) -> str:
        """Hosts and database, without a password: for a person to read."""
        parts = self._parts()
        hosts = str(parts.get("host") or parts.get("hostaddr") or "localhost").split(",")
        ports = str(parts.get("port") or "").split(",")
        ports = ports * len(hosts) if len(ports) == 1 else ports
        places = [
            f"{host}:{port}" if port else host for host, port in zip(hosts, ports, strict=False)
        ]
        database = parts.get("dbname") or parts.get("user") or ""
        return f"{','.join(places)}/{database}" if database else ",".join(places)

    @property
    def user(self) -> str:
        """The role that connects, as the address names it."""
        return str(self._parts().get("user") or "")

    def connect(self) -> Connection:
        """Connect, each statement a transaction of its own until one is begun.

        Raises:
            StoreUnavailableError: The server can't be reached, or lets nobody in by this address.
        """
        try:
            connection = psycopg.connect(self.url, autocommit=True, **self.options())
        except psycopg.OperationalError as error:
            raise unavailable(self.name, error) from error
        try:
            configure(connection, self.schema)
        except psycopg.OperationalError as error:
            connection.close()
            raise unavailable(self.name, error) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def options(self) -> dict[str, Any]:
        """Return what is added to the address where it doesn't say otherwise."""
        parts = self._parts()
        return {name: value for name, value in _DEFAULTS.items() if name not in parts}

    def _parts(self) -> dict[str, Any]:
        try:
            parts = conninfo_to_dict(self.url)
            timeout_from_conninfo(parts)
        except psycopg.ProgrammingError as error:
            # What the library quotes may be a part of the password; what it says of it is not.
            reason = str(error).partition('"')[0].strip().rstrip(":")
            told = f" ({reason})" if reason.startswith(_TOLD) else ""
            raise StoreUnavailableError(
                f"The setting of the store is no address of a PostgreSQL database{told}",
                Remedy(RemedyKind.SET, "store", "postgresql://user:password@host/database"),
            ) from None
        return parts


def configure(connection: Connection, schema: str) -> None:
    """Set up a new connection, in one round trip.

    Raises:
        psycopg.Error: The connection is lost.
    """
    calls = ", ".join(["set_config(%s, %s, false)"] * len(_SETTINGS))
    values = [part for pair in _SETTINGS.items() for part in pair]
    connection.execute(f"SELECT {calls}, {_SEARCH_PATH}", [*values, schema])


def take_vectors(connection: Connection) -> None:
    """Let a connection pass vectors, whose type has another number in every database.

    Raises:
        psycopg.Error: There is no such type, or the connection is lost.
    """
    register_vector(connection)
