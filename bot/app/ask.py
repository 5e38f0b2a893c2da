"""Where every door brings its questions: conversation, answer, memory, log. No Discord here."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.app.library import Shelf
from bot.app.limits import AskLimiter
from bot.app.metrics import Metrics
from bot.app.pool import AnswerService
from bot.errors import Busy
from bot.rendering.links import Link
from bot.storage.records import AnswerRecord, new_id
from bot.storage.store import AnswerStore
from retrieval.domain import Level, Turn

__all__ = ["MAX_QUESTION", "Desk", "Question", "scope_of"]

MAX_QUESTION = 500
"""Characters of a question; more than the models read in one sentence."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with where it comes from."""

    text: str
    door: str
    user_id: int
    guild_id: int | None
    channel_id: int
    private: bool = False
    document: str | None = None
    """Path of the only document to search."""
    follows: str | None = None
    """The answer that it was asked under, by a reply or a button."""
    fresh: bool = False
    """Whether to leave the conversation aside."""
    message_id: int | None = None


def scope_of(question: Question) -> str:
    """Name the conversation a question belongs to: one person's in one channel, thread or DM.

    What was asked privately never colours what everyone can read.
    """
    where = f"{question.guild_id or 'direct'}/{question.channel_id}/{question.user_id}"
    return f"{where}/private" if question.private else where


class Desk:
    """Takes questions from all doors alike."""

    def __init__(
        self,
        *,
        service: AnswerService,
        store: AnswerStore,
        limiter: AskLimiter,
        metrics: Metrics,
        shelf: Shelf,
        link: Link,
        conversation: timedelta,
        turns: int,
        retention: timedelta,
        log_questions: bool = False,
    ) -> None:
        self.service = service
        self.store = store
        self.limiter = limiter
        self.metrics = metrics
        self.shelf = shelf
        self.link = link
        self.conversation = conversation
        self.turns = turns
        self.retention = retention
        self._log_questions = log_questions
        self._answering: dict[int, asyncio.Event] = {}

    async def ask(self, question: Question, *, sure: bool = False) -> AnswerRecord:
        """Answer a question in its conversation and remember the answer.

        When only a ``sure`` answer will be shown, nothing else is remembered either: whoever
        wrote it did not address the bot.

        Raises:
            VerbatimError: it can't be answered now.
        """
        started = time.monotonic()
        parent, history = await self._conversation(question)
        try:
            answer = await self.service.ask(
                question.text, history=history, document=question.document
            )
        except Busy:
            self.metrics.questions.labels(question.door, "busy").inc()
            raise
        except Exception:
            self.metrics.questions.labels(question.door, "failed").inc()
            raise
        record = AnswerRecord(
            id=new_id(),
            door=question.door,
            user_id=question.user_id,
            guild_id=question.guild_id,
            channel_id=question.channel_id,
            private=question.private,
            scope=scope_of(question),
            parent=parent,
            document=question.document,
            question_message=question.message_id,
            answer=answer,
            seconds=time.monotonic() - started,
        )
        if not sure or (answer.answered and answer.confidence.level is Level.HIGH):
            await self.store.add(record)
        self._report(record)
        return record

    @contextmanager
    def answering(self, message_id: int) -> Iterator[None]:
        """Mark a message as being answered while the block runs."""
        done = self._answering[message_id] = asyncio.Event()
        try:
            yield
        finally:
            done.set()
            self._answering.pop(message_id, None)

    async def answered(self, message_id: int) -> None:
        """Wait until a message is no longer being answered."""
        under_way = self._answering.get(message_id)
        if under_way is not None:
            await under_way.wait()

    async def _conversation(self, question: Question) -> tuple[str | None, tuple[Turn, ...]]:
        if question.fresh or not self.conversation:
            return None, ()
        parent = question.follows
        if parent is None:
            latest = await self.store.latest(scope_of(question), within=self.conversation)
            parent = latest.id if latest else None
        history = await self.store.history(
            parent,
            user_id=question.user_id,
            private=question.private,
            turns=self.turns,
            within=self.conversation,
        )
        return parent, history

    def _report(self, record: AnswerRecord) -> None:
        outcome = "answered" if record.answer.answered else "unanswered"
        self.metrics.questions.labels(record.door, outcome).inc()
        self.metrics.seconds.observe(record.seconds)
        extra = {"question": record.answer.question} if self._log_questions else {}
        log.info(
            outcome,
            answer=record.id,
            door=record.door,
            guild=record.guild_id,
            confidence=record.answer.confidence.level.value,
            seconds=round(record.seconds, 3),
            build=record.answer.build_id,
            **extra,
        )
