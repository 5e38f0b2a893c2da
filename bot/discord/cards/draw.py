"""Pieces of a quotation in Discord's markdown, with a mark wherever some are missing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from bot.discord.cards.escape import JOINER, escape, inert
from bot.discord.cards.quote import Piece, Quotation, told_row
from bot.discord.cards.runs import appended, drawn
from bot.rendering.direction import isolated
from bot.rendering.markup.blocks import Block, Code, Line, Prose, Run, Table
from bot.rendering.table import aligned, width_of

__all__ = ["ELLIPSIS", "draw"]

ELLIPSIS = "…"
ANSWER_BELOW = "**▾**"
"""Before lines of code that answer: code itself can't be bold."""
ANSWER_HERE = "▸ "
"""Before a table's row that answers."""

WIDEST_TABLE = 62
"""Columns that fit beside each other in a narrow window; a wider table is told row by row."""
_LANGUAGE = re.compile(r"[a-z0-9_+\-.#]{1,20}", re.IGNORECASE)
_MARKS_BEFORE = re.compile(r"(?:> )?(?:-# )?[ ]*(?:- |[0-9A-Za-z]{1,9}\\?[.)] )?")
"""What Discord takes for the form of a line, and not for its text."""
_BACKTICKS = re.compile(r"`(?=`)")


def draw(quotation: Quotation, kept: Sequence[int]) -> str:
    """Draw the pieces with these numbers, which are in order."""
    pieces = quotation.pieces
    text = ""
    last: Block | None = None
    before = pieces[0].block - 1
    for block, numbers in groupby(kept, key=lambda number: pieces[number].block):
        here = quotation.blocks[block]
        drawing = _block(quotation, block, list(numbers))
        if block > before + 1:
            inline = isinstance(here, Prose) and not here.marker
            drawing = _behind_gap(drawing) if inline else f"{ELLIPSIS}\n{drawing}"
        text = drawing if last is None else _joined(text, drawing, last, here)
        last, before = here, block
    if before < pieces[-1].block and text and not text.endswith(ELLIPSIS):
        text += f" {ELLIPSIS}" if isinstance(last, Prose) else f"\n{ELLIPSIS}"
    return _directed(text.strip() if isinstance(last, Prose) else text.strip("\n"))


def _directed(text: str) -> str:
    """Let each line run in its own direction, but for code, which is copied as it stands."""
    if isolated(text) == text:
        return text
    lines, code = [], False
    for line in text.split("\n"):
        fence = line.removeprefix("> ").startswith("```")
        code ^= fence
        start = 0 if (found := _MARKS_BEFORE.match(line)) is None else found.end()
        lines.append(line if code or fence else line[:start] + isolated(line[start:]))
    return "\n".join(lines)


def _joined(text: str, drawing: str, last: Block, here: Block) -> str:
    apart = isinstance(last, Prose) and isinstance(here, Prose) and not here.tight
    between = "\n\n" if apart or (last.quoted and not here.tight) else "\n"
    return f"{text}{between}{drawing}"


def _behind_gap(drawing: str) -> str:
    mark = "> " if drawing.startswith("> ") else ""
    words = drawing.removeprefix(mark)
    return drawing if words.startswith(ELLIPSIS) else f"{mark}{ELLIPSIS} {words}"


def _block(quotation: Quotation, block: int, shown: list[int]) -> str:
    here, pieces = quotation.blocks[block], quotation.pieces
    begins = shown[0] == 0 or pieces[shown[0] - 1].block != block
    ends = shown[-1] == len(pieces) - 1 or pieces[shown[-1] + 1].block != block
    # What is missing at either end of the block is a gap as one in its middle is.
    numbers: list[int | None] = [*([] if begins else [None]), *_with_gaps(shown)]
    numbers += [] if ends else [None]
    if isinstance(here, Table):
        lines = _table(here, quotation.headers[block], pieces, numbers)
    elif isinstance(here, Code):
        lines = _code(here, pieces, numbers)
    else:
        lines = _prose(here, pieces, numbers)
    quoted = "> " if here.quoted else ""
    return "\n".join(f"{quoted}{line}" for line in lines.split("\n"))


def _with_gaps(shown: list[int]) -> list[int | None]:
    found: list[int | None] = [shown[0]]
    for before, number in pairwise(shown):
        found += [number] if number == before + 1 else [None, number]
    return found


