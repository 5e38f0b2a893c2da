"""The tables of the answer store, and opening it."""

import sqlite3
from pathlib import Path

import aiosqlite

from bot.errors import AnswerStoreError

__all__ = ["VERSION", "open_database"]

VERSION = 1

_TABLES = """
CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    asked_at REAL NOT NULL,
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    guild_id INTEGER,
    channel_id INTEGER NOT NULL,
    private INTEGER NOT NULL,
    scope TEXT NOT NULL,
    parent TEXT,
    document TEXT,
    question_message INTEGER,
    answer_message INTEGER,
    question TEXT NOT NULL,
    answered INTEGER NOT NULL,
    answer TEXT NOT NULL,
    seconds REAL NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_age ON answers (asked_at);
CREATE INDEX answers_by_scope ON answers (scope, asked_at);
CREATE INDEX answers_by_user ON answers (user_id);
CREATE INDEX answers_by_question ON answers (question_message) WHERE question_message IS NOT NULL;
CREATE INDEX answers_by_message ON answers (answer_message) WHERE answer_message IS NOT NULL;
CREATE INDEX misses ON answers (guild_id, asked_at) WHERE NOT answered;
CREATE TABLE votes (
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL,
    vote INTEGER NOT NULL,
    reason TEXT NOT NULL,
    voted_at REAL NOT NULL,
    PRIMARY KEY (answer, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX votes_by_user ON votes (user_id);
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


async def open_database(path: Path) -> aiosqlite.Connection:
    """Open the answer store, creating it when there is none.

    Raises:
        AnswerStoreError: it is damaged, made by a newer version, or its folder can't be written.
    """
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
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


async def _prepare(connection: aiosqlite.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    await connection.execute("PRAGMA busy_timeout = 5000")
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("PRAGMA synchronous = NORMAL")
    await connection.execute("PRAGMA foreign_keys = ON")
    # "Forget me" must leave nothing behind in free pages.
    await connection.execute("PRAGMA secure_delete = ON")
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    version = 0 if row is None else int(row[0])
    if version > VERSION:
        await connection.close()
        raise AnswerStoreError(
            f"The answer store {path} comes from a newer version of Verbatim; install that one or"
            " set VERBATIM_DATA to another folder."
        )
    if version == 0:
        await connection.executescript(
            f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version = {VERSION};COMMIT;"
        )
    async with connection.execute("PRAGMA quick_check(1)") as cursor:
        row = await cursor.fetchone()
    if row is None or row[0] != "ok":
        raise sqlite3.DatabaseError("quick_check failed")


def _explain(path: Path, error: sqlite3.DatabaseError) -> str:
    # A file that can't be created or written is not a damaged one.
    if isinstance(error, sqlite3.OperationalError):
        return f"The answer store {path} can't be used ({error}); check VERBATIM_DATA and the disk."
    return (
        f"The answer store {path} is damaged; move it away and start again (a new one is made,"
        " only the buttons of old answers stop working)."
    )
