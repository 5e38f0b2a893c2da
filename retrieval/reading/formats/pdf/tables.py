"""Tables: rows whose cells stand below each other, with white between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.reading.formats.pdf.characters import Fragment
from retrieval.reading.formats.pdf.columns import Line

__all__ = ["Table", "find_table"]

_FEWEST = 2
_GAP = 0.6
"""Of the size: how wide the white between two columns is at least."""
_LOOSE = 2.6
"""Of the usual distance between lines: how far the rows of a table are apart at most."""


@dataclass(slots=True)
class Table:
    """The words of each cell, row by row."""

    rows: list[list[str]]
    has_header: bool


def find_table(lines: Sequence[Line], first: int, leading: float) -> tuple[Table | None, int]:
    """Return the table that begins at a line, and where it ends; None where none does."""
    if len(lines[first].fragments) < 2 or not _is_apart(lines[first]):
        return None, first
    stop = first + 1
    while stop < len(lines) and _belongs(lines, first, stop, leading):
        stop += 1
    while (
        stop > first + 1
        and len(lines[stop - 1].fragments) < 2
        and not _is_cell(lines[first : stop - 1], lines[stop - 1])
    ):
        stop -= 1
    several = [line for line in lines[first:stop] if len(line.fragments) > 1 and _is_apart(line)]
    if len(several) < _FEWEST:
        return None, first
    size = lines[first].size
    columns = _columns([one for line in several for one in line.fragments], size)
    if len(columns) < 2:
        return None, first
    rows: list[list[str]] = []
    bold: list[list[bool]] = []
    for line in lines[first:stop]:
        cells = [""] * len(columns)
        for one in line.fragments:
            place = _column(one, columns)
            cells[place] = f"{cells[place]} {one.text.strip()}".strip()
        # A cell of several lines goes on where the first cell of a row is empty.
        if rows and not cells[0] and len(line.fragments) < len(columns):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
            continue
        rows.append(cells)
        bold.append([one.is_bold for one in line.fragments])
    if len(rows) < _FEWEST:
        return None, first
    return Table(rows=rows, has_header=_has_header(rows, bold)), stop


def _is_apart(line: Line) -> bool:
    pairs = zip(line.fragments, line.fragments[1:], strict=False)
    return any(right.left - left.right > left.size for left, right in pairs)


def _belongs(lines: Sequence[Line], first: int, at: int, leading: float) -> bool:
    above, below = lines[at - 1], lines[at]
    if below.baseline - above.baseline > max(_LOOSE * leading, 2.4 * below.size):
        return False
    if len(below.fragments) > 1 and _is_apart(below):
        return True
    return _is_cell(lines[first:at], below) and below.baseline - above.baseline < 1.5 * leading


def _is_cell(above: Sequence[Line], line: Line) -> bool:
    """Tell whether a line of one fragment goes on with a cell other than the first of its row."""
    if len(line.fragments) != 1:
        return False
    one = line.fragments[0]
    starts = [f.left for row in above for f in row.fragments[1:]]
    return any(abs(one.left - start) < 0.5 * one.size for start in starts)


def _columns(fragments: Sequence[Fragment], size: float) -> list[tuple[float, float]]:
    """Return the stretches of the width that have something in them."""
    told: list[tuple[float, float]] = []
    for one in sorted(fragments, key=lambda one: one.left):
        if told and one.left - told[-1][1] < _GAP * size:
            told[-1] = (told[-1][0], max(told[-1][1], one.right))
        else:
            told.append((one.left, one.right))
    return told


def _column(one: Fragment, columns: Sequence[tuple[float, float]]) -> int:
    def overlap(place: int) -> float:
        left, right = columns[place]
        return min(one.right, right) - max(one.left, left)

    return max(range(len(columns)), key=overlap)


def _has_header(rows: Sequence[Sequence[str]], bold: Sequence[Sequence[bool]]) -> bool:
    if all(bold[0]) and not all(map(all, bold[1:])):
        return True
    numeric = any(cell[:1].isdigit() for cell in rows[0])
    below = any(cell[:1].isdigit() for row in rows[1:] for cell in row)
    return all(rows[0]) and not numeric and below
