"""Opening the answer store's file."""

import asyncio
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

import aiosqlite

from bot.errors import AnswerStoreError
from bot.storage.sqlite.migrations import VERSION, migrate

__all__ = ["open_file", "open_reader"]

PRIVATE = 0o600
"""What people asked is for the bot's own user to read."""

_TRIES = 100
_PAUSE = 0.05
"""Seconds; five in all, as long as everything else waits for another process."""


async def open_file(path: Path) -> aiosqlite.Connection:
    """Open the answer store, creating it when there is none, with its tables up to date.

    Raises:
        AnswerStoreError: it is damaged, made by a newer version, or its folder can't be written.
    """
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_private(path)
        connection = await aiosqlite.connect(path, isolation_level=None)
        await _prepare(connection, path)
    except AnswerStoreError:
        raise
    except sqlite3.DatabaseError as error:
        if connection is not None:
            await connection.close()
        raise AnswerStoreError(_explain(path, error)) from error
    except OSError as error:
        raise AnswerStoreError(
            f"The answer store {path} can't be opened: {error.strerror}; check VERBATIM_DATA."
        ) from error
    return connection


async def open_reader(path: Path) -> aiosqlite.Connection:
    """Open a store that is open already once more, to read while a write waits for others."""
    connection = await aiosqlite.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    await connection.execute("PRAGMA busy_timeout = 5000")
    await connection.execute("PRAGMA query_only = ON")
    return connection


def _keep_private(path: Path) -> None:
    """Create the file, or take it back from others; SQLite gives its further files the same mode.

    Raises:
        OSError: it can't be created.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    for one in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        # Somebody else's file can't be changed, and may be meant to be shared.
        with suppress(OSError):
            one.chmod(PRIVATE)


async def _prepare(connection: aiosqlite.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    await connection.execute("PRAGMA busy_timeout = 5000")
    await _use_write_ahead_log(connection)
    await connection.execute("PRAGMA synchronous = NORMAL")
    await connection.execute("PRAGMA foreign_keys = ON")
    # "Forget me" must leave nothing behind in free pages.
    await connection.execute("PRAGMA secure_delete = ON")
    # Looked at before it is changed: a damaged file is moved away, not made worse.
    async with connection.execute("PRAGMA quick_check(1)") as cursor:
        row = await cursor.fetchone()
    if row is None or row[0] != "ok":
        raise sqlite3.DatabaseError("quick_check failed")
    if await migrate(connection) > VERSION:
        await connection.close()
        raise AnswerStoreError(
            f"The answer store {path} comes from a newer version of Verbatim; install that one or"
            " set VERBATIM_DATA to another folder."
        )


async def _use_write_ahead_log(connection: aiosqlite.Connection) -> None:
    """Switch the journal, again and again while another process is just opening the store.

    SQLite's own waiting (``busy_timeout``) does not hold for this one statement.
    """
    for left in reversed(range(_TRIES)):
        try:
            await connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            await asyncio.sleep(_PAUSE)


def _explain(path: Path, error: sqlite3.DatabaseError) -> str:
    # A file that can't be created or written is not a damaged one.
    if isinstance(error, sqlite3.OperationalError):
        return f"The answer store {path} can't be used ({error}); check VERBATIM_DATA and the disk."
    return (
        f"The answer store {path} is damaged; move it away and start again (a new one is made,"
        " only the buttons of old answers stop working)."
    )
