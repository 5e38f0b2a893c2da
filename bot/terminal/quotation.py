"""A passage's text in a terminal: its blocks laid out, its answering sentences standing out."""

from collections.abc import Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style as TextStyle
from rich.table import Table as Grid
from rich.text import Text

from bot.rendering.direction import isolated
from bot.rendering.markup.blocks import Block, Code, Line, Prose, Run, Style, Table
from bot.rendering.markup.layout import laid_out
from bot.rendering.table import aligned
from bot.terminal.plain import printable
from bot.terminal.styles import ANSWER, LINK, ORNAMENT
from retrieval.domain import Passage

__all__ = ["render_quotation"]

INDENT = 4
LONGEST = 100_000
"""Characters that are laid out for somebody who asked for all of them."""
_BULLET = "•"
_BAR = "│ "
_STYLES = ((Style.STRONG, "underline"), (Style.EMPHASIS, "italic"), (Style.STRIKE, "strike"))


def render_quotation(passage: Passage, *, marks: bool, answers: bool) -> RenderableType:
    """Lay out a passage's text.

    Args:
        passage: What is quoted.
        marks: Whether answering sentences stand between ``**`` for want of a style.
        answers: Whether it answers: nothing of what doesn't stands out.
    """
    blocks = laid_out(passage, marked=answers, longest=LONGEST)
    if marks:
        lines = [line for block in blocks for line in _lines(block)]
        return Text("\n".join(f"{' ' * INDENT}{line}".rstrip() for line in lines).lstrip("\n"))
    parts: list[RenderableType] = []
    for number, block in enumerate(blocks):
        if number and not block.tight:
            parts.append(Text())
        parts.append(_drawn(block))
    return Padding(Group(*parts), (0, 0, 0, INDENT))


def _lines(block: Block) -> list[str]:
    """Return a block as lines of a pipe."""
    first, others = _prefixes(block)
    if isinstance(block, Prose):
        written = _marked(block.line).split("\n")
    elif isinstance(block, Code):
        written = [_marked(line, quoting=False) for line in block.lines]
    else:
        written = _rows(block)
    lines = [(others if number else first) + line for number, line in enumerate(written)]
    return lines if block.tight else ["", *lines]


def _rows(table: Table) -> list[str]:
    """Return the lines of a table; a row that answers stands between marks as a whole."""
    rows = [table.header, *table.rows]
    whole = [_answers(row) for row in rows]
    cells = [
        [_marked(cell, marking=not all_of_it).replace("\n", " ") for cell in row]
        for row, all_of_it in zip(rows, whole, strict=True)
    ]
    header, rule, *body = aligned(cells, table.alignments)
    written = [
        f"**{line.strip()}**" if all_of_it else line
        for line, all_of_it in zip([header, *body], whole, strict=True)
    ]
    return [written[0], rule, *written[1:]]


def _answers(row: Sequence[Line]) -> bool:
    """Whether every word of a row answers."""
    runs = [run for cell in row for run in cell if run.text.strip()]
    return bool(runs) and all(run.answers for run in runs)


def _marked(line: Line, *, marking: bool = True, quoting: bool = True) -> str:
    text = ""
    for answers, runs in groupby(line, key=lambda run: run.answers):
        words = "".join(_in_words(run) if quoting else printable(run.text) for run in runs)
        core = words.strip()
        if not answers or not marking or not core:
            text += words
            continue
        before, after = words.split(core, 1)
        text += f"{before}**{core}**{after}"
    return text


def _in_words(run: Run) -> str:
    """Return a run without styles: code between backticks, a link's address behind its words."""
    words = _in_ticks(run)
    if run.link and run.link != run.text:
        words = f"{words} ({run.link})"
    return words


def _in_ticks(run: Run) -> str:
    """Return a run's words; code within a line keeps its marks, no style being left to tell it."""
    words = printable(run.text)
    return f"`{words}`" if Style.CODE in run.style else words


def _drawn(block: Block) -> RenderableType:
    """Return a block as a terminal draws it."""
    first, others = _prefixes(block)
    if isinstance(block, Table):
        return Padding(_grid(block), (0, 0, 0, len(first)))
    if isinstance(block, Prose):
        body = Text("\n").join(map(_isolated, _styled(block.line).split("\n")))
    else:
        body = Text("\n").join(_styled(line, inline=False) for line in block.lines)
    if not first:
        return body
    grid = Grid.grid()
    grid.add_column(no_wrap=True)
    grid.add_column()
    # On a terminal a block of several lines has its bar before each; wrapped ones hang.
    for number, line in enumerate(body.split("\n")):
        before = Text(others if number else first)
        if block.quoted:
            before.stylize(ORNAMENT, 0, len(_BAR))
        grid.add_row(before, line)
    return grid


def _grid(table: Table) -> Grid:
    grid = Grid(
        box=SIMPLE_HEAD, header_style="", border_style=ORNAMENT, pad_edge=False, show_edge=False
    )
    for cell, side in zip(table.header, table.alignments, strict=True):
        grid.add_column(_styled(cell), justify=side)
    for row in table.rows:
        grid.add_row(*(_styled(cell) for cell in row))
    return grid


def _styled(line: Line, *, inline: bool = True) -> Text:
    text = Text()
    for run in line:
        style = TextStyle.parse(ANSWER if run.answers else "none")
        for one, name in _STYLES:
            style += TextStyle.parse(name if one in run.style else "none")
        if run.link:
            style += TextStyle.parse(LINK) + TextStyle(link=run.link)
        text.append(_in_ticks(run) if inline else printable(run.text), style=style)
    return text


def _isolated(line: Text) -> Text:
    """Let a line run in its own direction, whatever the terminal's is."""
    marked = isolated(line.plain)
    if marked == line.plain:
        return line
    return Text.assemble(marked[0], line, marked[-1])


def _prefixes(block: Block) -> tuple[str, str]:
    """Return what stands before a block's first line and before its others."""
    quoted = _BAR if block.quoted else ""
    margin = "  " * max(block.depth - 1, 0)
    if isinstance(block, Prose) and block.marker:
        marker = _BULLET if block.marker == "-" else printable(block.marker)
        return f"{quoted}{margin}{marker} ", f"{quoted}{margin}{' ' * len(marker)} "
    inner = "  " if block.depth else ""
    code = "  " if isinstance(block, Code) else ""
    return f"{quoted}{margin}{inner}{code}", f"{quoted}{margin}{inner}{code}"
