"""The order of reading: lines from top to bottom, column after column."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from retrieval.reading.formats.pdf.characters import Fragment, PageText

__all__ = ["Line", "Region", "reading_order"]

_SAME_LINE = 0.4
"""Of the size: how far the baselines of one line may be apart."""
_GUTTER = 0.75
"""Of the size: how wide at least the white is between two columns of text."""
_MARGIN = 0.12
"""Of the width of the text: nearer to its edges there is no gutter between columns."""
_FEWEST = 3
_FULL = 0.5
"""Of a column's width: its lines of prose are longer than that, mostly."""
_LETTERS = 16


@dataclass(slots=True)
class Line:
    """What stands on one line of one column, from left to right."""

    fragments: list[Fragment]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.fragments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(one.right for one in self.fragments)

    @property
    def baseline(self) -> float:
        """Its baseline, that of its longest fragment."""
        return max(self.fragments, key=lambda one: len(one.text)).baseline

    @property
    def size(self) -> float:
        """The size of its letters, that of its longest fragment."""
        return max(self.fragments, key=lambda one: len(one.text)).size


@dataclass(slots=True)
class Region:
    """Lines that are read from top to bottom, with the edges of their column."""

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0


def reading_order(page: PageText) -> list[Region]:
    """Return a page's regions in the order in which they are read."""
    return _regions(page.fragments)


def _regions(fragments: Sequence[Fragment]) -> list[Region]:
    lines = _lines(fragments)
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    regions: list[Region] = []
    single: list[Line] = []
    at = 0
    while at < len(lines):
        stop, gutters = _widest_run(lines, at, left, right)
        columns = _columns(lines[at:stop], gutters) if gutters else []
        if columns:
            if single:
                regions.append(Region(single, left, right))
                single = []
            regions += columns
            at = stop
        else:
            single.append(lines[at])
            at += 1
    if single:
        regions.append(Region(single, left, right))
    return regions


def _lines(fragments: Sequence[Fragment]) -> list[Line]:
    """Put together what has one baseline, whatever column it is in."""
    rows: list[list[Fragment]] = []
    for one in sorted(fragments, key=lambda one: (one.baseline, one.left)):
        if rows and abs(rows[-1][0].baseline - one.baseline) <= _SAME_LINE * min(
            rows[-1][0].size, one.size
        ):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [Line(sorted(row, key=lambda one: one.left)) for row in rows]


def _widest_run(
    lines: Sequence[Line], first: int, left: float, right: float
) -> tuple[int, list[tuple[float, float]]]:
    """Return how far the lines from ``first`` on have white in common, and where it is."""
    size = statistics.median(line.size for line in lines)
    edge = _MARGIN * (right - left)
    inner = (left + edge, right - edge)
    white = [inner] if inner[0] < inner[1] else []
    stop, kept = first, list[tuple[float, float]]()
    while stop < len(lines):
        white = _less(white, lines[stop].fragments)
        white = [gap for gap in white if gap[1] - gap[0] >= _GUTTER * size]
        if not white:
            break
        stop, kept = stop + 1, white
    return stop, kept


def _less(
    white: Sequence[tuple[float, float]], fragments: Sequence[Fragment]
) -> list[tuple[float, float]]:
    for one in fragments:
        white = [
            piece
            for start, end in white
            for piece in ((start, min(end, one.left)), (max(start, one.right), end))
            if piece[0] < piece[1]
        ]
        # A gap that a fragment doesn't touch is there twice then.
        white = sorted(set(white))
        white = [gap for at, gap in enumerate(white) if at == 0 or gap[0] >= white[at - 1][1]]
    return list(white)


def _columns(lines: Sequence[Line], gutters: Sequence[tuple[float, float]]) -> list[Region]:
    """Cut lines at their gutters; nothing where that gives no columns of prose."""
    cuts = [(start + end) / 2 for start, end in gutters]
    parts: list[list[Fragment]] = [[] for _ in range(len(cuts) + 1)]
    for line in lines:
        for one in line.fragments:
            parts[sum(one.left >= cut for cut in cuts)].append(one)
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return []
    regions = []
    for part in parts:
        told = _lines(part)
        left, right = min(line.left for line in told), max(line.right for line in told)
        if not _is_prose(told, right - left):
            return []
        regions.append(Region(told, left, right))
    return regions


def _is_prose(lines: Sequence[Line], width: float) -> bool:
    if len(lines) < _FEWEST:
        return False
    full = statistics.median(line.right - line.left for line in lines) >= _FULL * width
    letters = statistics.mean(sum(len(one.text) for one in line.fragments) for line in lines)
    return full and letters >= _LETTERS
