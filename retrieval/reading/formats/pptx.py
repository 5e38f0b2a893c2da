"""PowerPoint presentations (Office Open XML), by python-pptx; a place is a slide."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError, PythonPptxError

from retrieval.errors import DocumentError
from retrieval.locators import Page
from retrieval.reading.archives import open_archive, read_member
from retrieval.reading.builder import Builder, Run
from retrieval.reading.file_types import mislabelled
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_NO_ONE = frozenset({"", "steve canny", "unknown", "user"})
_NO_TITLE = frozenset({"powerpoint presentation", "presentation"})
_DEEPEST = 20
# Shapes beside each other are read from left to right: as high within this many EMU (1/3 inch).
_SAME_ROW = 304_800


def read(data: bytes, name: str) -> Reading:
    """Read a presentation; raises DocumentError where the bytes are none."""
    with open_archive(data, "a PowerPoint presentation") as archive:
        if read_member(archive, "ppt/presentation.xml") is None:
            raise mislabelled(
                data,
                "a PowerPoint presentation",
                otherwise="It is an archive but no PowerPoint presentation.",
            )
    try:
        show = pptx.Presentation(io.BytesIO(data))
        slides = list(show.slides)
    except (
        ValueError,
        KeyError,
        etree.XMLSyntaxError,
        PythonPptxError,
        PackageNotFoundError,
        AttributeError,
    ):
        raise DocumentError("It is damaged: its slides can't be read.") from None
    title = (show.core_properties.title or "").strip()
    author = (show.core_properties.author or "").strip()
    builder = Builder(
        title=title if title.casefold() not in _NO_TITLE else None,
        author=author if author.casefold() not in _NO_ONE else None,
    )
    for number, slide in enumerate(slides, 1):
        _slide(builder, slide, Page(number=number, unit="slide"))
    return Reading(documents=(builder.contents(),))


def _slide(builder: Builder, slide: Any, place: Page) -> None:  # noqa: ANN401 - pptx has no types
    builder.leave(1)
    shapes = list(_in_order(slide.shapes, 0))
    heading = next((shape for shape in shapes if _is_title(shape) and _words(shape)), None)
    if heading is not None:
        builder.heading(_words(heading), 1, locator=place)
    for shape in shapes:
        if shape is heading or _is_furniture(shape):
            continue
        if getattr(shape, "has_table", False):
            _table(builder, shape.table, place)
        elif shape.has_text_frame:
            _text(builder, shape, place)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for line in slide.notes_slide.notes_text_frame.text.split("\n"):
            builder.paragraph(line, locator=place)


def _in_order(shapes: Iterable[Any], depth: int) -> Iterator[Any]:
    """Yield shapes from top to bottom, and from left to right where they stand side by side."""

    def key(shape: Any) -> tuple[int, int]:  # noqa: ANN401 - pptx has no types
        return ((shape.top or 0) // _SAME_ROW, shape.left or 0)

    for shape in sorted(shapes, key=key):
        if hasattr(shape, "shapes"):
            if depth < _DEEPEST:
                yield from _in_order(shape.shapes, depth + 1)
        else:
            yield shape


def _placeholder(shape: Any) -> object:  # noqa: ANN401 - pptx has no types
    return shape.placeholder_format.type if shape.is_placeholder else None


def _is_title(shape: Any) -> bool:  # noqa: ANN401 - pptx has no types
    return shape.has_text_frame and _placeholder(shape) in _TITLES


def _is_furniture(shape: Any) -> bool:  # noqa: ANN401 - pptx has no types
    return _placeholder(shape) in _FURNITURE


def _words(shape: Any) -> str:  # noqa: ANN401 - pptx has no types
    return " ".join(shape.text_frame.text.split())


def _text(builder: Builder, shape: Any, place: Page) -> None:  # noqa: ANN401 - pptx has no types
    """Append a text box: as a list where it is the slide's list of points or has several levels."""
    paragraphs = [p for p in shape.text_frame.paragraphs if p.text.strip()]
    is_list = len(paragraphs) > 1 and (
        _placeholder(shape) in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
        or any(p.level for p in paragraphs)
    )
    for paragraph in paragraphs:
        runs: list[Run] = [(run.text, bool(run.font.bold)) for run in paragraph.runs]
        runs = runs or [(paragraph.text, False)]
        if is_list:
            builder.item(runs, depth=paragraph.level + 1, locator=place)
        else:
            builder.paragraph(runs, locator=place)


def _table(builder: Builder, table: Any, place: Page) -> None:  # noqa: ANN401 - pptx has no types
    for number, row in enumerate(table.rows):
        builder.row(
            [cell.text for cell in row.cells],
            is_header=number == 0 and bool(table.first_row),
            continues=number > 0,
            locator=place,
        )
