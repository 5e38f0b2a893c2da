"""What the pages of a printed text leave in it: numbers, heads and feet, and sentences cut in two.

A page's furniture is recognised by its form, by the form feed beside it, or by coming again. Where
the text goes on behind it in the middle of a sentence, the two halves are one group again, and
what stands between them is left out of what they say.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from retrieval.domain import Span
from retrieval.reading.formats import line_forms
from retrieval.reading.formats.text_lines import Group, TextLine

__all__ = ["join_pages"]

_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,6}")
_LABEL = re.compile(
    r"[-–—~\[(|\s]{0,4}"
    r"(?:(?:page|seite|pag\.?|pg\.?|p\.)\s{0,3}\d{1,4}(?:\s{0,3}(?:of|/|von|de)\s{0,3}\d{1,4})?"
    r"|\d{1,4}\s{0,3}(?:of|/|von)\s{0,3}\d{1,4}"
    r"|(?<=[-–—~\[(|\s])\d{1,4}(?=\s{0,2}[-–—~\])|]))"
    r"[-–—~\])|\s]{0,4}",
    re.IGNORECASE,
)
_ENDS_IN_LABEL = re.compile(r"\S.*\s(?:\[?page\s\d{1,4}\]?)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST = 120
_MOST_BETWEEN = 4
_FEWEST_NUMBERS = 3


def join_pages(groups: Sequence[Group]) -> list[Group]:
    """Return the groups of a text without the furniture of its pages, sentences made whole."""
    parts = [part for group in groups for part in _parted(group)]
    _mark(parts)
    joined: list[Group] = []
    between: list[Group] = []
    heads: set[str] = set()
    for part in parts:
        if part.is_furniture:
            between.append(part)
            continue
        above = joined[-1] if joined else None
        if above is not None and _goes_on(above, part, between):
            if between:
                above.omitted.append(
                    Span(start=between[0].lines[0].start, end=between[-1].lines[-1].end)
                )
            above.lines += part.lines
            above.omitted += part.omitted
        else:
            joined += _kept(between, heads)
            joined.append(part)
            if len(part.lines) == 1:
                heads.add(_form(part))
        between = []
    return joined + _kept(between, heads)


def _kept(between: Sequence[Group], heads: set[str]) -> list[Group]:
    """Return what may be the text's own: a head that comes for the first time."""
    kept = []
    for one in between:
        form = _form(one)
        if form not in heads and any(map(str.isalpha, form)) and not _is_label(one.lines[0]):
            kept.append(one)
            heads.add(form)
    return kept


def _parted(group: Group) -> Iterator[Group]:
    """Part a group at the page labels in it."""
    part = Group(begins_page=group.begins_page)
    for line in group.lines:
        if _is_label(line):
            if part.lines:
                yield part
            yield Group(lines=[line], begins_page=part.begins_page and not part.lines)
            part = Group()
        else:
            part.lines.append(line)
    if part.lines:
        yield part


def _is_label(line: TextLine) -> bool:
    if len(line.words) > _LONGEST:
        return False
    return bool(_LABEL.fullmatch(line.words) or _ENDS_IN_LABEL.fullmatch(line.words))


def _mark(parts: Sequence[Group]) -> None:
    alone = [len(part.lines) == 1 and len(part.lines[0].words) <= _LONGEST for part in parts]
    forms = Counter(_form(part) for part, single in zip(parts, alone, strict=True) if single)
    numbers = _page_numbers(parts, alone)
    for at, part in enumerate(parts):
        if not alone[at]:
            continue
        is_bare = bool(_NUMBER.fullmatch(part.lines[0].words))
        at_break = part.begins_page or (at + 1 < len(parts) and parts[at + 1].begins_page)
        part.is_furniture = (
            _is_label(part.lines[0])
            or at in numbers
            or (is_bare and (at_break or _parts_a_sentence(parts, at)))
        )
    for at, part in enumerate(parts):
        if not alone[at] or part.is_furniture:
            continue
        near = [parts[other] for other in (at - 1, at + 1) if 0 <= other < len(parts)]
        at_break = part.begins_page or any(one.is_furniture or one.begins_page for one in near)
        words = part.lines[0].words
        comes_again = forms[_form(part)] > 1 and not line_forms.ends_sentence(words)
        part.is_furniture = at_break and (comes_again or _is_head(part.lines[0]))
        part.is_furniture = part.is_furniture and not _is_first(parts, at)


def _is_first(parts: Sequence[Group], at: int) -> bool:
    """Tell whether nothing but furniture stands before a group: there, a head is a title."""
    return at < _MOST_BETWEEN and all(one.is_furniture for one in parts[:at])


def _form(part: Group) -> str:
    return _DIGITS.sub("0", " ".join(part.lines[0].words.split()).casefold())


def _page_numbers(parts: Sequence[Group], alone: Sequence[bool]) -> set[int]:
    """Return the groups that are bare numbers, each one more than the one before."""
    bare = [
        (at, int(part.lines[0].words))
        for at, part in enumerate(parts)
        if alone[at] and part.lines[0].words.isascii() and part.lines[0].words.isdigit()
    ]
    steps = sum(later == earlier + 1 for (_, earlier), (_, later) in pairwise(bare))
    if len(bare) < _FEWEST_NUMBERS or steps < len(bare) - 1:
        return set()
    return {at for at, _ in bare}


def _parts_a_sentence(parts: Sequence[Group], at: int) -> bool:
    if not 0 < at < len(parts) - 1:
        return False
    return line_forms.goes_on(parts[at - 1].lines[-1].words, parts[at + 1].lines[0].words)


def _is_head(line: TextLine) -> bool:
    """Tell whether a line looks like a page's head: columns, or a few words without an end."""
    if line.marker or line_forms.ends_sentence(line.words) or line_forms.is_unfinished(line.words):
        return False
    return line.is_tabular or line_forms.heading_level(line.words) > 0


def _goes_on(above: Group, below: Group, between: Sequence[Group]) -> bool:
    is_page = below.begins_page or any(one.begins_page for one in between)
    if not (between or is_page) or len(between) > _MOST_BETWEEN:
        return False
    last, first = above.lines[-1], below.lines[0]
    if last.underline or first.marker or first.speaker or first.is_tabular or last.is_tabular:
        return False
    return line_forms.goes_on(last.words, first.words)
