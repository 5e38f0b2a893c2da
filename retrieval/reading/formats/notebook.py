"""Jupyter notebooks (nbformat 3 and 4): their text as Markdown, their programs, what these print.

The text that is quoted from is that of the cells one after the other, programs in fences.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from retrieval.errors import DocumentError
from retrieval.locators import Row
from retrieval.reading.builder import LONGEST_TEXT, clean
from retrieval.reading.decode import decode
from retrieval.reading.formats.markdown import outline
from retrieval.reading.protocol import Reading

__all__ = ["read"]

# What a program prints is read where it is a result, not where it is a log.
_LONGEST_OUTPUT = 2000


def read(data: bytes, name: str) -> Reading:
    """Read a notebook; raises DocumentError where the bytes are none."""
    decoded = decode(data)
    try:
        notebook = json.loads(decoded.text)
    except (ValueError, RecursionError):
        raise DocumentError("It is no notebook, or cut off: it is not JSON.") from None
    cells = _cells(notebook)
    language = _language(notebook)
    starts: list[int] = []
    numbers: list[int] = []
    text = ""
    parts: list[str] = []
    length = 0
    for number, cell in enumerate(cells, 1):
        for part in _parts(cell, language):
            starts.append(length)
            numbers.append(number)
            parts.append(part)
            length += len(part) + 2
    if length > LONGEST_TEXT:
        raise DocumentError("It holds more text than is read of one file; split it.")
    text = "\n\n".join(parts)
    contents = outline(text)
    blocks = tuple(
        replace(
            block,
            locator=Row(number=numbers[bisect_right(starts, block.start) - 1], unit="cell"),
        )
        for block in contents.blocks
    )
    return Reading(documents=(replace(contents, blocks=blocks),), warnings=decoded.warnings)


def _cells(notebook: object) -> list[Mapping[str, Any]]:
    if isinstance(notebook, Mapping):
        cells = notebook.get("cells")
        sheets = notebook.get("worksheets")
        if cells is None and isinstance(sheets, list):
            cells = [
                cell
                for sheet in sheets
                if isinstance(sheet, Mapping) and isinstance(sheet.get("cells"), list)
                for cell in sheet["cells"]
            ]
        if isinstance(cells, list):
            return [cell for cell in cells if isinstance(cell, Mapping)]
    raise DocumentError("It is JSON but no notebook: it has no cells.")


def _language(notebook: Mapping[str, Any]) -> str:
    metadata = notebook.get("metadata")
    info = metadata.get("language_info") if isinstance(metadata, Mapping) else None
    name = info.get("name") if isinstance(info, Mapping) else None
    return name if isinstance(name, str) and name.isidentifier() else "python"


def _parts(cell: Mapping[str, Any], language: str) -> Iterator[str]:
    kind = cell.get("cell_type")
    source = _source(cell.get("source", cell.get("input"))).strip("\n")
    if kind == "heading":
        level = cell.get("level")
        yield "#" * (level if isinstance(level, int) and 1 <= level <= 6 else 1) + " " + source
    elif kind == "code":
        if source.strip():
            yield _fenced(source, language)
        for output in _outputs(cell):
            yield _fenced(output, "text")
    elif source.strip():
        yield source


def _outputs(cell: Mapping[str, Any]) -> Iterator[str]:
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else ():
        if not isinstance(output, Mapping):
            continue
        data = output.get("data")
        words = output.get("text")
        if words is None and isinstance(data, Mapping):
            words = data.get("text/plain")
        said = _source(words).strip("\n")
        if said.strip() and len(said) <= _LONGEST_OUTPUT:
            yield said


def _source(value: object) -> str:
    if isinstance(value, list):
        value = "".join(one for one in value if isinstance(one, str))
    return clean(value) if isinstance(value, str) else ""


def _fenced(body: str, language: str) -> str:
    fence = "```"
    while fence in body:
        fence += "`"
    return f"{fence}{language}\n{body}\n{fence}"
