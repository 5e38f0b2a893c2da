"""What each sentence of a document is, and what it stands with."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["MOST_INTRODUCTIONS", "REVISION", "Role", "Unit"]

REVISION = 11
"""Raised by hand whenever this folder finds other structure in some document than before."""

MOST_INTRODUCTIONS = 4
"""How many sentences introduce one at most; of more, the nearest count."""


class Role(StrEnum):
    """What a sentence is to its reader; only appended to, for indexes store its position."""

    STATEMENT = "statement"
    TITLE = "title"
    HEADING = "heading"
    """Names what stands below it: a heading, or a line in bold or with a number that is one."""
    QUESTION = "question"
    LEAD_IN = "lead-in"
    """Announces a list, a table or code, and says nothing without it."""
    LABEL = "label"
    """Names the thing that the items below it describe."""
    HEADER = "header"
    """A table's row that names its columns."""
    ROW = "row"
    CODE = "code"
    FIELD = "field"
    BYLINE = "byline"
    NAVIGATION = "navigation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence in the structure of its document; numbers are positions of sentences."""

    role: Role
    introduced_by: tuple[int, ...]
    """What it needs to be understood, in order: the innermost headings, the question that it
    answers, its lead-in, the item above it, its table's header, the name of its record."""
    answer: int
    """What is said where it is found: itself, or what it asks, announces or names."""
    states: bool
    """Whether it says something by itself, so that it may be shown as an answer."""
    begins: bool
    """Whether a section, a pair of question and answer, or a record begins with it."""
