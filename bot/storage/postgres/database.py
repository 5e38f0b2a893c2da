"""The answer store's tables in PostgreSQL, as the database behind it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, partial
from typing import Any, Self, TypeVar

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from bot.errors import AnswersAwayError, AnswerStoreError
from bot.storage.database import Row
from bot.storage.postgres.erasing import erase
from bot.storage.postgres.tables import prepare, server_of
from bot.storage.turns import SECONDS, Full, Turn
from retrieval.remedies import TRY_AGAIN, Remedy, RemedyKind
from retrieval.store.postgres.connection import Connection, Server
from retrieval.store.postgres.errors import may_pass

__all__ = ["PostgresDatabase"]

_MOST = 8
"""Connections, and threads that wait for them."""
_PATIENCE = 2.0
"""Seconds in which a statement has to be done: whoever asked is waiting."""
_CONNECTING = 1.5
_AWAY = 2.0
"""Seconds for which a database that can't be reached isn't tried again: each would wait."""
_CLOSING = 2.0

T = TypeVar("T")


class PostgresDatabase:
    """Implements `bot.storage.database.Database` for several bots, on any machines.

    Statements run in threads of their own, since psycopg's own way of not waiting can't be had
    with every event loop. One that the server loses is not sent again: whether it was done, nobody
    knows.

    Args:
        server: where it is.
    """

    is_shared = True

    def __init__(self, server: Server) -> None:
        self.server = server
        self._away_until = float("-inf")
        self._threads = ThreadPoolExecutor(_MOST, thread_name_prefix="answers")
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            server.url,
            kwargs={"autocommit": True, **server.options()},
            configure=self._set_up,
            check=ConnectionPool.check_connection,
            min_size=1,
            max_size=_MOST,
            # The pool's own trying again pauses longer each time; each statement asks it anew.
            reconnect_timeout=0.0,
            open=True,
        )

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect, and make the tables that are missing.

        Raises:
            VerbatimError: it can't be reached, or its tables can't be used.
        """
        server = server_of(url)
        await asyncio.to_thread(prepare, server)
        return cls(server)

    @property
    def name(self) -> str:
        """The server's hosts and the database."""
        return self.server.name

    async def run(self, statement: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        """Run a statement that changes something; returns how many rows it changed."""
        return await self._do(
            lambda connection: connection.execute(*_bound(statement, values)).rowcount
        )

    async def all(self, statement: str, *values: Any) -> Sequence[Row]:  # noqa: ANN401
        """Return what a query finds."""

        def fetch(connection: Connection) -> tuple[dict[str, Any], ...]:
            with connection.cursor(row_factory=dict_row) as cursor:
                return tuple(cursor.execute(*_bound(statement, values)))

        return await self._do(fetch)

    async def take_turns(self, turns: Sequence[Turn]) -> Full | None:
        """Count turns for all bots."""
        rows = await self.all(
            "SELECT taken, wait FROM take_turns(?, ?::bigint[], ?::integer[], ?)",
            [turn.kind for turn in turns],
            [turn.key for turn in turns],
            [turn.limit for turn in turns],
            SECONDS,
        )
        taken, wait = rows[0]["taken"], rows[0]["wait"]
        return None if taken is None else Full(turns[taken], float(wait))

    async def erase(self) -> bool:
        """Write the tables anew without what was deleted; returns whether nothing of it is left."""
        try:
            return await asyncio.to_thread(erase, self.server)
        except psycopg.Error as error:
            raise self._unusable(error) from error

    async def close(self) -> None:
        """Let go of all connections."""
        with suppress(psycopg.Error):
            await asyncio.to_thread(self._pool.close, _CLOSING)
        self._threads.shutdown(wait=False)

    async def _do(self, work: Callable[[Connection], T]) -> T:
        if time.monotonic() < self._away_until:
            raise self._away()
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(_PATIENCE):
                return await loop.run_in_executor(self._threads, partial(self._with, work))
        except (PoolTimeout, TimeoutError) as error:
            self._away_until = time.monotonic() + _AWAY
            raise self._away() from error
        except psycopg.Error as error:
            if not may_pass(error):
                raise self._unusable(error) from error
            raise self._away() from error

    def _with(self, work: Callable[[Connection], T]) -> T:
        with self._pool.connection(timeout=_CONNECTING) as connection:
            return work(connection)

    def _set_up(self, connection: Connection) -> None:
        connection.execute(
            "SELECT set_config('search_path', quote_ident(%s), false),"
            " set_config('statement_timeout', %s, false)",
            [self.server.schema, f"{_PATIENCE * 1000:.0f}"],
        )

    def _away(self) -> AnswersAwayError:
        return AnswersAwayError(
            f"The answer store in {self.name} can't be reached",
            TRY_AGAIN,
            Remedy(RemedyKind.START_SERVER),
            Remedy(RemedyKind.CORRECT, "store"),
        )

    def _unusable(self, error: psycopg.Error) -> AnswerStoreError:
        said = (error.diag.message_primary or str(error)).strip()
        return AnswerStoreError(f"The answer store in {self.name} can't be used now ({said})")


@cache
def _in_dialect(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


def _bound(statement: str, values: Sequence[Any]) -> tuple[bytes, list[Any]]:
    # A text can't hold the character that ends one in C; nobody has typed it.
    cleaned = [one.replace("\0", "") if isinstance(one, str) else one for one in values]
    return _in_dialect(statement), cleaned
