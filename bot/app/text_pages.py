"""A document's text on pages, cut at its lines: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.text.lines import LineTable

__all__ = ["TextLine", "page_of", "pages_of"]

PAGE = 1100
"""UTF-16 units on a page: however each has to be escaped, they fit into a message."""
LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line of a document, or a part of one that is too long for a page."""

    number: int
    """From 1, as editors count."""
    start: int
    """Characters of the text: from start up to end, without the line's end."""
    end: int


def pages_of(text: str) -> tuple[tuple[TextLine, ...], ...]:
    """Lay all lines of a text out on pages, in order; an empty text has one page."""
    pages: list[tuple[TextLine, ...]] = []
    page: list[TextLine] = []
    room = PAGE
    for line in _pieces(text):
        size = _units(text[line.start : line.end])
        if page and (size > room or len(page) >= LINES):
            pages.append(tuple(page))
            page, room = [], PAGE
        page.append(line)
        room -= size
    return (*pages, tuple(page))


def page_of(pages: Sequence[Sequence[TextLine]], line: int) -> int:
    """Return the page, from 0, on which a line begins; the last one for a line behind the end."""
    for number, page in enumerate(pages):
        if page and page[-1].number >= line:
            return number
    return len(pages) - 1


def _pieces(text: str) -> Iterator[TextLine]:
    for number, (start, end) in enumerate(LineTable(text), start=1):
        if _units(text[start:end]) <= PAGE:
            yield TextLine(number=number, start=start, end=end)
            continue
        # Half as many characters as units: each has at most two.
        for first in range(start, end, PAGE // 2):
            yield TextLine(number=number, start=first, end=min(first + PAGE // 2, end))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
