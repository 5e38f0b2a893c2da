"""Tables of records, as spreadsheets and their exports have them: a row tells what it is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from retrieval.locators import Locator, Row
from retrieval.reading.builder import Builder, one_line

__all__ = ["append_record", "append_table"]

_LONGEST_NAME = 80
# A longer cell, or one of several lines, is a text of its own and read sentence by sentence.
_LONGEST_CELL = 160
_NUMBER = re.compile(r"[-+]?[$€£¥]?\s?[\d.,:/ -]+\s?[%$€£¥]?")
_QUESTION = frozenset({"question", "q", "questions"})
_ANSWER = frozenset({"answer", "a", "answers", "reply", "response"})
# Rows in which the names of the columns are looked for, below a table's heading.
_TOP = 10


def append_table(
    builder: Builder, rows: Iterable[tuple[int, Sequence[str]]], *, sheet: str | None = None
) -> None:
    """Append a sheet: what stands above the table, the names of its columns, and its records.

    Args:
        builder: Where to.
        rows: The number of each row and its cells.
        sheet: The name of the sheet, for the place of its rows.
    """
    numbered = ((number, [cell.strip() for cell in cells]) for number, cells in rows)
    told = ((number, cells) for number, cells in numbered if any(cells))
    top = [row for row, _ in zip(told, range(_TOP), strict=False)]
    place = _header(top)
    above, names = top[: place or 0], top[place][1] if place is not None else []
    for number, cells in above:
        builder.paragraph(" ".join(filter(None, cells)), locator=_row(number, sheet))
    if place is not None:
        builder.row(names, is_header=True, continues=False, locator=_row(top[place][0], sheet))
    below = top if place is None else top[place + 1 :]
    for number, cells in chain(below, told):
        append_record(builder, _named(names, cells), _row(number, sheet))


def append_record(
    builder: Builder, fields: Iterable[tuple[str, str]], locator: Locator | None
) -> None:
    """Append one record: a question with its answer, or its short values and then its texts."""
    told = [(name, value) for name, value in fields if value.strip()]
    question = next((value for name, value in told if name.casefold() in _QUESTION), None)
    answer = next((value for name, value in told if name.casefold() in _ANSWER), None)
    depth = len(builder.headings) + 1
    if question is not None and answer is not None:
        _question(builder, question, answer, locator, depth)
        told = [(name, value) for name, value in told if value not in (question, answer)]
        builder.record(told, locator=locator)
        builder.leave(depth)
        return
    short = [(name, value) for name, value in told if not _is_text(value)]
    builder.record(short, locator=locator)
    texts = [(name, value) for name, value in told if _is_text(value)]
    if texts and short:
        builder.heading_above(short[0][1], depth)
    for name, value in texts:
        label = one_line(name)
        opening = [(f"{label}: ", True)] if label else []
        for part in filter(str.strip, re.split(r"\n\s*\n", value)):
            builder.paragraph([*opening, (part, False)], locator=locator)
            opening = []
    builder.leave(depth)


def _question(
    builder: Builder, question: str, answer: str, locator: Locator | None, depth: int
) -> None:
    builder.heading(question, depth, locator=locator, may_be_title=False)
    for part in filter(str.strip, re.split(r"\n\s*\n", answer)):
        builder.paragraph(part, locator=locator)


def _is_text(value: str) -> bool:
    return len(value) > _LONGEST_CELL or "\n" in value.strip()


def _row(number: int, sheet: str | None) -> Row:
    return Row(number=number, sheet=sheet)


def _named(names: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(cells):
        yield (names[place] if place < len(names) else "", cell)


def _header(top: Sequence[tuple[int, Sequence[str]]]) -> int | None:
    """Return which of the first rows names the columns; None where none does."""
    widest = max((_filled(cells) for _, cells in top), default=0)
    for place, (_, cells) in enumerate(top[:-1]):
        if _filled(cells) < min(widest, 2):
            continue  # The heading of the table, or a note above it.
        told = [cell for cell in cells if cell]
        is_named = all(
            len(cell) <= _LONGEST_NAME and "\n" not in cell and not _NUMBER.fullmatch(cell)
            for cell in told
        )
        return place if is_named and len(set(told)) == len(told) else None
    return None


def _filled(cells: Sequence[str]) -> int:
    return sum(map(bool, cells))
