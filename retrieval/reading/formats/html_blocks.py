"""The blocks of a page's text: paragraphs, items, rows and programs in the order of reading."""

import re
from dataclasses import dataclass, field

from lxml import etree

from retrieval.reading.builder import Builder, Run
from retrieval.reading.element_text import text_of
from retrieval.reading.formats.html_main import is_furniture

__all__ = ["PageWalk"]

_BLOCKS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table
    ul caption tbody thead tfoot tr td th""".split()
)
_BOLD = frozenset({"b", "strong", "dt", "summary"})
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight|brush|src)[-: ]+([\w+#.-]{1,30})")
_PLAIN_CODE = frozenset({"default", "none", "text", "notranslate"})
_ADMONITION = re.compile(
    r"(?:^|[\s_-])(note|tip|hint|important|warning|caution|danger|attention)(?:$|[\s_-])"
)
_REFERENCE = re.compile(r"reference|footnote-ref|noteref|headerlink|anchor|permalink")
_LONGEST_LINKS = 0.8
_FEW = 3
_DEEPEST = 200


@dataclass(slots=True)
class _Place:
    """What stands around an element."""

    depth: int = 0
    """In how many lists it stands."""
    mark: list[str] = field(default_factory=lambda: [""])
    """Of the item it stands in; empty once a block has it."""
    admonition: str = ""
    bold: bool = False


class PageWalk:
    """Appends what is in an element to a document."""

    def __init__(self, builder: Builder, *, levels_above: int = 0) -> None:
        """Take the document, and under how many levels of headings the page stands in it."""
        self.builder = builder
        self._above = levels_above
        self._runs: list[Run] = []
        self._links = 0
        """Characters of the paragraph under way that are links."""
        self._nesting = 0
        self._joined: etree._Element | None = None
        """The paragraph that goes on with the words before it."""

    def walk(self, element: etree._Element) -> None:
        """Append all that is in an element."""
        place = _Place()
        self._inside(element, place)
        self._flush(place)

    def _inside(self, element: etree._Element, place: _Place, *, link: bool = False) -> None:
        if self._nesting > _DEEPEST:  # nobody's page, and deeper than Python's stack
            self._say(text_of(element), place, link=link)
            return
        self._nesting += 1
        self._say(element.text, place, link=link)
        for child in element:
            if isinstance(child.tag, str) and not is_furniture(child):
                self._element(child, place, link=link)
            self._say(child.tail, place, link=link)
        self._nesting -= 1

    def _say(self, words: str | None, place: _Place, *, link: bool) -> None:
        if words:
            self._runs.append((words, place.bold))
            if link:
                self._links += len(words.strip())

    def _element(self, element: etree._Element, place: _Place, *, link: bool) -> None:
        tag = element.tag
        if element is self._joined:
            self._joined = None
            self._inside(element, place)
            self._flush(place)
        elif tag == "br":
            self._runs.append((" ", place.bold))
        elif tag not in _BLOCKS:
            self._inline(element, place, link=link)
        else:
            self._flush(place)
            self._block(element, place)
            self._flush(place)

    def _inline(self, element: etree._Element, place: _Place, *, link: bool) -> None:
        tag, named = element.tag, element.get("class") or ""
        if (
            tag in {"sup", "a"} and _REFERENCE.search(named) and len(text_of(element)) <= 6
        ) or tag in {"rt", "rp"}:
            return
        bold = place.bold
        place.bold = bold or tag in _BOLD
        self._inside(element, place, link=link or tag == "a")
        place.bold = bold

    def _block(self, element: etree._Element, place: _Place) -> None:
        tag = element.tag
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading(element, int(tag[1:]))
        elif tag in {"ul", "ol", "menu"}:
            self._list(element, place)
        elif tag == "dl":
            self._terms(element, place)
        elif tag == "pre":
            self.builder.code(_lines(element), language=_language(element))
        elif tag == "table":
            self._table(element, place)
        elif tag == "summary":
            self._inside(element, _Place(depth=place.depth, mark=place.mark, bold=True))
            # What folds out belongs to it as to a heading.
        elif tag == "hr":
            return
        else:
            kind = _ADMONITION.search((element.get("class") or "").lower())
            inner = _Place(
                depth=place.depth,
                mark=place.mark,
                admonition=kind[1]
                if kind and tag in {"div", "aside", "section", "blockquote"}
                else place.admonition,
                bold=place.bold,
            )
            self._inside(element, inner)
            self._flush(inner)

    def _flush(self, place: _Place) -> None:
        """Append the paragraph under way."""
        runs, links = self._runs, self._links
        self._runs, self._links = [], 0
        length = sum(len(text.strip()) for text, _ in runs)
        if not length:
            return
        menu = (
            links >= length and length <= 200 and sum(1 for text, _ in runs if text.strip()) >= _FEW
        )
        if place.depth:
            mark, place.mark[0] = place.mark[0], ""
            self.builder.item(
                runs,
                depth=place.depth,
                mark=mark,
                admonition=place.admonition,
                is_navigation=menu,
            )
        else:
            self.builder.paragraph(runs, admonition=place.admonition, is_navigation=menu)

    def _heading(self, element: etree._Element, level: int) -> None:
        place = _Place()
        self._inside(element, place)
        words = " ".join("".join(text for text, _ in self._runs).split()).rstrip("¶#").strip()
        self._runs, self._links = [], 0
        self.builder.heading(
            words, level + self._above, may_be_title=not self._above and level == 1
        )

    def _list(self, element: etree._Element, place: _Place) -> None:
        if _is_menu(element):
            return
        number = _start(element)
        for item in element:
            if not isinstance(item.tag, str) or is_furniture(item):
                continue
            mark = f"{number}." if element.tag == "ol" else "-"
            number += 1
            inner = _Place(depth=place.depth + 1, mark=[mark], admonition=place.admonition)
            self._inside(item, inner)
            self._flush(inner)

    def _terms(self, element: etree._Element, place: _Place) -> None:
        """Append terms with what they mean, each as a paragraph that begins with it in bold."""
        inner = _Place(depth=place.depth + 1, mark=["-"], admonition=place.admonition)
        for child in list(element.iter("dt", "dd")):
            above = child.getparent()
            in_group = above is not None and above.tag == "div" and above.getparent() is element
            if above is not element and not in_group:
                continue
            if child.tag == "dt":
                self._flush(inner)
                inner = _Place(depth=place.depth + 1, mark=["-"], admonition=place.admonition)
                self._inside(child, _Place(bold=True))
                if len(text_of(child)) > 200:
                    self._flush(inner)
            else:
                if self._runs:
                    self._runs.append((": ", True))
                # The first paragraph goes on with the term, further ones stand below it.
                self._meaning(child, inner)
        self._flush(inner)

    def _meaning(self, element: etree._Element, place: _Place) -> None:
        first = next((child for child in element if isinstance(child.tag, str)), None)
        if first is not None and first.tag in {"p", "div"} and not (element.text or "").strip():
            self._joined = first
        self._inside(element, place)
        self._flush(place)

    def _table(self, element: etree._Element, place: _Place) -> None:
        rows = [row for row in element.iter("tr") if _nearest(row, "table") is element]
        cells = [[c for c in row if c.tag in {"td", "th"}] for row in rows]
        for caption in element.iterchildren("caption"):
            self._inside(caption, place)
            self._flush(place)
        if (
            max(map(len, cells), default=0) <= 1
            or element.find(".//table") is not None
            or _is_layout(element)
        ):
            # It only places things on the page.
            for row in cells:
                for cell in row:
                    if not is_furniture(cell):
                        self._inside(cell, place)
                        self._flush(place)
            return
        spans: dict[int, tuple[int, str]] = {}
        for number, row in enumerate(cells):
            is_header = number == 0 and (
                _nearest(rows[0], "thead") is not None or all(cell.tag == "th" for cell in row)
            )
            self.builder.row(_filled(row, spans), is_header=is_header, continues=number > 0)


def _filled(row: list[etree._Element], spans: dict[int, tuple[int, str]]) -> list[str]:
    """Return the words of a row's cells, those that reach down from above in their place."""
    told: list[str] = []
    waiting = list(row)
    while waiting or len(told) in spans:
        place = len(told)
        if place in spans:
            left, words = spans.pop(place)
            if left > 1:
                spans[place] = (left - 1, words)
            told.append(words)
            continue
        cell = waiting.pop(0)
        words = " ".join(_visible(cell).split())
        down = _number(cell.get("rowspan"))
        if down > 1:
            spans[place] = (down - 1, words)
        told.append(words)
        told += [""] * (_number(cell.get("colspan")) - 1)
        if len(told) > 1000:
            break
    return told


