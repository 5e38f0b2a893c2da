"""The paragraphs, items, rows and programs of a page's regions."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from retrieval.domain import BlockKind
from retrieval.reading.builder import clean
from retrieval.reading.formats import line_forms
from retrieval.reading.formats.pdf.characters import Fragment, PageText
from retrieval.reading.formats.pdf.columns import Line, Region
from retrieval.reading.formats.pdf.tables import find_table

__all__ = ["Paragraph", "paragraphs"]

_BULLET = re.compile(r"[-*•‣◦▪▫●○■□–—·⁃∙◆◇➢➤✓✔\uf000-\uf0ff]")
_DOTS = "•‣◦▪▫●○■□⁃∙◆◇➢➤"
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d{1,3}\]")
_LOOSE = 1.35
"""Of the usual distance between lines: a longer one ends a paragraph."""
_INDENT = 0.8
_NEAR = 8
"""Lines on either side that tell how long a line may be."""
_SIZE = 0.08
_LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:\s?\.){4,}+\s*+\d{1,4}\s*$|\s\.(?:\s\.){3,}")


@dataclass(slots=True)
class Paragraph:
    """What belongs together on a page."""

    page: int
    kind: BlockKind
    lines: list[str]
    size: float
    is_bold: bool = False
    lead: str = ""
    """The words in bold that it begins with, where the rest is not."""
    mark: str = ""
    left: float = 0.0
    rows: list[list[str]] = field(default_factory=list)
    has_header: bool = False
    is_contents: bool = False
    """A line of a table of contents."""
    ends_column: bool = False
    """It is the last of its region, and may go on in the next."""
    width: float = 0.0


def paragraphs(page: PageText, regions: Sequence[Region], body: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page, in the order of reading.

    Args:
        page: The page.
        regions: Its lines in that order.
        body: The size of most of the document's letters.
    """
    for region in regions:
        told = list(_of_region(page.number, region, body))
        if told:
            told[-1].ends_column = True
        yield from told


def _of_region(number: int, region: Region, body: float) -> Iterator[Paragraph]:
    lines = [Line(_with_marks(line.fragments)) for line in region.lines]
    leading = _leading(lines)
    at = 0
    while at < len(lines):
        table, stop = find_table(lines, at, leading)
        if table is not None:
            yield Paragraph(
                page=number,
                kind=BlockKind.TABLE,
                lines=[],
                size=lines[at].size,
                rows=table.rows,
                has_header=table.has_header,
            )
            at = stop
            continue
        stop = at + 1
        while stop < len(lines) and not _breaks(lines, at, stop, region, leading):
            stop += 1
        yield _paragraph(number, lines[at:stop], region)
        at = stop


