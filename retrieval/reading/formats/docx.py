"""Word documents (Office Open XML), by python-docx."""

import io
import re
from collections.abc import Iterator
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from retrieval.errors import DocumentError
from retrieval.reading.archives import open_archive, read_member
from retrieval.reading.builder import Builder, Run
from retrieval.reading.file_types import mislabelled
from retrieval.reading.formats.docx_numbering import Numbering
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc( \d| heading)")
_CODE = ("code", "preformatted", "source")
_NO_ONE = frozenset({"", "python-docx", "microsoft office user", "unknown", "user"})


def read(data: bytes, name: str) -> Reading:
    """Read a Word document; raises DocumentError where the bytes are none."""
    with open_archive(data, "a Word document") as archive:
        if read_member(archive, "[Content_Types].xml") is None or not any(
            member.startswith("word/") for member in archive.namelist()
        ):
            raise mislabelled(
                data,
                "a Word document",
                otherwise="It is an archive but no Word document.",
            )
    try:
        word = docx.Document(io.BytesIO(data))
    except (ValueError, KeyError, etree.XMLSyntaxError, AttributeError):
        raise DocumentError("It is damaged: Word's parts of it can't be read.") from None
    author = (word.core_properties.author or "").strip()
    builder = Builder(
        title=(word.core_properties.title or "").strip() or None,
        author=author if author.casefold() not in _NO_ONE else None,
        counts=True,
    )
    _Walk(builder, word).run()
    return Reading(documents=(builder.contents(),))


class _Walk:
    def __init__(self, builder: Builder, word: WordDocument) -> None:
        self.builder = builder
        self.word = word
        self.numbering = Numbering(word)
        self.code: list[str] = []

    def run(self) -> None:
        """Read the whole body."""
        for block in self.word.iter_inner_content():
            if isinstance(block, Table):
                self._end_code()
                self._table(block)
            else:
                self._paragraph(block)
        self._end_code()
        self._notes()

    def _paragraph(self, paragraph: WordParagraph) -> None:
        lineage = _lineage(paragraph)
        if any(_CONTENTS.fullmatch(name) for name in lineage):
            return
        runs = list(_runs(paragraph))
        words = "".join(text for text, _ in runs)
        if any(word in name for name in lineage[:2] for word in _CODE):
            self.code.append(words)
            return
        self._end_code()
        if "title" in lineage and self.builder.is_empty:
            self.builder.title = " ".join(words.split()) or self.builder.title
            self.builder.heading(words, 1)
        elif level := _level(paragraph, lineage):
            self.builder.heading(words, level, may_be_title=level == 1)
        elif item := self.numbering.item(paragraph, lineage):
            self.builder.item(runs, depth=item.depth, mark=item.mark)
        else:
            self.builder.paragraph(runs)
        for box in paragraph._p.iter(qn("w:txbxContent")):
            if any(one.tag.endswith("}Fallback") for one in box.iterancestors()):
                continue
            for inner in box.iter(qn("w:p")):
                self.builder.paragraph("".join(t.text or "" for t in inner.iter(qn("w:t"))))

    def _end_code(self) -> None:
        if self.code:
            self.builder.code("\n".join(self.code))
            self.code = []

    def _table(self, table: Table, depth: int = 0) -> None:
        rows = table._tbl.tr_lst
        for number, row in enumerate(rows):
            cells = [(cell, int(cell.grid_span or 1)) for cell in row.tc_lst]
            told: list[str] = []
            bold: list[bool] = []
            for cell, span in cells:
                runs = [
                    run
                    for p in cell.iter(qn("w:p"))
                    for run in [*_runs(WordParagraph(cast("CT_P", p), table)), (" ", True)]
                ]
                told.append("".join(text for text, _ in runs))
                bold.append(all(is_bold for text, is_bold in runs if text.strip()))
                told += [""] * (min(span, 100) - 1)
            if len(rows) == 1 and len(cells) == 1:  # a box round a text
                for p in cells[0][0].iter(qn("w:p")):
                    self._paragraph(WordParagraph(cast("CT_P", p), table))
                return
            marked = row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None
            is_header = number == 0 and (marked or (len(told) > 1 and any(told) and all(bold)))
            self.builder.row(told, is_header=is_header, continues=number > 0)

    def _notes(self) -> None:
        """Append foot- and endnotes, which stand in parts of their own."""
        self.builder.leave(1)
        for part in self.word.part.package.iter_parts():
            if not part.partname.endswith(("footnotes.xml", "endnotes.xml")):
                continue
            try:
                root = etree.fromstring(
                    part.blob, etree.XMLParser(resolve_entities=False, no_network=True)
                )
            except etree.XMLSyntaxError:
                continue
            for note in root:
                if note.get(qn("w:type")) is None:
                    words = "".join(t.text or "" for t in note.iter(qn("w:t")))
                    self.builder.paragraph(words)


def _lineage(paragraph: WordParagraph) -> list[str]:
    """Return the names of a paragraph's style and of those it is made from, in small letters."""
    names: list[str] = []
    style = paragraph.style
    while style is not None and len(names) < 20:
        names.append((style.name or "").casefold())
        style = style.base_style
    return names


def _level(paragraph: WordParagraph, lineage: list[str]) -> int:
    """Return the depth of a heading, 0 of what is none."""
    for name in lineage:
        if found := _HEADING.match(name):
            return int(found[1])
    if "title" in lineage:
        return 1
    outline = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is None and paragraph.style is not None:
        outline = paragraph.style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    value = outline.get(qn("w:val")) if outline is not None else None
    return int(value) + 1 if value is not None and value.isdigit() and int(value) < 9 else 0


def _runs(paragraph: WordParagraph) -> Iterator[Run]:
    style_bold = bool(paragraph.style is not None and paragraph.style.font.bold)
    for inner in paragraph.iter_inner_content():
        for run in inner.runs if isinstance(inner, Hyperlink) else (inner,):
            if run.font.hidden:
                continue
            bold = run.bold
            if bold is None:
                bold = style_bold or bool(run.style is not None and run.style.font.bold)
            yield run.text, bold
    for inserted in paragraph._p.iterchildren(qn("w:ins"), qn("w:smartTag"), qn("w:sdt")):
        yield "".join(text.text or "" for text in inserted.iter(qn("w:t"))), style_bold
