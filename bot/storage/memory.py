"""What the terminal remembers: the latest answers, until it is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.storage.records import AHEAD, AnswerRecord
from retrieval.domain import Answer, Vote

__all__ = ["MemoryStore"]


class MemoryStore:
    """The part of the answer store that conversations need, in memory.

    Its methods are coroutines like the store's, but never wait.

    Args:
        keep: how many of the latest answers are remembered.
    """

    def __init__(self, *, keep: int = 100) -> None:
        self._keep = keep
        self._records: dict[str, AnswerRecord] = {}
        self._dropped: set[str] = set()

    async def add(self, record: AnswerRecord) -> None:
        """Remember an answer, in the place of an older one with the same id."""
        self._records[record.id] = record
        while len(self._records) > self._keep:
            oldest = next(iter(self._records))
            del self._records[oldest]
            self._dropped.discard(oldest)

    def find(self, wanted: Callable[[AnswerRecord], bool]) -> AnswerRecord | None:
        """Return the latest remembered answer that is wanted."""
        return next(filter(wanted, reversed(self._records.values())), None)

    def discard(self, unwanted: Callable[[AnswerRecord], bool]) -> int:
        """Forget answers; returns how many."""
        gone = [record.id for record in self._records.values() if unwanted(record)]
        for answer_id in gone:
            del self._records[answer_id]
            self._dropped.discard(answer_id)
        return len(gone)

    @property
    def records(self) -> tuple[AnswerRecord, ...]:
        """What is remembered, oldest first."""
        return tuple(self._records.values())

    async def undropped(self, answer_id: str) -> AnswerRecord | None:
        """Find an answer that may explain later questions: its asker has not dropped it."""
        return None if answer_id in self._dropped else self._records.get(answer_id)

    async def latest(self, conversation: str, *, within: timedelta) -> AnswerRecord | None:
        """Find the latest answer of a conversation that has not been dropped."""
        now = datetime.now(UTC)
        found = (
            record
            for record in self._records.values()
            if record.conversation == conversation
            and now - within < record.asked_at <= now + AHEAD
            and record.id not in self._dropped
        )
        return max(found, key=lambda record: record.asked_at, default=None)

    async def votes(self, server: int | None) -> tuple[Vote, ...]:
        """Return nothing: nobody votes here."""
        return ()

    async def change(self, answer_id: str, answer: Answer) -> None:
        """Put another form of an answer into its place, if it is still remembered."""
        if answer_id in self._records:
            self._records[answer_id] = replace(self._records[answer_id], answer=answer)

    async def drop_conversation(self, asker: int, channel: int) -> int:
        """Keep a person's earlier questions in a channel out of later ones."""
        dropped = {
            record.id
            for record in self._records.values()
            if record.asker == asker and record.place.channel == channel
        } - self._dropped
        self._dropped |= dropped
        return len(dropped)
