"""What stands on every page and is no text: running heads, feet and the pages' numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from retrieval.reading.formats.pdf.characters import Fragment, PageText

__all__ = ["without_furniture"]

_EDGE_LINES = 2
_ZONE = 0.14
"""Of the page's height: heads and feet stand no further inside."""
_FEWEST = 3
_OFTEN = 0.2
_LONGEST = 100
_NUMBER = re.compile(r"(?<![\d.,])[0-9]{1,4}(?![\d,]|\.\d)")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|[-–—(\[|])?\s*+(?:\d{1,4}|[ivxlc]{1,7})\s*+(?:(?:of|/)\s*+\d{1,4})?\s*+[-–—)\]|]?",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[PageText]) -> list[PageText]:
    """Return the pages without what comes again at the same edge of many of them."""
    edges = [_edges(page) for page in pages]
    counts = Counter(key for page in edges for key in {_key(line) for line in page})
    enough = _enough(len(pages))
    offset = _offset(pages, edges)
    told = []
    for page, lines in zip(pages, edges, strict=True):
        dropped = {
            id(one)
            for line in lines
            if counts[_key(line)] >= enough
            or (offset is not None and page.number - offset in _numbers(line))
            or (_is_number(line) and offset is not None)
            for one in line
        }
        told.append(
            replace(page, fragments=[one for one in page.fragments if id(one) not in dropped])
        )
    return told


def _edges(page: PageText) -> list[list[Fragment]]:
    """Return the first and the last lines of a page, as far as they stand at its edges."""
    lines: list[list[Fragment]] = []
    for one in sorted(page.fragments, key=lambda one: (one.baseline, one.left)):
        if lines and abs(lines[-1][0].baseline - one.baseline) < 3:
            lines[-1].append(one)
        else:
            lines.append([one])
    top = [line for line in lines[:_EDGE_LINES] if line[0].bottom < _ZONE * page.height]
    foot = [line for line in lines[-_EDGE_LINES:] if line[0].top > (1 - _ZONE) * page.height]
    return top + [line for line in foot if line not in top]


def _offset(pages: Sequence[PageText], edges: Sequence[Sequence[Sequence[Fragment]]]) -> int | None:
    """Return by how much the numbers that are printed on pages differ from their count."""
    counts = Counter(
        offset
        for page, lines in zip(pages, edges, strict=True)
        for offset in {page.number - number for line in lines for number in _numbers(line)}
    )
    best, often = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    return best if often >= _enough(len(pages)) else None


def _enough(pages: int) -> float:
    """Return on how many pages something comes again that is no text; not on the only one."""
    return max(min(_FEWEST, pages), _OFTEN * pages, 2)


def _numbers(line: Sequence[Fragment]) -> list[int]:
    """Return the numbers in a line that is short enough to be a head or a foot."""
    words = _words(line)
    return [int(found) for found in _NUMBER.findall(words)] if len(words) <= _LONGEST else []


def _words(line: Sequence[Fragment]) -> str:
    return " ".join(one.text.strip() for one in sorted(line, key=lambda one: one.left))


def _key(line: Sequence[Fragment]) -> str:
    return " ".join(_words(line).split()).casefold()


def _is_number(line: Sequence[Fragment]) -> bool:
    return _PAGE_NUMBER.fullmatch(_words(line).strip()) is not None
