"""A document with line numbers, opened where a passage stands."""

import re

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.terminal.plain import printable
from bot.terminal.styles import ANSWER, PLACE
from retrieval.domain import Passage, Span

__all__ = ["render_excerpt"]

AROUND = 12
# The line ends that editors count, and that the citations' line numbers count.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")

_EMPHASIS = re.compile(r"(?<![\w*(])\*\*(?=[^\s*])[^*\n]*+\*\*")


def _line(
    text: str, start: int, end: int, spans: tuple[Span, ...], *, marks: bool, answers: bool
) -> Text:
    """Lay out one line, with the parts of it that lie inside a span standing out.

    In a pipe, where these stand between ``**``, the document's own ``**`` are left out.
    """
    own = _own_marks(text, start, end) if marks else frozenset()

    def part(first: int, last: int) -> str:
        return printable("".join(text[at] for at in range(first, last) if at not in own))

    line = Text()
    position = start
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first >= last:
            continue
        line.append(part(position, first))
        quoted = part(first, last)
        line.append(
            f"**{quoted}**" if marks and answers else quoted, style=ANSWER if answers else ""
        )
        position = last
    line.append(part(position, end))
    return line


def _own_marks(text: str, start: int, end: int) -> frozenset[int]:
    """Return where a line has marks of emphasis: of ``**this**``, not of ``f(**this)``."""
    found = _EMPHASIS.finditer(text, start, end)
    borders = [border for one in found for border in (one.start(), one.end() - 2)]
    return frozenset(at for border in borders for at in (border, border + 1))


def render_excerpt(
    text: str,
    passage: Passage,
    *,
    marks: bool,
    answers: bool = True,
    around: int = AROUND,
) -> RenderableType:
    """Show the lines of the passage and ``around`` more on each side, numbered from 1.

    The lines of a text that was extracted from a file of another kind are nobody's: they come
    without numbers.
    On a terminal long lines are wrapped beside their number; in a pipe they stay whole. Nothing
    stands out in what doesn't answer.
    """
    citation = passage.citation
    first, last = citation.first_line - around, citation.last_line + around
    width = len(str(last))
    rows: list[tuple[Text, Text]] = []
    for number, match in enumerate(_LINE.finditer(text), start=1):
        if number > last:
            break
        if number < first:
            continue
        end = match.start() + len(match.group().rstrip("\r\n"))
        line = _line(text, match.start(), end, passage.highlights, marks=marks, answers=answers)
        here = citation.first_line <= number <= citation.last_line
        margin = Text(f"{number:>{width}} " if citation.locator is None else "")
        margin.append("▌ " if here else "  ", style=PLACE)
        rows.append((margin, line))
    if marks:
        return Group(*(Text.assemble(margin, line) for margin, line in rows))
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column()
    for row in rows:
        grid.add_row(*row)
    return grid
