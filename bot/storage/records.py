"""The rows of the answer store as values."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from retrieval.domain import Answer, Passage, Turn

__all__ = ["AHEAD", "SHARED", "AnswerRecord", "Miss", "Place", "new_id", "quoted", "turn_of"]

AHEAD = timedelta(minutes=5)
"""How far ahead of the clock an answer may be; if it is more, the clock was set back since, and
nobody knows how old it is."""

SHARED = "/shared"
"""How the name of the conversation of an answer ends that was shared: it is not asked anew."""

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id() -> str:
    """Return an id for an answer: short, unguessable and easy to read out."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was asked, by the ids of the door it came through."""

    server: int | None
    """What has moderators and administrators of its own; None: a conversation of two."""
    channel: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecord:
    """One answer, with all that its buttons need."""

    id: str
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    door: str
    """How it was asked: ``slash``, ``mention``, ``message``, ``menu``, ``button``, ``auto``,
    ``repl`` or ``command line``."""
    asker: int
    place: Place
    private: bool
    conversation: str
    """The name of the conversation that it belongs to."""
    parent: str | None = None
    """The answer that the question follows up on."""
    document: str | None = None
    question_message: int | None = None
    answer_message: int | None = None
    answer: Answer
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A question that the documents did not answer."""

    id: str
    """Of its answer."""
    channel: int
    question: str
    document: str | None
    asked_at: datetime
    taught: bool = False
    """Whether a moderator has answered it with a document."""


def quoted(passage: Passage) -> str:
    """Return the answering sentences of a passage, joined by spaces."""
    sentences = (
        passage.text[span.start - passage.start : span.end - passage.start]
        for span in passage.highlights
    )
    return " ".join(sentences)


def turn_of(record: AnswerRecord) -> Turn:
    """Return an answer as a turn of a conversation."""
    answer = record.answer
    said = " ".join(quoted(passage) for passage in answer.passages) if answer.answered else ""
    return Turn(question=answer.question, answer=said)
