"""A table's header, and the rows that it names the columns of."""

from collections.abc import Iterator, Sequence

from retrieval.domain import Block, BlockKind
from retrieval.structure.layout import Layout

__all__ = ["headers"]

_FEWEST_ROWS = 3
_LONGEST_NAME = 40


def headers(layout: Layout) -> dict[int, tuple[int, ...]]:
    """Return the rows under each header.

    Where the format knows no headers, a first row without a digit heads rows that have some.
    """
    found: dict[int, tuple[int, ...]] = {}
    for table in _tables(layout):
        heads = [number for number in table if layout.blocks[number].is_header]
        if not heads and _heads(layout, table):
            heads = [table[0]]
        for place, head in enumerate(heads):
            stop = heads[place + 1] if place + 1 < len(heads) else table[-1] + 1
            rows = tuple(row for number in range(head + 1, stop) for row in layout.runs[number])
            if rows:
                found[layout.runs[head].start] = rows
    return found


def _tables(layout: Layout) -> Iterator[range]:
    start: int | None = None
    for number in range(len(layout.runs) + 1):
        is_row = number < len(layout.runs) and layout.blocks[number].kind is BlockKind.TABLE
        goes_on = is_row and start is not None and layout.same_section(start, number)
        if start is not None and not goes_on:
            yield range(start, number)
            start = None
        if is_row and start is None:
            start = number


def _heads(layout: Layout, table: range) -> bool:
    first, *others = (layout.blocks[number] for number in table)
    names = _cells(layout, first)
    if len(table) < _FEWEST_ROWS or len(names) < 2:
        return False
    return (
        all(len(name) <= _LONGEST_NAME and not _has_digit(name) for name in names)
        and all(len(other.cells) == len(names) for other in others)
        and any(_has_digit(cell) for other in others for cell in _cells(layout, other))
    )


def _cells(layout: Layout, block: Block) -> Sequence[str]:
    return [layout.document.text[cell.start : cell.end] for cell in block.cells]


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))
