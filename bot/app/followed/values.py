"""What was said in a channel, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

__all__ = ["Followed", "Kind", "Said", "Talk", "Talks", "counted", "latest"]


class Kind(StrEnum):
    """What of a channel is a document; the values are in files: never change one."""

    MESSAGES = "messages"
    PINS = "pins"
    """Its pinned messages alone."""
    POSTS = "posts"
    """Of a forum, each post with its replies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A channel that is a document."""

    server: int
    channel: int
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message that somebody has written."""

    id: int
    author: str
    """What they are called."""
    at: datetime
    content: str
    """As it was written, with the ids of who and what it mentions."""
    names: tuple[tuple[int, str], ...] = ()
    """The names of those, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What was said in one place: a channel, or a post of a forum."""

    id: int
    name: str
    messages: Mapping[int, Said]
    """By their ids, which grow with time."""


Talks = Mapping[int, Talk]
"""What was said in a followed channel: itself, or each post of a forum; by the id of the place."""


def counted(talks: Talks) -> int:
    """Count the messages."""
    return sum(len(talk.messages) for talk in talks.values())


def latest(talks: Talks, most: int) -> Talks:
    """Return the latest messages over all places, as many as there may be."""
    if counted(talks) <= most:
        return talks
    ids = sorted(one for talk in talks.values() for one in talk.messages)
    kept = frozenset(ids[-most:])
    return {place: _only(talk, kept) for place, talk in talks.items()}


def _only(talk: Talk, ids: Iterable[int]) -> Talk:
    return replace(talk, messages={one: talk.messages[one] for one in talk.messages if one in ids})
