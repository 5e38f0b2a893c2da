"""One file, read by the reader of its format."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from retrieval.domain import Document
from retrieval.errors import DocumentError
from retrieval.reading.formats.markdown import read_markdown
from retrieval.reading.formats.plain_text import read_plain_text
from retrieval.reading.load import SIZE_LIMIT, load
from retrieval.reading.protocol import Reader
from retrieval.reading.suffixes import MARKDOWN, PLAIN_TEXT, SUFFIXES

__all__ = ["SUFFIXES", "read_document"]

# The seam for further formats: a reader, and its suffixes in suffixes.py.
_READERS: Mapping[str, Reader] = MappingProxyType(
    dict.fromkeys(PLAIN_TEXT, read_plain_text) | dict.fromkeys(MARKDOWN, read_markdown)
)


def read_document(file: Path, root: Path, *, limit: int = SIZE_LIMIT) -> Document:
    """Read one file below ``root``; ``limit`` is in bytes.

    Raises DocumentError with the reason, in one sentence that doesn't name the file: it is
    empty, blank, binary, too large, unreadable, damaged, in an unknown encoding or format, or
    no longer there.
    """
    path = file.relative_to(root).as_posix()
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise DocumentError(f"Only files ending in {', '.join(SUFFIXES)} can be read.")
    contents = reader(load(file, limit=limit))
    if not contents.blocks:
        raise DocumentError("The file holds no words.")
    return Document(
        path=path,
        title=contents.title or title_from_name(file),
        author=contents.author,
        text=contents.text,
        blocks=contents.blocks,
    )


def title_from_name(file: Path) -> str:
    """Return a file's name as words: ``annual-report_2020.txt`` is "Annual report 2020"."""
    words = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] if words else file.name
