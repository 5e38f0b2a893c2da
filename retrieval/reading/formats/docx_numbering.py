"""What stands before the items of a Word document's lists, which Word counts when it shows them."""

from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

__all__ = ["Item", "Numbering"]

_DEEPEST = 9
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """How an item stands in its list."""

    depth: int
    mark: str


class Numbering:
    """Counts the items of each list in the order of reading."""

    def __init__(self, word: WordDocument) -> None:
        """Read how the document's lists are numbered."""
        self._formats: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        root = _numbering(word)
        if root is None:
            return
        for abstract in root.iterchildren(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId")) or ""
            for level in abstract.iterchildren(qn("w:lvl")):
                depth = _number(level.get(qn("w:ilvl")))
                self._formats[name, depth] = (
                    _value(level, "w:numFmt") or "bullet",
                    _value(level, "w:lvlText") or "%1.",
                    _number(_value(level, "w:start") or "1"),
                )
        for num in root.iterchildren(qn("w:num")):
            self._abstract[num.get(qn("w:numId")) or ""] = _value(num, "w:abstractNumId") or ""

    def item(self, paragraph: Paragraph, lineage: list[str]) -> Item | None:
        """Return how a paragraph stands in a list; None where it is in none."""
        properties = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = paragraph.style
        while properties is None and style is not None:
            properties = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            style = style.base_style
        if properties is None:
            named = next((name for name in lineage if name.startswith("list")), None)
            return Item(depth=_depth(named), mark="-") if named else None
        name = _value(properties, "w:numId") or "0"
        if name == "0":
            return None
        level = min(_number(_value(properties, "w:ilvl") or "0"), _DEEPEST - 1)
        # Word's own styles "List Bullet 2" are lists of their own, each at their first level.
        depth = max(level + 1, _depth(lineage[0]) if lineage else 1)
        return Item(depth=depth, mark=self._mark(name, level))

    def _mark(self, name: str, level: int) -> str:
        abstract = self._abstract.get(name, "")
        form, text, start = self._formats.get((abstract, level), ("bullet", "", 1))
        counts = self._counts[name]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if form in {"bullet", "none"}:
            return "-"
        for above in range(level + 1):
            shape, _, first = self._formats.get((abstract, above), ("decimal", "", 1))
            count = counts.get(above, first)
            text = text.replace(f"%{above + 1}", _counted(count, shape))
        return " ".join(text.split())[:20] or "-"


def _numbering(word: WordDocument) -> etree._Element | None:
    try:
        root: etree._Element = word.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return None
    return root


def _value(element: etree._Element, name: str) -> str | None:
    found = element.find(qn(name))
    return found.get(qn("w:val")) if found is not None else None


def _number(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 7 else 0


def _depth(style: str | None) -> int:
    last = (style or "").rsplit(" ", 1)[-1]
    return int(last) if last.isdigit() and 0 < int(last) <= _DEEPEST else 1


def _counted(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 5)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 90:
        words = ""
        for value, sign in _ROMAN:
            while count >= value:
                words, count = words + sign, count - value
        return words.upper() if form == "upperRoman" else words
    return str(count)
