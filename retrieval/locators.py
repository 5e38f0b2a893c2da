"""Where a passage stands, in the terms of its document's own format.

A text has lines, a PDF pages, a spreadsheet rows, a recording times, a chat messages. A reader
gives a block the locator of its format; a block without one is found by its lines.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Lines", "Locator", "Message", "Page", "Paragraph", "Row", "Section", "Timecode"]

_HOUR = 3600
_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines of a text file, from 1, both included."""

    first: int
    last: int
    kind: Literal["lines"] = "lines"

    @property
    def label(self) -> str:
        """``line 12`` or ``lines 12–14``."""
        if self.first == self.last:
            return f"line {self.first}"
        return f"lines {self.first}–{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, or a slide, from 1."""

    number: int
    unit: str = "p."
    """What one is called: ``p.`` or ``slide``."""
    kind: Literal["page"] = "page"

    @property
    def label(self) -> str:
        """``p. 3``."""
        return f"{self.unit} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timecode:
    """A moment of a recording."""

    seconds: float
    """From its beginning."""
    kind: Literal["timecode"] = "timecode"

    @property
    def label(self) -> str:
        """``00:12:31``."""
        whole = int(self.seconds)
        return f"{whole // _HOUR:02}:{whole % _HOUR // _MINUTE:02}:{whole % _MINUTE:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table of records, from 1, as its program numbers it; or a cell of a notebook."""

    number: int
    sheet: str | None = None
    unit: str = "row"
    """What one is called: ``row``, ``record`` or ``cell``."""
    kind: Literal["row"] = "row"

    @property
    def label(self) -> str:
        """``row 41`` or ``Prices, row 41``."""
        where = f"{self.sheet}, " if self.sheet else ""
        return f"{where}{self.unit} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message of a chat or a mailbox."""

    name: str
    """What a reader knows it by: its author and time."""
    url: str | None = None
    """Where it can be seen."""
    kind: Literal["message"] = "message"

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a book or a site that is known by its name only."""

    name: str
    kind: Literal["section"] = "section"

    @property
    def label(self) -> str:
        """``§ Returns``."""
        return f"§ {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, an item or a row of a document without pages or lines of its own.

    Counted from 1 within its section, so that it is quickly found below its heading.
    """

    number: int
    kind: Literal["paragraph"] = "paragraph"

    @property
    def label(self) -> str:
        """``¶ 3``."""
        return f"¶ {self.number}"


Locator: TypeAlias = Lines | Page | Timecode | Row | Message | Section | Paragraph
"""Each has a ``label``: what a citation shows."""
