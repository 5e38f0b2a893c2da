"""Moving what a bot remembered in its file into a database that several bots share."""

from pathlib import Path

from bot.storage.database import Database, Row
from bot.storage.forgetting import BATCH, DUE
from bot.storage.sqlite.database import SqliteDatabase

__all__ = ["move_file"]

_TABLES = {
    "answers": "id",
    "votes": "answer, voter",
    "changes": "build, person",
    "notes": "name",
    "servers": "bot, server",
    "counts": "day, server, name",
}
"""All that the file has, and what two rows of each can't have in common."""
_YES_OR_NO = frozenset("private answered dropped shared closed taught decisive".split())
"""Columns that are numbers in the file."""


async def move_file(path: Path, into: Database, *, bot: int) -> int:
    """Move all rows, and remove the file when it is empty; returns how many answers those were.

    A row is taken out of the file once it is in the database. So whatever ends it, what was moved
    is moved, the rest is at the next call, and nothing that was forgotten meanwhile comes back.

    Args:
        path: the file.
        into: the database.
        bot: whose file it is.

    Raises:
        AnswerStoreError: either can't be used now.
    """
    file = await SqliteDatabase.open(path)
    try:
        moved = 0
        while rows := await file.all("SELECT * FROM answers LIMIT ?", BATCH):
            for row in rows:
                await _put("answers", row, into)
                for vote in await file.all("SELECT * FROM votes WHERE answer = ?", row["id"]):
                    await _put("votes", vote, into)
                await file.run("DELETE FROM answers WHERE id = ?", row["id"])
                moved += 1
        await file.run("DELETE FROM notes WHERE name = ?", DUE)
        await file.run("UPDATE servers SET bot = ?", bot)
        for table in ("changes", "notes", "servers", "counts"):
            await _move_table(table, file, into)
    finally:
        await file.close()
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    return moved


async def _move_table(table: str, file: Database, into: Database) -> None:
    names = _TABLES[table].split(", ")
    where = " AND ".join(f"{name} = ?" for name in names)
    for row in await file.all(f"SELECT * FROM {table}"):  # noqa: S608 - names of this file
        await _put(table, row, into)
        await file.run(f"DELETE FROM {table} WHERE {where}", *(row[name] for name in names))  # noqa: S608


async def _put(table: str, row: Row, into: Database) -> None:
    names = list(row.keys())
    values = [bool(row[name]) if name in _YES_OR_NO else row[name] for name in names]
    again = "NOTHING"
    if table == "counts":  # Another bot may have counted on the same day.
        again = "UPDATE SET number = counts.number + excluded.number"
    await into.run(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
        f" ON CONFLICT ({_TABLES[table]}) DO {again}",
        *values,
    )
