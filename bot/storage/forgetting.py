"""Deleting answers so that nothing of them is left in the store's files."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Collection
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from bot.errors import AnswerStoreError
from bot.storage.records import AHEAD, new_id
from bot.storage.rows import Rows

__all__ = ["Forgetting", "erase"]

BATCH = 500
"""Rows that are deleted at once: others who write wait no longer than for these."""
DUE = "erase"
"""The note that something was deleted of which the files may still hold traces."""
ERASE_EVERY = 60.0
"""Seconds between two times of writing the files anew for answers that were deleted singly."""
ERASE_SHARE = 0.02
"""Which share of its time a large store may spend on that."""
ERASE_SECONDS = 2.0
"""How long others are waited for, each time that traces are erased."""

log = structlog.get_logger(__name__)


class Forgetting(Rows):
    """Forgets answers: one, a person's, a server's, old ones."""

    erase_again_at = float("-inf")
    """From when on the files may be written anew for a single answer, on the monotonic clock."""

    async def delete(self, answer_id: str) -> None:
        """Forget one answer."""
        await self._forget("id = ?", answer_id)

    async def forget_person(self, asker: int) -> int:
        """Delete everything about a person; returns how many answers that were."""
        for row_of in ("votes WHERE voter = ?", "changes WHERE person = ?"):
            if await self._run(f"DELETE FROM {row_of}", asker):  # noqa: S608 - our own words
                await self._make_due()
        deleted = await self._forget("asker = ?", asker)
        await self.erase_traces()
        return deleted

    async def forget_server(self, server: int) -> int:
        """Delete everything that was asked in a server; returns how many answers that were."""
        await self._run("DELETE FROM servers WHERE server = ?", server)
        await self._run("DELETE FROM notes WHERE name GLOB ?", f"missing/{server}/*")
        await self._run("DELETE FROM notes WHERE name = ?", f"welcome/{server}")
        deleted = await self._forget("server = ?", server)
        await self.erase_traces()
        return deleted

    async def now_in(self, servers: Collection[int], *, mine: Callable[[int], bool]) -> int:
        """Note which servers the bot is in, and forget those that it left while it was away.

        Args:
            servers: the servers.
            mine: whether it is this process that would know of a server.

        Returns:
            How many answers were deleted.
        """
        rows = await self._all("SELECT server FROM servers")
        known = {int(row["server"]) for row in rows}
        for server in set(servers) - known:
            await self._run("INSERT OR IGNORE INTO servers VALUES (?)", server)
        left = [server for server in known - set(servers) if mine(server)]
        return sum([await self.forget_server(server) for server in left])

    async def prune(self, *, older_than: timedelta) -> int:
        """Delete old answers; returns how many.

        What was written while the clock was ahead is as old as this: it would be kept too long.
        """
        now = datetime.now(UTC)
        await self._run(
            "UPDATE answers SET asked_at = ? WHERE asked_at > ?",
            now.timestamp(),
            (now + AHEAD).timestamp(),
        )
        deleted = await self._forget("asked_at < ?", (now - older_than).timestamp())
        await self.erase_traces()
        return deleted

    async def erase_traces(self) -> bool:
        """Erase what is left of deleted answers; returns whether nothing is.

        It can't be done while another process reads: then it is still due.
        """
        due = await self.note(DUE)
        if due is None:
            return True
        began = time.monotonic()
        try:
            if not await asyncio.to_thread(erase, self.path):
                log.info("deleted answers not erased yet", reason="somebody reads the store")
                return False
            # What was deleted meanwhile has made it due again, under another value.
            await self._run("DELETE FROM notes WHERE name = ? AND value = ?", DUE, due)
            took = time.monotonic() - began
            self.erase_again_at = time.monotonic() + max(ERASE_EVERY, took / ERASE_SHARE)
        except (sqlite3.Error, AnswerStoreError) as error:
            log.warning("deleted answers not erased yet", reason=str(error))
            return False
        return True

    async def _forget(self, where: str, *values: Any) -> int:  # noqa: ANN401 - SQL values
        """Delete answers in batches; returns how many."""
        deleted = 0
        while True:
            batch = await self._run(
                "DELETE FROM answers WHERE id IN"  # noqa: S608 - conditions of this file
                f" (SELECT id FROM answers WHERE {where} LIMIT {BATCH})",
                *values,
            )
            deleted += batch
            if batch:
                await self._make_due()
            if batch < BATCH:
                return deleted

    async def _make_due(self) -> None:
        await self.take_note(DUE, new_id())


def erase(path: Path) -> bool:
    """Write a database anew without what was deleted; returns whether its files are clean of it.

    Zeroing what is deleted (``secure_delete``) is not enough: pages that SQLite has balanced keep
    copies of their rows where nothing points to, and the write-ahead log has all that was written.

    Raises:
        sqlite3.Error: somebody writes all the time, or the disk is full.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {ERASE_SECONDS * 1000:.0f}")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
