"""Web pages: their main text without menus, banners and forms.

What frames a page is told by what it is called (HTML's own elements, ARIA's roles, the usual names
of classes) and by what it holds: a list of nothing but links is a menu.
"""

import re

from lxml import etree
from lxml import html as lxml_html

from retrieval.errors import DocumentError
from retrieval.reading.builder import Builder
from retrieval.reading.decode import decode
from retrieval.reading.element_text import words_of
from retrieval.reading.file_types import file_type
from retrieval.reading.formats.html_blocks import PageWalk
from retrieval.reading.formats.html_main import main_part
from retrieval.reading.protocol import Contents, Reading

__all__ = ["outline_page", "parse_page", "read"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+([\w-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_SITE = re.compile(r"(?<!\s)\s+[|–—·»«:-]\s+")
_HEAD = 4096
_APART = frozenset(
    """article aside blockquote center details dd div dl dt fieldset figure footer form header li
    main menu nav ol section ul""".split()
)
_WITHIN = frozenset(
    "a abbr b bdi bdo big cite code del em font i ins kbd label mark q s samp small span strike"
    " strong sub sup tt u var".split()
)
_HOLDER = re.compile(rf"</?({'|'.join(sorted(_APART | _WITHIN))})(?![\w:-])[^<>]*>", re.IGNORECASE)
"""A tag that says where text stands, and nothing without which it can't be read."""


def read(data: bytes, name: str) -> Reading:
    """Read a web page; raises DocumentError where the bytes are none."""
    kind = file_type(data)
    if kind is not None and not kind.startswith("a web page"):
        raise DocumentError(f"It is not a web page but {kind}.")
    text, warnings = _text(data)
    return Reading(documents=(outline_page(text),), warnings=warnings)


def outline_page(text: str) -> Contents:
    """Find the blocks of a page's main text, its title and its author.

    Raises:
        DocumentError: There is nothing to read in it.
    """
    root = parse_page(text)
    main = main_part(root)
    builder = Builder(title=_title(root), author=_author(root), counts=True)
    PageWalk(builder).walk(main)
    return builder.contents()


def parse_page(text: str) -> etree._Element:
    """Parse a page as a browser would, whatever is wrong with it.

    What stands in more elements than the parser goes into (tags that are never closed, above all)
    is read without those that only hold others.

    Raises:
        DocumentError: There is nothing in it, or it is nested too deep even so.
    """
    text = _DECLARATION.sub("", text)
    root, is_whole = _parsed(text)
    if not is_whole:
        root, is_whole = _parsed(_HOLDER.sub(_opened, text))
    if not is_whole:
        raise DocumentError("Its elements are nested too deep.")
    return root


def _opened(tag: re.Match[str]) -> str:
    """Return what stands for a tag that only holds others: the border that it draws, if any."""
    return "<hr>" if tag[1].lower() in _APART else ""


def _parsed(text: str) -> tuple[etree._Element, bool]:
    """Parse a page; returns its root, and whether all of it was read.

    Raises:
        DocumentError: There is nothing in it.
    """
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        raise DocumentError("It is a web page without any text.") from None
    return root, not any("depth" in error.message for error in parser.error_log)


def _text(data: bytes) -> tuple[str, tuple[str, ...]]:
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        # What is declared as Latin-1 is Windows' code page 1252 to every browser.
        name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name, name)
        try:
            return data.decode(name), ()
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(data)
    return decoded.text, decoded.warnings


def _title(root: etree._Element) -> str | None:
    """Return the page's title without the name of its site, where a heading says the same."""
    found = root.find(".//title")
    title = words_of(found) if found is not None else ""
    headings = root.findall(".//h1")
    if len(headings) == 1:
        words = words_of(headings[0]).rstrip("¶#").strip()
        if words and (not title or words in title or title in words):
            return words
    parts = _SITE.split(title)
    return max(parts, key=len) if len(parts) > 1 else title or None


def _author(root: etree._Element) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "author":
            return meta.get("content") or None
    return None
