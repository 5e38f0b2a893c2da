"""Deleting answers so that nothing of them is left where they were stored."""

import time
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.errors import AnswerStoreError
from bot.storage.records import AHEAD, new_id
from bot.storage.rows import Rows

__all__ = ["Forgetting"]

BATCH = 500
"""Rows that are deleted at once: others who write wait no longer than for these."""
DUE = "erase"
"""The note that something was deleted of which there may still be traces."""
ERASE_EVERY = 60.0
"""Seconds between two times of writing the store anew for answers that were deleted singly."""
ERASE_SHARE = 0.02
"""Which share of its time a large store may spend on that."""

log = structlog.get_logger(__name__)


class Forgetting(Rows):
    """Forgets answers: one, a person's, a server's, old ones."""

    erase_again_at = float("-inf")
    """From when on the store may be written anew for a single answer, on the monotonic clock."""

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
        for name in (f"missing/{server}/%", f"welcome/{server}/%"):
            await self._run("DELETE FROM notes WHERE name LIKE ?", name)
        deleted = await self._forget("server = ?", server)
        await self.erase_traces()
        return deleted

    async def leave(self, server: int, *, bot: int) -> int:
        """Forget a server that a bot was taken out of, unless another bot of the store is in it.

        Returns:
            How many answers were deleted.
        """
        of = bot if self.database.is_shared else 0
        await self._run("DELETE FROM servers WHERE bot = ? AND server = ?", of, server)
        if await self._all("SELECT bot FROM servers WHERE server = ?", server):
            return 0
        return await self.forget_server(server)

    async def now_in(
        self, servers: Collection[int], *, bot: int, mine: Callable[[int], bool]
    ) -> int:
        """Note which servers a bot is in, and forget those that it left while it was away.

        Args:
            servers: the servers.
            bot: the bot's id.
            mine: whether it is this process that would know of a server.

        Returns:
            How many answers were deleted.
        """
        of = bot if self.database.is_shared else 0
        rows = await self._all("SELECT server FROM servers WHERE bot = ?", of)
        known = {int(row["server"]) for row in rows}
        for server in set(servers) - known:
            await self._run(
                "INSERT INTO servers (bot, server) VALUES (?, ?) ON CONFLICT DO NOTHING", of, server
            )
        left = [server for server in known - set(servers) if mine(server)]
        return sum([await self.leave(server, bot=bot) for server in left])

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
            if not await self.database.erase():
                log.info("deleted answers not erased yet", reason="somebody reads the store")
                return False
            # What was deleted meanwhile has made it due again, under another value.
            await self._run("DELETE FROM notes WHERE name = ? AND value = ?", DUE, due)
            took = time.monotonic() - began
            self.erase_again_at = time.monotonic() + max(ERASE_EVERY, took / ERASE_SHARE)
        except AnswerStoreError as error:
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