def _prose(here: Prose, pieces: Sequence[Piece], numbers: Sequence[int | None]) -> str:
    text = ""
    by_line = bool(here.marker or here.quoted or here.depth)
    for number in numbers:
        if number is None:
            text = f"{text.rstrip()} {ELLIPSIS} ".lstrip()
        else:
            text = appended(text, _drawn(pieces[number].cells[0], by_line=by_line))
    if numbers[-1] is None:
        text = text.rstrip()
    if not here.depth:
        return text
    text = text.strip()
    margin = "  " * (here.depth - 1)
    first = f"{margin}{_marker(here.marker)} " if here.marker else f"{margin}  "
    return text if not first else first + text.replace("\n", f"\n{margin}  ")


def _marker(marker: str) -> str:
    """Return what stands before an item: Discord's own bullet, and numbers as they are.

    Discord counts the numbers of a list itself, and so wrongly where some are left out.
    """
    return "-" if marker == "-" else escape(marker)


def _drawn(line: Line, *, by_line: bool) -> str:
    """Draw runs; in lists and quotations no mark may reach over a line's end."""
    if not by_line or not any("\n" in run.text for run in line):
        return drawn(line)
    lines: list[list[Run]] = [[]]
    for run in line:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(replace(run, text=part))
    return "\n".join(map(drawn, lines))


def _code(here: Code, pieces: Sequence[Piece], numbers: Sequence[int | None]) -> str:
    """Draw lines of code, those that answer in a block of their own: it can be copied whole."""
    language = here.language if _LANGUAGE.fullmatch(here.language) else ""
    parts = []
    for answers, group in groupby(numbers, key=lambda one: _kind(pieces, one)):
        lines = [_raw(pieces[number].cells[0]) for number in group if number is not None]
        if answers is None:
            parts.append(ELLIPSIS)
        elif any(line.strip() for line in lines):
            if answers:
                parts.append(ANSWER_BELOW)
            parts.append("\n".join([f"```{language}", *lines, "```"]))
    return "\n".join(parts)


def _kind(pieces: Sequence[Piece], number: int | None) -> bool | None:
    return None if number is None else pieces[number].answers


def _raw(line: Line) -> str:
    """Return text as it stands in code: nothing in it can end the block or is looked for."""
    text = "".join(run.text for run in line)
    return _BACKTICKS.sub("`" + JOINER, inert(text)).rstrip()


def _table(
    here: Table, header: Piece | None, pieces: Sequence[Piece], numbers: Sequence[int | None]
) -> str:
    head = header.cells if header is not None else here.header
    rows: list[tuple[tuple[Line, ...] | None, bool]] = [(head, bool(header and header.answers))]
    rows += [
        (None, False) if number is None else (pieces[number].cells, pieces[number].answers)
        for number in numbers
    ]
    gap = [ELLIPSIS] + [""] * (len(here.alignments) - 1)
    cells = [
        gap if row is None else [_raw(cell).replace("\n", " ").replace("\t", " ") for cell in row]
        for row, _ in rows
    ]
    if not here.rows:
        cells = cells[:1]
        rows = rows[:1]
    lines = aligned(cells, here.alignments)
    if max(map(width_of, lines)) > WIDEST_TABLE:
        return _told(head, rows)
    flags = [answers for _, answers in rows]
    if any(flags):
        margins = [ANSWER_HERE if answers else "  " for answers in flags]
        margins.insert(1, "  ")
        lines = [margin + line for margin, line in zip(margins, lines, strict=True)]
    found = [run for row, _ in rows for cell in row or () for run in cell if run.link]
    links = [drawn((replace(run, answers=False),)) for run in found]
    below = f"\n-# {' · '.join(dict.fromkeys(links))}" if links else ""
    return "\n".join(["```", *(line.rstrip() for line in lines), "```"]) + below


def _told(head: tuple[Line, ...], rows: Sequence[tuple[tuple[Line, ...] | None, bool]]) -> str:
    """Tell the rows of a wide table one by one, each cell behind the name of its column."""
    lines = []
    for row, _ in rows[1:]:
        told = drawn(told_row(head, row)).strip() if row is not None else ""
        lines.append(f"- {told}" if told else ELLIPSIS)
    return "\n".join(lines) or drawn([run for cell in head for run in cell])
