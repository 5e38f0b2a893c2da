"""Where every door brings its questions: admission, conversation, answer, memory.

Knows neither Discord nor the terminal.
"""

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.app.admission import Admission
from bot.app.conversation import ConversationRules, Thread, find_thread
from bot.app.outcome import Answered, Outcome, Reason, Refused, Unavailable
from bot.app.protocols import Pool, Records
from bot.app.request import AskRequest, conversation_of
from bot.errors import AnswerStoreError, Busy
from bot.storage.records import AnswerRecord, new_id
from retrieval.domain import Vote
from retrieval.errors import VerbatimError

# The terminal's commands do without structlog, which takes as long to import as they to answer.
log = logging.getLogger(__name__)

__all__ = ["AskService", "Observe", "Show"]

Show = Callable[["Answered"], Awaitable[int | None]]
"""Shows an answer; returns the id of the message that does, None if it is shown nowhere."""

Observe = Callable[[AskRequest, Outcome], None]
"""Told what became of each question, once: for the metrics and the log."""


class AskService:
    """Takes questions from all doors alike.

    Args:
        pool: answers them.
        records: remembers the answers.
        rules: how far back a conversation reaches.
        admission: which questions are taken.
        observe: told what became of each.
    """

    def __init__(
        self,
        *,
        pool: Pool,
        records: Records,
        rules: ConversationRules,
        admission: Admission,
        observe: Observe | None = None,
    ) -> None:
        self._pool = pool
        self._records = records
        self._rules = rules
        self._admission = admission
        self._observe = observe

    async def ask(
        self,
        request: AskRequest,
        *,
        acknowledge: Callable[[], Awaitable[object]] | None = None,
        show: Show | None = None,
    ) -> Outcome:
        """Answer a question in its conversation, show the answer and then remember it.

        Whoever asked gets the answer, whether or not it can be remembered.

        Args:
            request: the question.
            acknowledge: awaited once the question is taken, before it is answered; what it
                raises is raised, and the question is not answered.
            show: shows the answer, unless it has to be sure and isn't; what it raises is raised.
                An answer that it shows nowhere is not remembered.

        Raises:
            Exception: anything that is no `VerbatimError` is a fault of the program.
        """
        refused = await self._admission.refuse(request, busy=self._pool.busy)
        if refused is not None:
            return self._observed(request, refused)
        if acknowledge is not None:
            await acknowledge()
        try:
            answered = await self._answer(request)
        except Busy:
            # Others were quicker while the question was being acknowledged.
            return self._observed(request, Refused(reason=Reason.BUSY))
        except VerbatimError as error:
            return self._observed(request, Unavailable(error=error))
        except Exception as error:
            self._observed(request, Unavailable(error=error))
            raise
        self._observed(request, answered)
        if not request.only_if_sure or answered.sure:
            await self._show_and_remember(answered, show)
        return answered

    async def _show_and_remember(self, answered: Answered, show: Show | None) -> None:
        record = answered.record
        if show is not None:
            message = await show(answered)
            if message is None:
                return
            record = replace(record, answer_message=message)
        try:
            await self._records.add(record)
        except VerbatimError as error:
            log.warning("answer %s not remembered: %s", record.id, error)

    async def charge(self, asker: int) -> Refused | None:
        """Count something that a person looks up without asking; return why it isn't, else None."""
        return await self._admission.charge(asker)

    async def suggest(self, answered: Answered) -> AnswerRecord | None:
        """Find what could be asked next; returns the answer with it, None if there is nothing.

        It costs several searches, so call it when the answer is shown. Whatever can't be found
        out now is left out: nobody asked for it.
        """
        record = answered.record
        if not record.answer.answered and not record.answer.titles:
            return None
        try:
            found = await self._pool.suggest(
                record.answer,
                sight=answered.sight,
                history=answered.history,
                document=record.document,
            )
        except VerbatimError:
            return None
        if not found:
            return None
        answer = replace(record.answer, suggestions=found)
        try:
            await self._records.change(record.id, answer)
        except VerbatimError as error:
            # Their buttons find them by the stored answer.
            log.warning("suggestions of %s not remembered: %s", record.id, error)
            return None
        return replace(record, answer=answer)

    async def _answer(self, request: AskRequest) -> Answered:
        started = time.monotonic()
        thread = await self._thread(request)
        answer = await self._pool.ask(
            request.question,
            sight=request.sight,
            history=thread.history,
            document=request.document,
            votes=await self._votes(request),
        )
        record = AnswerRecord(
            id=new_id(),
            door=request.door,
            asker=request.asker,
            place=request.place,
            private=request.private,
            conversation=conversation_of(request),
            parent=thread.parent,
            document=request.document,
            question_message=request.message,
            answer=answer,
            seconds=time.monotonic() - started,
        )
        return Answered(record=record, sight=request.sight, history=thread.history)

    async def _thread(self, request: AskRequest) -> Thread:
        """Find what a question follows up on; nothing where that can't be read."""
        try:
            return await find_thread(request, self._records, self._rules)
        except AnswerStoreError as error:
            log.warning("conversation not read: %s", error)
            return Thread()

    async def _votes(self, request: AskRequest) -> tuple[Vote, ...]:
        """Return what people think of answers where a question is asked; nothing in doubt."""
        try:
            return await self._records.votes(request.place.server)
        except AnswerStoreError as error:
            log.warning("votes not read: %s", error)
            return ()

    def _observed(self, request: AskRequest, outcome: Outcome) -> Outcome:
        if self._observe is not None:
            self._observe(request, outcome)
        return outcome
