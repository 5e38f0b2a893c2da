"""What a reader of one format is, and what it gives back.

Bytes in, documents out: a reader opens no file, so that each is read from disk once, and what
comes from elsewhere than a disk is read by the same code.
"""

from dataclasses import dataclass
from typing import Protocol

from retrieval.domain import Block

__all__ = ["Contents", "Reader", "Reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """One document as its format tells it, before it has a name."""

    title: str | None
    """None: the file doesn't say, so its name has to do."""
    author: str | None
    text: str
    """What is quoted from; it can be encoded, so it holds no halves of surrogate pairs."""
    blocks: tuple[Block, ...]
    """In order of position, without overlap, inside the text."""
    language: str = ""
    """What it says that it is written in, as it says it; empty: nothing."""
    part: str | None = None
    """Its own name where a file of its format may hold several documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of one file."""

    documents: tuple[Contents, ...]
    """In the order of the file; one for most formats."""
    warnings: tuple[str, ...] = ()
    """What its owner should know, one sentence each, none of which names the file."""
    is_searched: bool = True
    """False: it holds no sentences, and is kept for what it says of the others."""


class Reader(Protocol):
    """Reads one format."""

    @property
    def name(self) -> str:
        """One word for the format, such as ``markdown``."""

    @property
    def version(self) -> str:
        """Its own version and those of the libraries it reads with.

        Another one may read the same file otherwise: ``1 markdown-it-py 4.0.0 pyyaml 6.0.2``.
        """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, in small letters, with their dot."""

    def read(self, data: bytes, name: str) -> Reading:
        """Read the bytes of a file; ``name`` is its path, for formats that need it.

        Raises:
            DocumentError: The bytes are not of its format; the reason in one sentence that
                doesn't name the file.
        """
