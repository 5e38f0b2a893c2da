"""The ids of buttons, menus and modals: one codec, between typed payloads and short strings.

Discord reports a click or a sent modal by its id alone, so the id carries all that a component
remembers, and works after any restart: ``verbatim:2:wider:k3m9x2p7qa:0:3``. The number is the
version of this grammar; `earlier_id` reads the ids of messages that were sent before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeAlias

from bot.discord.components.earlier_id import read_earlier

__all__ = [
    "MAX_LENGTH",
    "AnswerPagePayload",
    "AnswerPayload",
    "ContextPayload",
    "DocumentPagePayload",
    "MessagePayload",
    "OnAnswer",
    "Operation",
    "OptionPayload",
    "PagePayload",
    "Payload",
    "PlainPayload",
    "StatePayload",
    "decode",
    "encode",
]

MAX_LENGTH = 100
"""Characters that Discord allows an id."""


class Operation(StrEnum):
    """What a component stands for. The values are in sent messages: never change one."""

    MORE = "more"
    MORE_PAGE = "moreto"
    CONTEXT = "context"
    WIDER = "wider"
    SOURCES = "sources"
    UP = "up"
    DOWN = "down"
    WHY = "why"
    """The modal that a thumb down opens."""
    FOLLOW_UP = "follow"
    FOLLOWED_UP = "followed"
    """The modal that Follow up opens."""
    CHOOSE = "choose"
    PICK = "pick"
    """The menu of choices, where buttons would be too many."""
    SUGGESTION = "suggest"
    ASK_NEXT = "next"
    """The menu of suggestions."""
    FRESH = "fresh"
    SHARE = "share"
    DISMISS = "dismiss"
    DOCUMENTS = "documents"
    CHARGE = "charge"
    """The list of the documents that somebody looks after."""
    GAPS = "gaps"
    GAPS_CSV = "gapscsv"
    ANSWER_GAP = "answergap"
    PICK_GAP = "pickgap"
    """The menu of gaps to answer."""
    GAP_ANSWER = "gapanswer"
    """The modal in which a gap is answered."""
    UNHELPFUL = "unhelpful"
    GIVE_BACK = "giveback"
    """The menu of what is marked unhelpful: the chosen one gets its place back."""
    SETUP = "setup"
    WRITE_DOCUMENT = "write"
    """The modal in which a document is written."""
    SAVE_ANSWER = "save"
    """The modal in which a message is saved as an answer."""
    FORGET_ME = "forgetme"
    HISTORY = "history"
    ROLL_BACK = "rollback"
    RESTORE = "restore"
    """Bring a server's own documents back to a state."""
    SHOW_PAGE = "show"
    SHOW_END = "showend"
    """The first page of a document, or its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPayload:
    """An operation that needs nothing else."""

    operation: Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePayload:
    """A page of a list, from 0."""

    operation: Operation
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePayload:
    """An operation on a state of the index, by its id."""

    operation: Operation
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPagePayload:
    """A page of a document, from 0; the document by what stands for its path."""

    operation: Operation
    document: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePayload:
    """An operation on a message, by its id and that of its channel."""

    operation: Operation
    channel: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPayload:
    """An operation on an answer."""

    operation: Operation
    answer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPagePayload:
    """A page of what an answer's card had to leave out, from 0."""

    operation: Operation
    answer_id: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionPayload:
    """One of the questions that an answer offers, by its position from 0."""

    operation: Operation
    answer_id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextPayload:
    """A passage of an answer, by its position from 0, and how many steps wider to show it."""

    operation: Operation
    answer_id: str
    passage: int
    width: int


OnAnswer: TypeAlias = AnswerPayload | AnswerPagePayload | OptionPayload | ContextPayload
Payload: TypeAlias = (
    PlainPayload | PagePayload | StatePayload | DocumentPagePayload | MessagePayload | OnAnswer
)

_KINDS: dict[Operation, type[Payload]] = {
    **dict.fromkeys(Operation, AnswerPayload),
    Operation.MORE_PAGE: AnswerPagePayload,
    Operation.WIDER: ContextPayload,
    Operation.CHOOSE: OptionPayload,
    Operation.SUGGESTION: OptionPayload,
    Operation.DOCUMENTS: PagePayload,
    Operation.CHARGE: PagePayload,
    Operation.GAPS: PagePayload,
    Operation.GAPS_CSV: PlainPayload,
    Operation.PICK_GAP: PlainPayload,
    Operation.UNHELPFUL: PagePayload,
    Operation.GIVE_BACK: PlainPayload,
    Operation.SETUP: PagePayload,
    Operation.WRITE_DOCUMENT: PlainPayload,
    Operation.SAVE_ANSWER: MessagePayload,
    Operation.FORGET_ME: PlainPayload,
    Operation.HISTORY: PagePayload,
    Operation.ROLL_BACK: StatePayload,
    Operation.RESTORE: StatePayload,
    Operation.SHOW_PAGE: DocumentPagePayload,
    Operation.SHOW_END: DocumentPagePayload,
}
_PREFIX = "verbatim:2:"
# As long as these allow, every id stays within MAX_LENGTH.
_ANSWER_ID = re.compile(r"[A-Za-z0-9_-]{1,60}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")
_SNOWFLAKE = re.compile(r"[1-9][0-9]{0,19}")
_OF_DISCORD = frozenset({"channel", "message"})


def encode(payload: Payload) -> str:
    """Return the id that carries a payload, in at most `MAX_LENGTH` characters.

    Raises:
        ValueError: the operation takes another kind of payload, or a field doesn't fit in.
    """
    values = [str(getattr(payload, field.name)) for field in fields(payload)]
    encoded = _PREFIX + ":".join(values)
    if decode(encoded) != payload:
        raise ValueError(f"no component can carry {payload}")
    return encoded


def decode(custom_id: str) -> Payload | None:
    """Return the payload of an id; none if no component of the bot has such an id."""
    if not custom_id.startswith(_PREFIX):
        earlier = read_earlier(custom_id)
        return None if earlier is None else _payload(*earlier)
    name, *texts = custom_id.removeprefix(_PREFIX).split(":")
    return _payload(name, texts)


def _payload(name: str, texts: Sequence[str]) -> Payload | None:
    """Build the payload that an operation takes; none if anything of it is malformed."""
    try:
        operation = Operation(name)
    except ValueError:
        return None
    kind = _KINDS[operation]
    # The operation is the first field of every payload.
    wanted = fields(kind)[1:]
    if len(texts) != len(wanted):
        return None
    values: dict[str, Any] = {}
    for field, text in zip(wanted, texts, strict=True):
        number = field.type is int
        pattern = _SNOWFLAKE if field.name in _OF_DISCORD else _ANSWER_ID
        if not (_NUMBER if number else pattern).fullmatch(text):
            return None
        values[field.name] = int(text) if number else text
    return kind(operation=operation, **values)
