"""The answer store, so that buttons and conversations outlive the process."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.errors import AnswerStoreError
from bot.storage.answer_codec import decode, encode
from bot.storage.database import Database, Row
from bot.storage.memory import MemoryStore
from bot.storage.records import AHEAD, AnswerRecord, Miss, Place
from bot.storage.voting import Voting
from retrieval.domain import Answer

__all__ = ["AnswerStore"]

_NAMES = (
    "id asked_at door asker server channel private conversation parent document question_message"
    " answer_message question answered answer seconds"
).split()
_COLUMNS = ", ".join(_NAMES)
_VALUES = ", ".join("?" * len(_NAMES))
_INSERT = f"INSERT INTO answers ({_COLUMNS}) VALUES ({_VALUES}) ON CONFLICT (id)"  # noqa: S608
_ANEW = ", ".join(f"{name} = excluded.{name}" for name in _NAMES)

UNSAVED = 500
"""Answers that are kept in memory at most while they can't be written."""

log = structlog.get_logger(__name__)


class AnswerStore(Voting):
    """Remembers answers for their buttons, their conversations and the list of gaps.

    What can't be written now, because the disk is full, another process holds the file or the
    database is away, is remembered in memory and written later.
    """

    unreadable = 0
    """How often an answer was wanted whose stored form nobody understands any more."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._unsaved = MemoryStore(keep=UNSAVED)
        self._failing = False
        self._shared: set[str] = set()

    async def add(self, record: AnswerRecord) -> None:
        """Remember an answer, in the place of an older one with the same id."""
        await self._unsaved.add(record)
        if self._failing:
            # One that waited in vain is enough: each would wait for seconds.
            return
        try:
            await self._insert(record)
        except AnswerStoreError as error:
            self._failing = True
            log.warning("answer not stored yet", answer=record.id, reason=str(error))
        else:
            # Unless it was changed meanwhile: then it is written once more.
            self._unsaved.discard(record.__eq__)

    async def catch_up(self) -> None:
        """Write what could not be written, and erase the traces of what was deleted."""
        for record in self._unsaved.records:
            try:
                await self._insert(record)
            except AnswerStoreError:
                return
            self._unsaved.discard(record.__eq__)
        self._failing = False
        if time.monotonic() > self.erase_again_at:
            await self.erase_traces()

    async def _insert(self, record: AnswerRecord) -> None:
        values = (
            record.id,
            record.asked_at.timestamp(),
            record.door,
            record.asker,
            record.place.server,
            record.place.channel,
            record.private,
            record.conversation,
            record.parent,
            record.document,
            record.question_message,
            record.answer_message,
            record.answer.question,
            # A question with several meanings is no gap in the documents, nor is a greeting.
            record.answer.answered
            or bool(record.answer.choices)
            or record.answer.small_talk is not None,
            encode(record.answer),
            record.seconds,
        )
        if await self._run(f"{_INSERT} DO NOTHING", *values):
            await self.count_answer(record)
        else:
            await self._run(f"{_INSERT} DO UPDATE SET {_ANEW}", *values)

    async def get(self, answer_id: str) -> AnswerRecord | None:
        """Find an answer by its id."""
        unsaved = self._unsaved.find(lambda one: one.id == answer_id)
        return unsaved or await self._one("id = ?", answer_id)

    async def by_question_message(self, message_id: int) -> AnswerRecord | None:
        """Find the answer to a message."""
        unsaved = self._unsaved.find(lambda one: one.question_message == message_id)
        return unsaved or await self._one(
            "question_message = ? ORDER BY asked_at DESC LIMIT 1", message_id
        )

    async def by_answer_message(self, message_id: int) -> AnswerRecord | None:
        """Find the answer that a message of the bot shows."""
        unsaved = self._unsaved.find(lambda one: one.answer_message == message_id)
        # A message may have shown another answer before.
        return unsaved or await self._one(
            "answer_message = ? ORDER BY asked_at DESC LIMIT 1", message_id
        )

    async def shown_in(self, answer_id: str, message_id: int) -> None:
        """Remember which message shows an answer."""
        unsaved = self._unsaved.find(lambda one: one.id == answer_id)
        if unsaved is not None:
            await self._unsaved.add(replace(unsaved, answer_message=message_id))
            return
        await self._run("UPDATE answers SET answer_message = ? WHERE id = ?", message_id, answer_id)

    async def delete(self, answer_id: str) -> None:
        """Forget one answer."""
        self._unsaved.discard(lambda one: one.id == answer_id)
        await super().delete(answer_id)

    async def forget_person(self, asker: int) -> int:
        """Delete everything about a person; returns how many answers that were."""
        unsaved = self._unsaved.discard(lambda one: one.asker == asker)
        return unsaved + await super().forget_person(asker)

    async def forget_server(self, server: int) -> int:
        """Delete everything that was asked in a server; returns how many answers that were."""
        unsaved = self._unsaved.discard(lambda one: one.place.server == server)
        return unsaved + await super().forget_server(server)

    async def take_share(self, answer_id: str) -> bool:
        """Take the right to share an answer; whether it was there: it is shared once."""
        if answer_id in self._shared:
            return False
        self._shared.add(answer_id)
        try:
            changed = await self._run(
                "UPDATE answers SET shared = TRUE WHERE id = ? AND NOT shared", answer_id
            )
        except AnswerStoreError:
            return True
        if self._unsaved.find(lambda one: one.id == answer_id) is not None:
            return True
        self._shared.discard(answer_id)
        return bool(changed)

    async def give_share_back(self, answer_id: str) -> None:
        """Let an answer be shared that could not be."""
        self._shared.discard(answer_id)
        await self._run("UPDATE answers SET shared = FALSE WHERE id = ?", answer_id)

    async def undropped(self, answer_id: str) -> AnswerRecord | None:
        """Find an answer that may explain later questions: its asker has not dropped it."""
        unsaved = await self._unsaved.undropped(answer_id)
        return unsaved or await self._one("id = ? AND NOT dropped", answer_id)

    async def latest(self, conversation: str, *, within: timedelta) -> AnswerRecord | None:
        """Find the latest answer of a conversation that has not been dropped."""
        unsaved = await self._unsaved.latest(conversation, within=within)
        if unsaved is not None:
            return unsaved
        now = datetime.now(UTC)
        return await self._one(
            "conversation = ? AND asked_at > ? AND asked_at <= ? AND NOT dropped"
            " ORDER BY asked_at DESC LIMIT 1",
            conversation,
            (now - within).timestamp(),
            (now + AHEAD).timestamp(),
        )

    async def change(self, answer_id: str, answer: Answer) -> None:
        """Put another form of an answer into its place, if it is still remembered."""
        if self._unsaved.find(lambda one: one.id == answer_id) is not None:
            await self._unsaved.change(answer_id, answer)
            return
        await self._run("UPDATE answers SET answer = ? WHERE id = ?", encode(answer), answer_id)

    async def drop_conversation(self, asker: int, channel: int) -> int:
        """Keep a person's earlier questions in a channel out of later ones."""
        unsaved = await self._unsaved.drop_conversation(asker, channel)
        return unsaved + await self._run(
            "UPDATE answers SET dropped = TRUE WHERE asker = ? AND channel = ? AND NOT dropped",
            asker,
            channel,
        )

    async def misses(self, server: int | None, *, limit: int = 500) -> tuple[Miss, ...]:
        """List the unanswered public questions of a server, or every one; latest first."""
        where = "NOT answered" + ("" if server is None else " AND NOT private AND server = ?")
        rows = await self._all(
            f"SELECT id, channel, question, document, asked_at, taught FROM answers WHERE {where}"  # noqa: S608
            " ORDER BY asked_at DESC LIMIT ?",
            *(() if server is None else (server,)),
            limit,
        )
        return tuple(
            Miss(
                id=row["id"],
                channel=row["channel"],
                question=row["question"],
                document=row["document"],
                asked_at=datetime.fromtimestamp(row["asked_at"], UTC),
                taught=bool(row["taught"]),
            )
            for row in rows
        )

    async def complaints(
        self, server: int | None, *, channels: Collection[int] | None = None, limit: int = 10
    ) -> Sequence[Row]:
        """List the answers of a server that people marked as wrong: question and reason.

        Only those of ``channels``, if any are given.
        """
        where = "vote < 0" + ("" if server is None else " AND NOT private AND server = ?")
        if channels is not None:
            if not channels:
                return ()
            where += f" AND channel IN ({', '.join('?' * len(channels))})"
        return await self._all(
            "SELECT question, reason FROM votes JOIN answers ON answers.id = votes.answer"  # noqa: S608
            f" WHERE {where} ORDER BY voted_at DESC LIMIT ?",
            *(() if server is None else (server,)),
            *(channels or ()),
            limit,
        )

    async def unhappy_channels(self, server: int | None) -> tuple[int, ...]:
        """List the channels of a server with unanswered questions, or with complaints."""
        where = "" if server is None else " AND NOT private AND server = ?"
        rows = await self._all(
            f"SELECT channel FROM answers WHERE NOT answered{where}"  # noqa: S608 - our own words
            " UNION SELECT channel FROM votes JOIN answers ON answers.id = votes.answer"
            f" WHERE vote < 0{where}",
            *(() if server is None else (server, server)),
        )
        return tuple(int(row["channel"]) for row in rows)

    async def count(self, asker: int) -> int:
        """Count the stored answers to a person."""
        rows = await self._all("SELECT count(*) AS number FROM answers WHERE asker = ?", asker)
        return int(rows[0]["number"]) + sum(one.asker == asker for one in self._unsaved.records)

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
