"""The answer store: SQLite, so that buttons and conversations outlive the process."""

from datetime import UTC, datetime, timedelta
from sqlite3 import Row
from typing import Any

import structlog

from bot.storage.answer_codec import decode, encode
from bot.storage.records import AnswerRecord, Miss, Place
from bot.storage.rows import Rows
from retrieval.domain import Answer

__all__ = ["AnswerStore"]

_COLUMNS = (
    "id, asked_at, door, asker, server, channel, private, conversation, parent, document,"
    " question_message, answer_message, question, answered, answer, seconds"
)

log = structlog.get_logger(__name__)


class AnswerStore(Rows):
    """Remembers answers for their buttons, their conversations and the list of gaps."""

    unreadable = 0
    """How often an answer was wanted whose stored form nobody understands any more."""

    async def add(self, record: AnswerRecord) -> None:
        """Remember an answer, in the place of an older one with the same id."""
        await self._run(
            f"INSERT OR REPLACE INTO answers ({_COLUMNS})"  # noqa: S608 - our own column names
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            record.id,
            record.asked_at.timestamp(),
            record.door,
            record.asker,
            record.place.server,
            record.place.channel,
            int(record.private),
            record.conversation,
            record.parent,
            record.document,
            record.question_message,
            record.answer_message,
            record.answer.question,
            # A question with several meanings is no gap in the documents, nor is a greeting.
            int(
                record.answer.answered
                or bool(record.answer.choices)
                or record.answer.small_talk is not None
            ),
            encode(record.answer),
            record.seconds,
        )

    async def get(self, answer_id: str) -> AnswerRecord | None:
        """Find an answer by its id."""
        return await self._one("id = ?", answer_id)

    async def by_question_message(self, message_id: int) -> AnswerRecord | None:
        """Find the answer to a message."""
        return await self._one("question_message = ?", message_id)

    async def by_answer_message(self, message_id: int) -> AnswerRecord | None:
        """Find the answer that a message of the bot shows."""
        # A message may have shown another answer before.
        return await self._one("answer_message = ? ORDER BY asked_at DESC LIMIT 1", message_id)

    async def shown_in(self, answer_id: str, message_id: int) -> None:
        """Remember which message shows an answer."""
        await self._run("UPDATE answers SET answer_message = ? WHERE id = ?", message_id, answer_id)

    async def delete(self, answer_id: str) -> None:
        """Forget one answer."""
        await self._run("DELETE FROM answers WHERE id = ?", answer_id)

    async def undropped(self, answer_id: str) -> AnswerRecord | None:
        """Find an answer that may explain later questions: its asker has not dropped it."""
        return await self._one("id = ? AND NOT dropped", answer_id)

    async def latest(self, conversation: str, *, within: timedelta) -> AnswerRecord | None:
        """Find the latest answer of a conversation that has not been dropped."""
        since = (datetime.now(UTC) - within).timestamp()
        return await self._one(
            "conversation = ? AND asked_at > ? AND NOT dropped ORDER BY asked_at DESC LIMIT 1",
            conversation,
            since,
        )

    async def change(self, answer_id: str, answer: Answer) -> None:
        """Put another form of an answer into its place, if it is still remembered."""
        await self._run("UPDATE answers SET answer = ? WHERE id = ?", encode(answer), answer_id)

    async def drop_conversation(self, asker: int, channel: int) -> int:
        """Keep a person's earlier questions in a channel out of later ones."""
        return await self._run(
            "UPDATE answers SET dropped = 1 WHERE asker = ? AND channel = ? AND NOT dropped",
            asker,
            channel,
        )

    async def vote(self, answer_id: str, voter: int, vote: int, reason: str = "") -> None:
        """Record what somebody thinks of an answer: 1 or -1; the latest opinion counts."""
        await self._run(
            "INSERT OR REPLACE INTO votes SELECT id, ?, ?, ?, ? FROM answers WHERE id = ?",
            voter,
            vote,
            reason,
            datetime.now(UTC).timestamp(),
            answer_id,
        )

    async def misses(self, server: int | None, *, limit: int = 500) -> tuple[Miss, ...]:
        """List the unanswered public questions of a server, or every one; latest first."""
        where = "NOT answered" + ("" if server is None else " AND NOT private AND server = ?")
        rows = await self._all(
            f"SELECT question, document, asked_at FROM answers WHERE {where}"  # noqa: S608
            " ORDER BY asked_at DESC LIMIT ?",
            *(() if server is None else (server,)),
            limit,
        )
        return tuple(
            Miss(
                question=row["question"],
                document=row["document"],
                asked_at=datetime.fromtimestamp(row["asked_at"], UTC),
            )
            for row in rows
        )

    async def complaints(self, server: int | None, *, limit: int = 10) -> tuple[Row, ...]:
        """List the answers of a server that people marked as wrong: question and reason."""
        where = "vote < 0" + ("" if server is None else " AND NOT private AND server = ?")
        return await self._all(
            "SELECT question, reason FROM votes JOIN answers ON answers.id = votes.answer"  # noqa: S608
            f" WHERE {where} ORDER BY voted_at DESC LIMIT ?",
            *(() if server is None else (server,)),
            limit,
        )

    async def forget_person(self, asker: int) -> int:
        """Delete everything about a person; returns how many answers that were."""
        await self._run("DELETE FROM votes WHERE voter = ?", asker)
        deleted = await self._run("DELETE FROM answers WHERE asker = ?", asker)
        # What was deleted must not live on in the write-ahead log either.
        await self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        return deleted

    async def forget_server(self, server: int) -> int:
        """Delete everything that was asked in a server; returns how many answers that were."""
        return await self._run("DELETE FROM answers WHERE server = ?", server)

    async def count(self, asker: int) -> int:
        """Count the stored answers to a person."""
        rows = await self._all("SELECT count(*) FROM answers WHERE asker = ?", asker)
        return int(rows[0][0])

    async def prune(self, *, older_than: timedelta) -> int:
        """Delete old answers; returns how many."""
        before = (datetime.now(UTC) - older_than).timestamp()
        return await self._run("DELETE FROM answers WHERE asked_at < ?", before)

    async def _one(self, where: str, *values: Any) -> AnswerRecord | None:  # noqa: ANN401
        rows = await self._all(f"SELECT {_COLUMNS} FROM answers WHERE {where}", *values)  # noqa: S608
        if not rows:
            return None
        try:
            return _record(rows[0])
        except ValueError as error:
            # As good as forgotten for whoever asked, but its owner should hear of it.
            self.unreadable += 1
            log.warning("stored answer unreadable", answer=rows[0]["id"], reason=str(error))
            return None


def _record(row: Row) -> AnswerRecord:
    return AnswerRecord(
        id=row["id"],
        asked_at=datetime.fromtimestamp(row["asked_at"], UTC),
        door=row["door"],
        asker=row["asker"],
        place=Place(server=row["server"], channel=row["channel"]),
        private=bool(row["private"]),
        conversation=row["conversation"],
        parent=row["parent"],
        document=row["document"],
        question_message=row["question_message"],
        answer_message=row["answer_message"],
        answer=decode(row["answer"]),
        seconds=row["seconds"],
    )
