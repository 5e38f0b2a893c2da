"""Where every door brings its questions: admission, conversation, answer, memory.

Knows neither Discord nor the terminal.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.app.admission import Admission
from bot.app.conversation import ConversationRules, find_thread
from bot.app.outcome import Answered, Outcome, Reason, Refused, Unavailable
from bot.app.protocols import Pool, Records
from bot.app.request import AskRequest, conversation_of
from bot.errors import Busy
from bot.storage.records import AnswerRecord, new_id
from retrieval.errors import VerbatimError

__all__ = ["AskService", "Observe"]

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
    ) -> Outcome:
        """Answer a question in its conversation and remember the answer.

        Args:
            request: the question.
            acknowledge: awaited once the question is taken, before it is answered; what it
                raises is raised, and the question is not answered.

        Raises:
            Exception: anything that is no `VerbatimError` is a fault of the program.
        """
        refused = self._admission.refuse(request, busy=self._pool.busy)
        if refused is not None:
            return self._observed(request, refused)
        if acknowledge is not None:
            await acknowledge()
        try:
            return self._observed(request, await self._answer(request))
        except Busy:
            # Others were quicker while the question was being acknowledged.
            return self._observed(request, Refused(reason=Reason.BUSY))
        except VerbatimError as error:
            return self._observed(request, Unavailable(error=error))
        except Exception as error:
            self._observed(request, Unavailable(error=error))
            raise

    def charge(self, asker: int) -> Refused | None:
        """Count something that a person looks up without asking; return why it isn't, else None."""
        return self._admission.charge(asker)

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
                record.answer, history=answered.history, document=record.document
            )
        except VerbatimError:
            return None
        if not found:
            return None
        answer = replace(record.answer, suggestions=found)
        await self._records.change(record.id, answer)
        return replace(record, answer=answer)

    async def _answer(self, request: AskRequest) -> Answered:
        started = time.monotonic()
        thread = await find_thread(request, self._records, self._rules)
        answer = await self._pool.ask(
            request.question, history=thread.history, document=request.document
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
        answered = Answered(record=record, history=thread.history)
        if answered.sure or not request.only_if_sure:
            await self._records.add(record)
        return answered

    def _observed(self, request: AskRequest, outcome: Outcome) -> Outcome:
        if self._observe is not None:
            self._observe(request, outcome)
        return outcome
