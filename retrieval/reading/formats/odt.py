"""Text documents of LibreOffice and its like (OpenDocument, ISO/IEC 26300)."""

from lxml import etree

from retrieval.errors import DocumentError
from retrieval.reading.archives import open_archive, parse_xml, read_member
from retrieval.reading.builder import Builder, Run
from retrieval.reading.element_text import text_of
from retrieval.reading.file_types import mislabelled
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"

_LEFT_OUT = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_TEXT}table-of-content",
        f"{_TEXT}alphabetical-index",
        f"{_TEXT}sequence-decls",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_TEXT}note-citation",
    }
)
_CODE = ("preformatted", "source", "code")
_DEEPEST = 200


def read(data: bytes, name: str) -> Reading:
    """Read a text document; raises DocumentError where the bytes are none."""
    with open_archive(data, "a text document") as archive:
        manifest = read_member(archive, "META-INF/manifest.xml")
        if manifest is not None and b"encryption-data" in manifest:
            raise DocumentError("It is protected by a password; save it without one.")
        raw = read_member(archive, "content.xml")
        if raw is None:
            raise mislabelled(
                data,
                "a text document",
                otherwise="It is an archive but no text document: it has no content.xml.",
            )
        root = parse_xml(raw, "content.xml")
        styles = read_member(archive, "styles.xml")
        meta = read_member(archive, "meta.xml")
        named = [root, *([parse_xml(styles, "styles.xml")] if styles else [])]
        about = parse_xml(meta, "meta.xml") if meta else None
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise mislabelled(
            data, "a text document", otherwise="It is an OpenDocument file, but no text document."
        )
    builder = Builder(title=_said(about, f"{_DC}title"), author=_author(about), counts=True)
    _Walk(builder, named).inside(body, 0, [""])
    return Reading(documents=(builder.contents(),))


def _said(about: etree._Element | None, name: str) -> str | None:
    found = about.find(f".//{name}") if about is not None else None
    return (text_of(found) or None) if found is not None else None


def _author(about: etree._Element | None) -> str | None:
    return _said(about, f"{_META}initial-creator") or _said(about, f"{_DC}creator")


class _Walk:
    def __init__(self, builder: Builder, roots: list[etree._Element]) -> None:
        self.builder = builder
        self.bold: dict[str, bool] = {}
        self.parents: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.numbered: set[str] = set()
        self._nesting = 0
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                name = style.get(f"{_STYLE}name") or ""
                self.parents[name] = style.get(f"{_STYLE}parent-style-name") or ""
                self.names[name] = style.get(f"{_STYLE}display-name") or name
                properties = style.find(f"{_STYLE}text-properties")
                if properties is not None and properties.get(f"{_FO}font-weight"):
                    self.bold[name] = properties.get(f"{_FO}font-weight") == "bold"
            for style in root.iter(f"{_TEXT}list-style"):
                if style.find(f"{_TEXT}list-level-style-number") is not None:
                    self.numbered.add(style.get(f"{_STYLE}name") or "")

    def inside(
        self, element: etree._Element, depth: int, mark: list[str], ordered: bool = False
    ) -> None:
        """Append all that is in an element; ``mark`` is that of the item it stands in."""
        self._nesting += 1
        if self._nesting > _DEEPEST:
            raise DocumentError("It is nested too deep to be read.")
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
                continue
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level") or "1"
                self.builder.heading(
                    "".join(text for text, _ in self._runs(child)),
                    int(level) if level.isdigit() else 1,
                    may_be_title=level == "1",
                )
            elif child.tag == f"{_TEXT}p":
                self._paragraph(child, depth, mark)
            elif child.tag == f"{_TEXT}list":
                style = child.get(f"{_TEXT}style-name")
                self._list(child, depth + 1, ordered if style is None else style in self.numbered)
            elif child.tag == f"{_TABLE}table":
                self._table(child)
            else:
                self.inside(child, depth, mark, ordered)
        self._nesting -= 1

    def _lineage(self, name: str) -> list[str]:
        """Return a style's names and those of the styles that it is made from."""
        told: list[str] = []
        while name and len(told) < 20:
            told.append(name)
            name = self.parents.get(name, "")
        return told

    def _paragraph(self, element: etree._Element, depth: int, mark: list[str]) -> None:
        lineage = self._lineage(element.get(f"{_TEXT}style-name") or "")
        named = [self.names.get(name, name).casefold() for name in lineage]
        runs = self._runs(element)
        if any(name == "title" for name in named) and self.builder.is_empty:
            words = "".join(text for text, _ in runs)
            self.builder.title = " ".join(words.split()) or self.builder.title
            self.builder.heading(words, 1)
        elif any(word in name for name in named for word in _CODE):
            self.builder.code("".join(text for text, _ in runs))
        elif depth:
            self.builder.item(runs, depth=depth, mark=mark[0])
            mark[0] = ""
        else:
            self.builder.paragraph(runs)
        for frame in element.iter(f"{_DRAW}text-box"):
            self.inside(frame, 0, [""])
        for note in element.iter(f"{_TEXT}note-body"):
            self.inside(note, 0, [""])

    def _list(self, element: etree._Element, depth: int, ordered: bool) -> None:
        number = 1
        for item in element:
            if item.tag not in {f"{_TEXT}list-item", f"{_TEXT}list-header"}:
                continue
            start = item.get(f"{_TEXT}start-value") or ""
            number = int(start) if start.isdigit() and len(start) < 9 else number
            self.inside(item, depth, [f"{number}." if ordered else "-"], ordered)
            number += 1

    def _table(self, element: etree._Element) -> None:
        is_first = True
        for row in element.iter(f"{_TABLE}table-row"):
            in_head = any(one.tag == f"{_TABLE}table-header-rows" for one in row.iterancestors())
            cells = []
            bold = []
            for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                runs = [
                    run
                    for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h")
                    for run in [*self._runs(p), (" ", True)]
                ]
                cells.append("".join(text for text, _ in runs))
                bold.append(all(is_bold for text, is_bold in runs if text.strip()))
            self.builder.row(
                cells,
                is_header=is_first and (in_head or (len(cells) > 1 and all(bold) and any(cells))),
                continues=not is_first,
            )
            is_first = False

    def _is_bold(self, name: str | None, otherwise: bool) -> bool:
        told = (self.bold[one] for one in self._lineage(name or "") if one in self.bold)
        return next(told, otherwise)

    def _runs(self, element: etree._Element) -> list[Run]:
        runs: list[Run] = []
        bold = self._is_bold(element.get(f"{_TEXT}style-name"), otherwise=False)
        self._collect(element, runs, bold)
        return runs

    def _collect(self, element: etree._Element, runs: list[Run], bold: bool) -> None:
        runs.append((element.text or "", bold))
        for child in element:
            if child.tag == f"{_TEXT}s":
                count = child.get(f"{_TEXT}c") or "1"
                runs.append((" " * min(int(count), 200) if count.isdigit() else " ", bold))
            elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
                runs.append(("\t" if child.tag.endswith("tab") else "\n", bold))
            elif child.tag == f"{_TEXT}span":
                self._collect(child, runs, self._is_bold(child.get(f"{_TEXT}style-name"), bold))
            elif (
                isinstance(child.tag, str)
                and child.tag.startswith(_TEXT)
                and child.tag not in _NO_WORDS
            ):
                self._collect(child, runs, bold)
            runs.append((child.tail or "", bold))


_NO_WORDS = _LEFT_OUT | {f"{_TEXT}note", f"{_TEXT}bookmark", f"{_TEXT}soft-page-break"}
