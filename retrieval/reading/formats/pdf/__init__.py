"""PDF, by PDFium: its text in the order of reading, with the page of each block.

A PDF tells where each letter stands and hardly anything else: lines, columns, paragraphs, headings
and tables are found here from places, sizes and fonts.
"""

import logging
import re
from collections.abc import Sequence

import pypdfium2

from retrieval.errors import DocumentError
from retrieval.reading.builder import Builder
from retrieval.reading.file_types import mislabelled
from retrieval.reading.formats.pdf.characters import PageText, page_text
from retrieval.reading.formats.pdf.columns import reading_order
from retrieval.reading.formats.pdf.furniture import without_furniture
from retrieval.reading.formats.pdf.headings import Outline, body_size
from retrieval.reading.formats.pdf.paragraphs import paragraphs
from retrieval.reading.formats.pdf.write import write
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_MOST_PAGES = 5000
_HEAD = 1024
# A page with fewer letters has a stamp or its number and no text.
_SPARSE = 20
_NO_TITLE = re.compile(
    r"(?i)untitled.*|microsoft (?:word|powerpoint) - .*"
    r"|.*\.(?:docx?|indd|dvi|pdf|tex|qxd|pptx?|rtf|odt)"
    r"|(?:slide|document|presentation) ?\d*|powerpoint presentation|\W*"
)
_NO_ONE = frozenset({"", "anonymous", "unknown", "user", "admin", "administrator", "author"})


def read(data: bytes, name: str) -> Reading:
    """Read a PDF; raises DocumentError where the bytes are none, or have no text."""
    if b"%PDF-" not in data[:_HEAD]:
        raise mislabelled(data, "a PDF", otherwise="It is no PDF, or its beginning is missing.")
    document = _open(data)
    try:
        pages, pictures, damaged = _pages(document)
        _check(pages, pictures)
        title, author = _about(document)
        marks = _bookmarks(document)
    finally:
        document.close()
    size = body_size(pages)
    told = without_furniture(pages)
    found = [one for page in told for one in paragraphs(page, reading_order(page), size)]
    builder = Builder(title=title, author=author)
    write(builder, found, Outline(found, size, marks))
    return Reading(documents=(builder.contents(),), warnings=tuple(_warnings(pictures, damaged)))


def _open(data: bytes) -> pypdfium2.PdfDocument:
    logging.getLogger("pypdfium2").setLevel(logging.ERROR)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise DocumentError("It is protected by a password; save it without one.") from None
        if "security" in str(error).casefold():
            raise DocumentError("It is locked in a way that can't be read.") from None
        raise DocumentError("It is damaged, or cut off: it can't be opened as a PDF.") from None


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[PageText], list[int], list[int]]:
    """Return the text of each page, which are pictures without text, and which can't be read."""
    count = len(document)
    if count > _MOST_PAGES:
        raise DocumentError(f"It has {count:,} pages, which is too many; split it.")
    pages, pictures, damaged = [], [], []
    for number in range(1, count + 1):
        try:
            text = page_text(document, number)
        except pypdfium2.PdfiumError:
            damaged.append(number)
            continue
        pages.append(text)
        if text.letters < _SPARSE and text.has_picture:
            pictures.append(number)
    return pages, pictures, damaged


def _check(pages: Sequence[PageText], pictures: Sequence[int]) -> None:
    letters = sum(page.letters for page in pages)
    if letters == 0 or (len(pictures) == len(pages) and letters < _SPARSE * len(pages)):
        if pictures:
            raise DocumentError(
                "It is a scan: its pages are pictures without text. "
                "Make the text findable with a program for OCR, and put that file here."
            )
        raise DocumentError("It holds no text.")


def _about(document: pypdfium2.PdfDocument) -> tuple[str | None, str | None]:
    told = document.get_metadata_dict(skip_empty=True)
    title, author = told.get("Title", "").strip(), told.get("Author", "").strip()
    return (
        title if not _NO_TITLE.fullmatch(title) else None,
        author if author.casefold() not in _NO_ONE else None,
    )


def _bookmarks(document: pypdfium2.PdfDocument) -> list[tuple[int, str]]:
    """Return the depth, from 1, and the words of each entry of its outline."""
    try:
        return [(mark.level + 1, mark.get_title()) for mark in document.get_toc(max_depth=8)]
    except (pypdfium2.PdfiumError, ValueError, UnicodeError):
        return []


def _warnings(pictures: Sequence[int], damaged: Sequence[int]) -> list[str]:
    said = []
    if pictures:
        what = "a picture" if len(pictures) == 1 else "pictures"
        said.append(f"{_named(pictures)} {what} without text, as in a scan, and left out.")
    if damaged:
        said.append(f"{_named(damaged)} damaged and left out.")
    return said


def _named(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f"Its pages {shown} are" if len(numbers) > 1 else f"Its page {shown} is"
