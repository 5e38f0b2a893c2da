"""Bullets that people type who have no better ones: ``o``, ``»``, ``~``, ``+``.

One such line may begin so by chance; several beside each other are a list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.domain import Block, BlockKind
from retrieval.reading.formats.text_lines import TextLine, text_line

__all__ = ["mark_typed", "with_typed_items"]

_TYPED = re.compile(r"(?P<mark>[o»›~+!✓✔✗✘■□◆◇★☆➔➤►▸▶→⇒∙⁃]|[-=]{1,2}>|--)[ \t]+(?=\S)")
_ALIKE = frozenset("+-!~*")
"""Marks that stand for one another in a list of changes."""
_GOING_ON = frozenset("o»›▸▶→➔")
"""A line that begins with one may also go on with the one above: "o" is a word of some languages,
and an arrow leads from a menu to what is in it."""
_UNKNOWN_TO_MARKDOWN = "•‣◦▪●·"
_FEWEST = 2
_LINE = re.compile(r"[^\r\n]+")


def mark_typed(groups: Sequence[Sequence[TextLine]]) -> None:
    """Set the mark of the lines that are items of a list by such a bullet and by their neighbours.

    Args:
        groups: The lines between empty lines.
    """
    lines = [line for group in groups for line in group]
    firsts = {group[0].start for group in groups if group}
    for run in _runs(lines):
        above = lines[run[0] - 1] if run[0] else None
        first = lines[run[0]]
        opens = (
            first.indent > 0
            or first.start in firsts
            or (above is not None and (above.words.endswith(":") or above.marker > 0))
        )
        if len(run) < _FEWEST or (_glyph(first) in _GOING_ON and not opens):
            continue
        for place in run:
            if not lines[place].marker and (found := _TYPED.match(lines[place].words)):
                lines[place].marker = found.end()


def with_typed_items(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a Markdown text, paragraphs cut where their lines are such items."""
    groups = [list(_lines(text, block)) if _may_be_cut(block) else [] for block in blocks]
    for group in groups:
        for line in group:
            if line.words[0] not in _UNKNOWN_TO_MARKDOWN:
                line.marker = 0
    known = [line for group in groups for line in group if line.marker]
    mark_typed([group for group in groups if group])
    if len(known) == 1:
        known[0].marker = 0
    found: list[Block] = []
    for block, group in zip(blocks, groups, strict=True):
        found += _cut(text, block, group) if any(line.marker for line in group) else [block]
    return found


@dataclass(slots=True)
class _Run:
    """Places of lines beside each other with the same mark, as far in."""

    key: str
    indent: int
    places: list[int]


def _runs(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """Yield the places of each run; what stands farther in belongs to the line above it."""
    open_: list[_Run] = []
    for place, line in enumerate(lines):
        key = _key(line)
        while open_ and open_[-1].indent > line.indent:
            yield open_.pop().places
        if open_ and open_[-1].indent == line.indent:
            if key == open_[-1].key:
                open_[-1].places.append(place)
                continue
            yield open_.pop().places
        if key:
            open_.append(_Run(key, line.indent, [place]))
    for run in open_:
        yield run.places


def _key(line: TextLine) -> str:
    glyph = _glyph(line)
    return "+" if glyph in _ALIKE else glyph


def _glyph(line: TextLine) -> str:
    if line.marker:
        mark = line.words[: line.marker].rstrip()
        return "" if any(map(str.isalnum, mark)) else mark
    found = _TYPED.match(line.words)
    return found["mark"] if found else ""


def _may_be_cut(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.is_navigation and not block.speaker


def _lines(text: str, block: Block) -> Iterator[TextLine]:
    for found in _LINE.finditer(text, block.start, block.end):
        if found[0].strip():
            line = text_line(found[0], found.start())
            begins = text.rfind("\n", 0, line.start) + 1
            line.indent = line.start - begins
            yield line


def _cut(text: str, block: Block, lines: Sequence[TextLine]) -> Iterator[Block]:
    firsts = [at for at, line in enumerate(lines) if at == 0 or line.marker]
    for first, after in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        line, end = lines[first], lines[after - 1].end
        start = line.start + line.marker
        lead = block.lead
        part = replace(
            block,
            start=start,
            end=end,
            lead=lead if lead and start <= lead.start and lead.end <= end else None,
            omitted=tuple(one for one in block.omitted if start <= one.start and one.end <= end),
        )
        if line.marker:
            mark = line.words[: line.marker].rstrip()
            part = replace(part, kind=BlockKind.LIST_ITEM, level=1, mark=mark)
        yield part
