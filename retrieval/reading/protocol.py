"""What a reader of one format gives back."""

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.domain import Block

__all__ = ["Contents", "Reader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A file as its format tells it, before it has a name."""

    title: str | None
    """None: the file doesn't say, so its name has to do."""
    author: str | None
    text: str
    blocks: tuple[Block, ...]


Reader = Callable[[bytes], Contents]
"""Takes a file's bytes; raises DocumentError where they are not of its format."""
