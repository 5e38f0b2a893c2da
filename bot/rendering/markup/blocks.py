"""The blocks of a text that is laid out for reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from itertools import groupby
from typing import Literal, TypeAlias

__all__ = [
    "Alignment",
    "Answers",
    "Block",
    "Code",
    "Line",
    "Prose",
    "Run",
    "Style",
    "Table",
    "merged",
]

Alignment: TypeAlias = Literal["left", "center", "right"]


class Style(Flag):
    """How the document itself sets characters off."""

    NONE = 0
    STRONG = auto()
    EMPHASIS = auto()
    STRIKE = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that look alike."""

    text: str
    style: Style = Style.NONE
    answers: bool = False
    """Whether it is part of an answering sentence."""
    link: str | None = None
    """The https address it leads to, made of ASCII alone; see `addresses`. Empty: to none, whatever
    address it may look like."""


Answers: TypeAlias = Callable[[int], bool]
"""Tells of an offset in the document whether it answers."""
Line: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph, a heading, or one paragraph of a list's item."""

    line: Line
    """With a line end wherever the reader is to see one."""
    marker: str = ""
    """Of an item's first paragraph, ``-`` or its number with what follows it: ``3.``, ``3)``."""
    depth: int = 0
    """In how many lists it stands."""
    quoted: bool = False
    is_heading: bool = False
    tight: bool = False
    """Whether nothing stands between it and the block before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Lines that are shown as they are."""

    lines: tuple[Line, ...]
    language: str = ""
    depth: int = 0
    quoted: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; all rows have as many as the header."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    alignments: tuple[Alignment, ...]
    depth: int = 0
    quoted: bool = False
    tight: bool = False


Block: TypeAlias = Prose | Code | Table


def merged(runs: Sequence[Run]) -> Line:
    """Join neighbours that look alike, and drop empty ones."""
    kept = [run for run in runs if run.text]
    return tuple(
        Run(text="".join(run.text for run in same), style=style, answers=answers, link=link)
        for (style, answers, link), same in groupby(
            kept, key=lambda run: (run.style, run.answers, run.link)
        )
    )
