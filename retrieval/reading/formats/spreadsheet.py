"""Spreadsheets (.xlsx, .ods), by calamine: each row a record of the table that it stands in."""

import datetime
import io
from collections.abc import Iterator

import python_calamine

from retrieval.errors import DocumentError
from retrieval.reading.archives import open_archive
from retrieval.reading.builder import Builder
from retrieval.reading.formats.records import append_table
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_MOST_CELLS = 5_000_000
_MOST_COLUMNS = 1000


def read(data: bytes, name: str) -> Reading:
    """Read a workbook; raises DocumentError where the bytes are none."""
    open_archive(data, "an Excel workbook").close()
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            (sheet.name, book.get_sheet_by_name(sheet.name))
            for sheet in book.sheets_metadata
            if sheet.typ is python_calamine.SheetTypeEnum.WorkSheet
            and sheet.visible is python_calamine.SheetVisibleEnum.Visible
        ]
    except python_calamine.CalamineError as error:
        raise DocumentError(f"It can't be read as a workbook: {_first_line(error)}.") from None
    size = sum(sheet.total_height * sheet.total_width for _, sheet in sheets)
    if size > _MOST_CELLS:
        raise DocumentError(f"Its sheets come to {size:,} cells, which is too many; split it.")
    builder = Builder()
    several = len(sheets) > 1
    for title, sheet in sheets:
        builder.leave(1)
        if several and sheet.height:
            builder.heading(title, 1, may_be_title=False)
        append_table(builder, _rows(sheet), sheet=title if several else None)
    return Reading(documents=(builder.contents(),))


def _rows(sheet: python_calamine.CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        yield number, [_shown(cell) for cell in row[:_MOST_COLUMNS]]


def _shown(cell: object) -> str:
    """Return a value as a sheet shows it by default."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(round(cell, 10))
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    return str(cell)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:120].rstrip(".") if str(error) else "it is damaged"
