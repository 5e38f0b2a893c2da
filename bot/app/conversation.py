"""Which earlier questions explain a new one: the one place that decides it, for every door."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.app.protocols import Records
from bot.app.request import AskRequest, conversation_of
from bot.storage.records import turn_of
from retrieval.domain import Turn

__all__ = ["ConversationRules", "Thread", "find_thread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRules:
    """How far back a conversation reaches."""

    within: timedelta
    """How old an answer may be; none at all: every question stands alone."""
    turns: int
    """How many answers, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What a question follows up on."""

    parent: str | None = None
    """The answer before it."""
    history: tuple[Turn, ...] = ()
    """The conversation up to that answer, oldest turn first."""


async def find_thread(request: AskRequest, records: Records, rules: ConversationRules) -> Thread:
    """Find what a question follows up on: the answer it was asked under, else the latest one.

    Somebody else's answer is taken alone, without what that person had asked before; nothing that
    was asked privately is told to everyone, and nothing of documents that may not be seen.
    """
    if request.fresh or not rules.within:
        return Thread()
    parent = request.follows
    if parent is None:
        latest = await records.latest(conversation_of(request), within=rules.within)
        parent = latest.id if latest else None
    return Thread(parent=parent, history=await _history(parent, request, records, rules))


async def _history(
    answer_id: str | None, request: AskRequest, records: Records, rules: ConversationRules
) -> tuple[Turn, ...]:
    found: list[Turn] = []
    since = datetime.now(UTC) - rules.within
    while answer_id is not None and len(found) < rules.turns:
        record = await records.undropped(answer_id)
        if record is None or record.asked_at < since or (record.private and not request.private):
            break
        if record.asker != request.asker and found:
            break
        if not request.sight.sees_answer(record.answer):
            break
        found.append(turn_of(record))
        answer_id = record.parent if record.asker == request.asker else None
    return tuple(reversed(found))