def _with_marks(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Put the mark of an item together with its first words."""
    told = list(fragments)
    if len(told) > 1 and _mark(told[0].text.strip()) == told[0].text.strip():
        mark, first = told[0], told[1]
        if first.left - mark.right < 4 * first.size:
            told[:2] = [
                Fragment(
                    text=f"{mark.text.strip()} {first.text}",
                    left=mark.left,
                    right=first.right,
                    baseline=first.baseline,
                    size=first.size,
                    is_bold=first.is_bold,
                    is_mono=first.is_mono,
                )
            ]
    return told


def _mark(words: str) -> str:
    """Return the mark of an item that words begin with; empty where there is none."""
    first = words.split(" ", 1)[0] if words else ""
    if _BULLET.fullmatch(first) or _NUMBERED.fullmatch(first):
        return first
    return ""


def _words(line: Line) -> str:
    return " ".join(one.text.strip() for one in line.fragments)


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance between two lines of one paragraph."""
    steps = [
        below.baseline - above.baseline
        for above, below in pairwise(lines)
        if abs(above.size - below.size) < _SIZE * above.size
    ]
    near = [step for step, line in zip(steps, lines, strict=False) if step < 2.2 * line.size]
    if near:
        return statistics.median_low(near)
    return 1.2 * (statistics.median(line.size for line in lines) if lines else 10.0)


def _is_bold(line: Line) -> bool:
    return all(one.is_bold for one in line.fragments if any(map(str.isalnum, one.text)))


def _is_mono(line: Line) -> bool:
    is_item = line.fragments[0].text[:1] in _DOTS
    return not is_item and all(one.is_mono for one in line.fragments)


def _breaks(lines: Sequence[Line], first: int, at: int, region: Region, leading: float) -> bool:
    """Tell whether a line begins another paragraph than the one that began at ``first``."""
    above, below = lines[at - 1], lines[at]
    step = below.baseline - above.baseline
    if _is_mono(above) and _is_mono(below) and not _is_mono_prose(lines, first, region):
        return step > 2.6 * leading
    if step > _LOOSE * leading or step < 0 or _is_mono(above) != _is_mono(below):
        return True
    if abs(above.size - below.size) > _SIZE * above.size or _is_bold(above) != _is_bold(below):
        return not _is_bold_lead(above, below)
    words, before = _words(below), _words(above)
    if _mark(words) and (
        _BULLET.match(words) or line_forms.ends_sentence(before) or _mark(_words(lines[first]))
    ):
        return True
    if _LEADERS.search(before) or _LEADERS.search(words):
        return True
    opening = lines[first]
    if _mark(_words(opening)):
        # What goes on with an item stands below its words, and not below its mark.
        if below.left < opening.left - 0.5 * below.size:
            return True
        return below.left < opening.left + 0.3 * below.size and _is_short(lines, at)
    indent = below.left - above.left
    if (
        at > first
        and indent > _INDENT * below.size
        and indent < 5 * below.size
        and above.left < region.left + 0.5 * below.size
    ):
        return line_forms.ends_sentence(before) or at - first > 1
    return _is_short(lines, at) and (line_forms.ends_sentence(before) or not _is_lower(words))


def _is_bold_lead(above: Line, below: Line) -> bool:
    """Tell whether only the beginning or the end of a paragraph is in bold."""
    same = abs(above.size - below.size) <= _SIZE * above.size
    return (
        same
        and (not _is_bold(above))
        and any(one.is_bold for one in above.fragments)
        and not _is_bold(below)
    )


def _is_mono_prose(lines: Sequence[Line], first: int, region: Region) -> bool:
    """Tell whether what is in letters of equal width is prose, as in an old manuscript."""
    return all(_is_mono(line) for line in lines[:40])


def _is_short(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first word of a line would have fit at the end of the one above it."""
    above, below = lines[at - 1], lines[at]
    near = lines[max(at - _NEAR, 0) : at + _NEAR]
    edge = max(line.right for line in near if len(line.fragments) == 1 or line in (above, below))
    words = _words(below)
    first = len(words.split(" ", 1)[0]) + 1
    return above.right + first * (below.right - below.left) / max(len(words), 1) < edge


def _is_lower(words: str) -> bool:
    first = next((letter for letter in words if letter.isalnum()), "")
    return first.islower()


def _paragraph(number: int, lines: Sequence[Line], region: Region) -> Paragraph:
    first = _words(lines[0])
    mono = all(map(_is_mono, lines)) and not _is_mono_prose(region.lines, 0, region)
    bold = all(map(_is_bold, lines))
    if mono and not (len(lines) == 1 and line_forms.ends_sentence(first)):
        return Paragraph(
            page=number,
            kind=BlockKind.CODE,
            lines=_program(lines, region),
            size=lines[0].size,
            left=lines[0].left,
        )
    mark = _mark(first)
    told = [_words(line) for line in lines]
    if mark:
        told[0] = told[0][len(mark) :].strip()
    lead = "" if bold else _lead(lines[0], mark)
    return Paragraph(
        page=number,
        kind=BlockKind.LIST_ITEM if mark and not bold else BlockKind.PARAGRAPH,
        lines=told if not bold else [_words(line) for line in lines],
        size=statistics.median(line.size for line in lines),
        is_bold=bold,
        lead=lead,
        mark=("-" if _BULLET.fullmatch(mark) else mark) if mark and not bold else "",
        left=lines[0].left,
        is_contents=any(_LEADERS.search(words) for words in told),
        width=region.right - region.left,
    )


def _lead(line: Line, mark: str) -> str:
    told = []
    for one in line.fragments:
        if not one.is_bold:
            break
        told.append(one.text.strip())
    return clean(" ".join(told)).removeprefix(mark).strip()


def _program(lines: Sequence[Line], region: Region) -> list[str]:
    """Return the lines of a program, set in as they stand on the page."""
    left = min(line.left for line in lines)
    told = []
    for line in lines:
        advance = 0.6 * line.size
        words = ""
        for one in line.fragments:
            column = max(round((one.left - left) / advance), 0)
            words = (
                words.ljust(min(column, 200)) if not words or column > len(words) else f"{words} "
            )
            words += one.text.rstrip()
        told.append(words)
    return told
