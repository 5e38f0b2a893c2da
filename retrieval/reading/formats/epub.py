"""E-books (EPUB 2 and 3): their chapters in the order of reading, each a web page.

A place is a chapter as the book's own contents call it, and a paragraph in it.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from retrieval.errors import DocumentError
from retrieval.reading.archives import open_archive, parse_xml, read_member
from retrieval.reading.builder import Builder
from retrieval.reading.decode import decode
from retrieval.reading.element_text import words_of
from retrieval.reading.formats.html import parse_page
from retrieval.reading.formats.html_blocks import PageWalk
from retrieval.reading.formats.html_main import main_part
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
}
_LOCKED = "META-INF/encryption.xml"
# Fonts may be scrambled by these without a book's text being locked.
_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def read(data: bytes, name: str) -> Reading:
    """Read a book; raises DocumentError where the bytes are none, or it is locked."""
    with open_archive(data, "an e-book") as archive:
        container = read_member(archive, "META-INF/container.xml")
        if container is None:
            raise DocumentError("It is an archive but no e-book: it doesn't say where its text is.")
        lock = read_member(archive, _LOCKED)
        if lock is not None and b"EncryptedData" in lock and not any(f in lock for f in _FONTS):
            raise DocumentError("It is locked (DRM), so its text can't be read.")
        root = parse_xml(container, "META-INF/container.xml").find(".//c:rootfile", _NAMES)
        path = root.get("full-path") if root is not None else None
        raw = read_member(archive, path) if path else None
        if path is None or raw is None:
            raise DocumentError("It is damaged: the list of its chapters is missing.")
        package = parse_xml(raw, path)
        builder = Builder(
            title=_said(package, "title"), author=_said(package, "creator"), counts=True
        )
        names = _contents(archive, package, path)
        missing = 0
        for member in _spine(package, path):
            page = read_member(archive, member)
            if page is None:
                missing += 1
            elif page.strip():
                _chapter(builder, page, names.get(member))
    warnings = (f"{missing:,} of its chapters are missing.",) if missing else ()
    return Reading(documents=(builder.contents(),), warnings=warnings)


def _said(package: etree._Element, name: str) -> str | None:
    found = package.find(f".//d:{name}", _NAMES)
    return words_of(found) if found is not None else None


def _items(package: etree._Element, path: str) -> dict[str, tuple[str, str, str]]:
    """Return the files of a book by their ids: path, media type and properties."""
    folder = posixpath.dirname(path)
    items = {}
    for item in package.iterfind(".//o:manifest/o:item", _NAMES):
        address = unquote((item.get("href") or "").split("#")[0])
        member = posixpath.normpath(posixpath.join(folder, address))
        items[item.get("id") or ""] = (
            member,
            item.get("media-type") or "",
            item.get("properties") or "",
        )
    return items


def _spine(package: etree._Element, path: str) -> Iterator[str]:
    items = _items(package, path)
    for reference in package.iterfind(".//o:spine/o:itemref", _NAMES):
        member, kind, properties = items.get(reference.get("idref") or "", ("", "", ""))
        # The contents are for getting about; what is said in them stands in the chapters.
        if kind in _PAGES and "nav" not in properties.split():
            yield member


def _contents(archive: zipfile.ZipFile, package: etree._Element, path: str) -> dict[str, str]:
    """Return what the book's own contents call its files."""
    names: dict[str, str] = {}
    for member, kind, properties in _items(package, path).values():
        if "nav" not in properties.split() and kind != "application/x-dtbncx+xml":
            continue
        raw = read_member(archive, member)
        if raw is None:
            continue
        try:
            root = parse_xml(raw, member)
        except DocumentError:
            continue
        folder = posixpath.dirname(member)
        for words, address in _entries(root):
            target = posixpath.normpath(posixpath.join(folder, unquote(address.split("#")[0])))
            if words:
                names.setdefault(target, words)
    return names


def _entries(root: etree._Element) -> Iterator[tuple[str, str]]:
    for point in root.iterfind(".//n:navPoint", _NAMES):
        label, content = point.find("n:navLabel", _NAMES), point.find("n:content", _NAMES)
        if label is not None and content is not None:
            yield words_of(label), content.get("src") or ""
    for link in root.iter("{http://www.w3.org/1999/xhtml}a"):
        yield words_of(link), link.get("href") or ""


def _chapter(builder: Builder, page: bytes, name: str | None) -> None:
    builder.leave(1)
    main = main_part(parse_page(decode(page).text))
    headings = [words_of(h) for h in main.iter("h1", "h2", "h3")][:1]
    # A chapter whose heading is no heading in its page, but only looks like one, is named here.
    if name and not headings:
        builder.heading_above(name, 1)
    PageWalk(builder).walk(main)
