"""The answer store: SQLite, so that buttons and conversations outlive the process."""

from datetime import UTC, datetime, timedelta
from sqlite3 import Row
from typing import Any

from bot.storage.records import AnswerRecord, Miss, decode, encode, turn_of
from bot.storage.rows import Rows
from retrieval.domain import Turn

__all__ = ["AnswerStore"]

_COLUMNS = (
    "id, asked_at, door, user_id, guild_id, channel_id, private, scope, parent, document,"
    " question_message, answer_message, question, answered, answer, seconds"
)


class AnswerStore(Rows):
    """Remembers answers for their buttons, their conversations and the list of gaps."""

    async def add(self, record: AnswerRecord) -> None:
        """Remember an answer, in the place of an older one with the same id."""
        await self._run(
            f"INSERT OR REPLACE INTO answers ({_COLUMNS})"  # noqa: S608 - our own column names
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            record.id,
            record.asked_at.timestamp(),
            record.door,
            record.user_id,
            record.guild_id,
            record.channel_id,
            int(record.private),
            record.scope,
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
        return await self._one("answer_message = ?", message_id)

    async def shown_in(self, answer_id: str, message_id: int) -> None:
        """Remember which message shows an answer."""
        await self._run("UPDATE answers SET answer_message = ? WHERE id = ?", message_id, answer_id)

    async def delete(self, answer_id: str) -> None:
        """Forget one answer."""
        await self._run("DELETE FROM answers WHERE id = ?", answer_id)

    async def latest(self, scope: str, *, within: timedelta) -> AnswerRecord | None:
        """Find the latest answer of a conversation that has not been dropped."""
        since = (datetime.now(UTC) - within).timestamp()
        return await self._one(
            "scope = ? AND asked_at > ? AND NOT forgotten ORDER BY asked_at DESC LIMIT 1",
            scope,
            since,
        )

    async def history(
        self,
        answer_id: str | None,
        *,
        user_id: int,
        private: bool,
        turns: int,
        within: timedelta,
    ) -> tuple[Turn, ...]:
        """Return the conversation that a person continues with an answer, oldest turn first.

        Somebody else's answer is taken alone, without what that person had asked before; and
        nothing that was asked privately is told to everyone.
        """
        found: list[Turn] = []
        since = datetime.now(UTC) - within
        while answer_id is not None and len(found) < turns:
            record = await self._one("id = ? AND NOT forgotten", answer_id)
            if record is None or record.asked_at < since or (record.private and not private):
                break
            if record.user_id != user_id and found:
                break
            found.append(turn_of(record))
            answer_id = record.parent if record.user_id == user_id else None
        return tuple(reversed(found))

    async def drop_conversation(self, user_id: int, channel_id: int) -> int:
        """Keep a person's earlier questions in a channel out of later ones."""
        return await self._run(
            "UPDATE answers SET forgotten = 1 WHERE user_id = ? AND channel_id = ?"
            " AND NOT forgotten",
            user_id,
            channel_id,
        )

    async def vote(self, answer_id: str, user_id: int, vote: int, reason: str = "") -> None:
        """Record what somebody thinks of an answer: 1 or -1; the latest opinion counts."""
        await self._run(
            "INSERT OR REPLACE INTO votes SELECT id, ?, ?, ?, ? FROM answers WHERE id = ?",
            user_id,
            vote,
            reason,
            datetime.now(UTC).timestamp(),
            answer_id,
        )

    async def misses(self, guild_id: int | None, *, limit: int = 500) -> tuple[Miss, ...]:
        """List the unanswered public questions of a server, or every one; latest first."""
        where = "NOT answered" + ("" if guild_id is None else " AND NOT private AND guild_id = ?")
        rows = await self._all(
            f"SELECT question, document, asked_at FROM answers WHERE {where}"  # noqa: S608
            " ORDER BY asked_at DESC LIMIT ?",
            *(() if guild_id is None else (guild_id,)),
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

    async def complaints(self, guild_id: int | None, *, limit: int = 10) -> tuple[Row, ...]:
        """List the answers of a server that people marked as wrong: question and reason."""
        where = "vote < 0" + ("" if guild_id is None else " AND NOT private AND guild_id = ?")
        return await self._all(
            "SELECT question, reason FROM votes JOIN answers ON answers.id = votes.answer"  # noqa: S608
            f" WHERE {where} ORDER BY voted_at DESC LIMIT ?",
            *(() if guild_id is None else (guild_id,)),
            limit,
        )

    async def forget_person(self, user_id: int) -> int:
        """Delete everything about a person; returns how many answers that were."""
        await self._run("DELETE FROM votes WHERE user_id = ?", user_id)
        deleted = await self._run("DELETE FROM answers WHERE user_id = ?", user_id)
        # What was deleted must not live on in the write-ahead log either.
        await self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        return deleted

    async def forget_server(self, guild_id: int) -> int:
        """Delete everything that was asked in a server; returns how many answers that were."""
        return await self._run("DELETE FROM answers WHERE guild_id = ?", guild_id)

    async def count(self, user_id: int) -> int:
        """Count the stored answers to a person."""
        rows = await self._all("SELECT count(*) FROM answers WHERE user_id = ?", user_id)
        return int(rows[0][0])

    async def prune(self, *, older_than: timedelta) -> int:
        """Delete old answers; returns how many."""
        before = (datetime.now(UTC) - older_than).timestamp()
        return await self._run("DELETE FROM answers WHERE asked_at < ?", before)

    async def _one(self, where: str, *values: Any) -> AnswerRecord | None:  # noqa: ANN401
        rows = await self._all(f"SELECT {_COLUMNS} FROM answers WHERE {where}", *values)  # noqa: S608
        try:
            return _record(rows[0]) if rows else None
        except ValueError:
            # Another version wrote it in another form: as good as forgotten.
            return None


def _record(row: Row) -> AnswerRecord:
    return AnswerRecord(
        id=row["id"],
        asked_at=datetime.fromtimestamp(row["asked_at"], UTC),
        door=row["door"],
        user_id=row["user_id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        private=bool(row["private"]),
        scope=row["scope"],
        parent=row["parent"],
        document=row["document"],
        question_message=row["question_message"],
        answer_message=row["answer_message"],
        answer=decode(row["answer"]),
        seconds=row["seconds"],
    )
