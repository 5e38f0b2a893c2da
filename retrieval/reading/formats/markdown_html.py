"""What a block of HTML in Markdown says, and which tags stand inside a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from retrieval.domain import Span

__all__ = ["HtmlPart", "html_parts", "is_program", "tags_in"]

_TAG = re.compile(r"<(/?)([A-Za-z][\w.:-]*+)([^<>]*+)>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE = frozenset(
    """a abbr b bdi bdo big br cite code data del dfn em font i ins kbd label mark q s samp small
    span strike strong sub sup time tt u var wbr""".split()
)
_UNSEEN = frozenset({"script", "style", "template", "svg", "noscript"})
_HEADING = re.compile(r"h([1-6])", re.IGNORECASE)
# What JavaScript stands between the paragraphs of MDX.
_PROGRAM = re.compile(
    r"import\s[^\n]{0,300}?\sfrom\s+['\"]|import\s+['\"]"
    r"|export\s+(?:const|let|var|default|function|class|async)\b|\{/\*"
)


@dataclass(slots=True, kw_only=True)
class HtmlPart:
    """Words between tags, as offsets into the text."""

    start: int
    end: int
    tag: str = ""
    """The block-level tag that they stand in, in small letters."""
    omitted: list[Span] = field(default_factory=list)
    """The tags inside."""
    cells: list[Span] = field(default_factory=list)
    """Of a table's row, its cells."""

    @property
    def level(self) -> int:
        """Of a heading, its depth from 1; else 0."""
        found = _HEADING.fullmatch(self.tag)
        return int(found[1]) if found else 0


def html_parts(text: str, start: int, end: int) -> Iterator[HtmlPart]:
    """Yield what a block of HTML says, in order, without comments, programs and tags."""
    part = HtmlPart(start=start, end=start)
    skipped: str | None = None
    row: HtmlPart | None = None
    for at, stop, name, closes in _marks(text, start, end):
        if skipped is not None:
            if closes and name == skipped:
                skipped, part = None, HtmlPart(start=stop, end=stop)
            continue
        if name in _INLINE or not name:
            part.omitted.append(Span(start=at, end=stop))
            continue
        part.end = at
        said = _trimmed(text, part)
        if row is not None and part.tag in {"td", "th"}:
            if said is not None:
                row.cells.append(Span(start=said.start, end=said.end))
        elif said is not None:
            yield said
        if name == "tr" and closes and row is not None:
            yield from _row(row)
            row = None
        elif name == "tr" and not closes:
            row = HtmlPart(start=stop, end=stop, tag="tr")
        skipped = name if name in _UNSEEN and not closes else None
        part = HtmlPart(start=stop, end=stop, tag="" if closes else name)
    if skipped is None:
        part.end = end
        said = _trimmed(text, part)
        if said is not None:
            yield said
    if row is not None:
        yield from _row(row)


def tags_in(text: str, start: int, end: int) -> list[Span]:
    """Return the tags and comments inside a paragraph; ``<version>`` is none."""
    return [
        Span(start=at, end=stop)
        for at, stop, name, _ in _marks(text, start, end)
        if name in _INLINE or name in {"img", "p", "div", "center", "picture", ""}
    ]


def is_program(words: str) -> bool:
    """Tell whether a paragraph is a statement of MDX."""
    return _PROGRAM.match(words) is not None


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the tags and, without a name, the comments of ``start:end``."""
    # Behind the last end of a comment none is looked for: each of many comments that are never
    # closed would be searched for its end anew.
    last = text.rfind("-->", start, end) + len("-->")
    at = start
    while (at := text.find("<", at, end)) >= 0:
        comment = _COMMENT.match(text, at, last) if at < last else None
        tag = None if comment else _TAG.match(text, at, end)
        if comment:
            yield at, comment.end(), "", False
        elif tag:
            yield at, tag.end(), tag[2].lower(), bool(tag[1])
        found = comment or tag
        at = found.end() if found else at + 1


def _row(row: HtmlPart) -> Iterator[HtmlPart]:
    if row.cells:
        row.start, row.end = row.cells[0].start, row.cells[-1].end
        between = pairwise(row.cells)
        row.omitted = [Span(start=one.end, end=other.start) for one, other in between]
        yield row


def _trimmed(text: str, part: HtmlPart) -> HtmlPart | None:
    """Return a part without white space and tags around its words; None where it has none."""
    first, last = part.start, part.end
    low, high = 0, len(part.omitted)
    while first < last:
        if text[first].isspace():
            first += 1
        elif text[last - 1].isspace():
            last -= 1
        elif low < high and part.omitted[low].start <= first:
            first = max(first, part.omitted[low].end)
            low += 1
        elif low < high and part.omitted[high - 1].end >= last:
            last = min(last, part.omitted[high - 1].start)
            high -= 1
        else:
            break
    if not any(map(str.isalnum, text[first:last])):
        return None
    return HtmlPart(start=first, end=last, tag=part.tag, omitted=part.omitted[low:high])