def _number(words: str | None) -> int:
    return min(max(int(words), 1), 200) if words and words.isascii() and words.isdigit() else 1


def _start(element: etree._Element) -> int:
    return _number(element.get("start"))


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next((one for one in element.iterancestors(tag)), None)


def _is_layout(element: etree._Element) -> bool:
    if element.get("role") == "presentation":
        return True
    if element.find(".//th") is not None:
        return False
    return any(
        len(list(cell.iter("p", "li", "pre", "h1", "h2", "h3"))) > _FEW
        for cell in element.iter("td")
    )


def _is_menu(element: etree._Element) -> bool:
    """Tell whether a list is nothing but links, each of a few words."""
    items = element.findall("li")
    if len(items) < _FEW:
        return False
    words = sum(len(text_of(item).strip()) for item in items)
    links = sum(len(text_of(link).strip()) for link in element.iter("a") if link.get("href"))
    return words > 0 and links >= 0.95 * words


def _visible(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not is_furniture(child):
            gap = " " if child.tag in _BLOCKS or child.tag == "br" else ""
            parts += [gap, _visible(child) if len(parts) < 10_000 else "", gap]
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(element: etree._Element) -> str:
    parts = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts += ["\n" if one.tag == "br" else "", one.text or ""]
        elif one is not element:
            parts.append(one.tail or "")
    return "".join(parts)


def _language(element: etree._Element) -> str:
    inner = element.find(".//code")
    around = (
        element.get("class"),
        inner.get("class") if inner is not None else None,
        *(one.get("class") for one in list(element.iterancestors())[:2]),
    )
    for named in around:
        found = _LANGUAGE.search(named or "")
        if found and found[1] not in _PLAIN_CODE:
            return found[1]
    return ""
