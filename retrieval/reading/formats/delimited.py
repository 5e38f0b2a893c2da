"""Tables as text, with commas, semicolons, tabs or bars between their cells (RFC 4180)."""

import csv
import io
from collections import Counter
from itertools import islice

from retrieval.errors import DocumentError
from retrieval.reading.builder import Builder
from retrieval.reading.decode import decode
from retrieval.reading.file_types import file_type
from retrieval.reading.formats.records import append_table
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 50
_LONGEST_CELL = 1_000_000


def read(data: bytes, name: str) -> Reading:
    """Read a table; raises DocumentError where the bytes are not text, or no table."""
    kind = file_type(data)
    if kind is not None:
        raise DocumentError(f"It is not a table as text but {kind}.")
    decoded = decode(data)
    builder = Builder()
    text = decoded.text
    # A file of Excel's may say its delimiter in a first line of its own.
    said = text[:6].casefold()
    skipped = 0
    if said.startswith("sep=") and len(text) > 5:
        delimiter, text, skipped = text[4], text[5:].lstrip("\r\n"), 1
    else:
        delimiter = "\t" if name.casefold().endswith(".tsv") else _delimiter(text)
    previous = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        append_table(builder, enumerate(rows, 1 + skipped))
    except csv.Error as error:
        raise DocumentError(f"It is no table that can be read: {error}.") from None
    finally:
        csv.field_size_limit(previous)
    return Reading(documents=(builder.contents(),), warnings=decoded.warnings)


def _delimiter(text: str) -> str:
    """Return what stands between the cells: what cuts most rows into as many, and more than one."""
    sample = text[:100_000]
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            rows = list(islice(csv.reader(io.StringIO(sample), delimiter=delimiter), _SAMPLE))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if row)
        width, often = max(widths.items(), key=lambda item: item[1], default=(0, 0))
        agreement = often / max(sum(widths.values()), 1)
        score = agreement * min(width, 20) if width > 1 else 0.0
        if score > most:
            best, most = delimiter, score
    return best
