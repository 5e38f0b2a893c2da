"""How a build says what it is doing."""

from enum import StrEnum
from typing import Protocol

__all__ = ["Progress", "Stage"]


class Stage(StrEnum):
    """The steps of a build, in order; those with nothing to do are left out."""

    WAITING = "waiting for another build"
    """Once, without a total."""
    READING = "reading"
    """Counts files."""
    EMBEDDING = "embedding"
    """Counts sentences of the documents that were read; some of them may need no new vectors."""
    WRITING = "writing"
    """Counts to 1."""


class Progress(Protocol):
    """Told of every step, from the thread that builds; must return quickly."""

    def __call__(self, stage: str, done: int, total: int | None, /) -> None:
        """``done`` of ``total`` units of this stage (a Stage) are finished; None: it can't say."""
