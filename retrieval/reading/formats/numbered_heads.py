"""Headings that are told by their numbers: several in a row, each with something else below it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.reading.formats import line_forms
from retrieval.reading.formats.text_lines import TextLine

__all__ = ["numbered_heads"]

_HEAD = re.compile(
    r"(?P<word>(?:§|art\.|article|section|sec\.|chapter|part|no\.|nr\.|#|clause|point)\s{0,2})?"
    r"(?P<open>[(\[]?)(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[ivxl]{1,6}|[A-Z])"
    r"(?P<close>[.):\]/]{0,2})(?P<dash>\s[-–—|])?\s+(?=[^\W\d_])(?P<name>.+)",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbered:
    style: tuple[str, ...]
    ordinal: tuple[int, ...]


def numbered_heads(groups: Sequence[Sequence[TextLine]]) -> frozenset[int]:
    """Return where the lines start that are numbered headings: "II - Fees", "§ 3 Guests".

    Each opens its group, names something and states nothing, and has a line below it that has no
    number of that kind. One alone tells nothing; its successor must be there too.

    Args:
        groups: The lines between empty lines, none of them empty.
    """
    found: dict[tuple[str, ...], dict[tuple[int, ...], int]] = defaultdict(dict)
    for at, group in enumerate(groups):
        first = group[0]
        below = group[1] if len(group) > 1 else groups[at + 1][0] if at + 1 < len(groups) else None
        if below is None or first.marker or not line_forms.heading_level(first.words):
            continue
        for one in _read(first.words):
            if all(other.style != one.style for other in _read(below.words)):
                found[one.style].setdefault(one.ordinal, first.start)
    return frozenset(start for ordinals in found.values() for start in _in_order(ordinals))


def _in_order(ordinals: Mapping[tuple[int, ...], int]) -> list[int]:
    heads = [
        start
        for ordinal, start in ordinals.items()
        if _after(ordinal, 1) in ordinals or _after(ordinal, -1) in ordinals
    ]
    return heads if len(heads) >= _FEWEST else []


def _after(ordinal: tuple[int, ...], step: int) -> tuple[int, ...]:
    return (*ordinal[:-1], ordinal[-1] + step)


def _read(words: str) -> list[_Numbered]:
    """Return how a line may be numbered: "C." is a letter, and a hundred."""
    match = _HEAD.fullmatch(line_forms.one_line(words))
    if match is None or match["name"][0].islower() or line_forms.ends_sentence(match["name"]):
        return []
    number = match["number"]
    outside = ((match["word"] or "").strip().casefold(), *match.group("open", "close"))
    style = (*outside, (match["dash"] or "").strip())
    found = []
    if number[0].isdigit():
        ordinal = tuple(map(int, number.split(".")))
        return [_Numbered(style=(*style, "1"), ordinal=ordinal)]
    if not any(style):
        return []  # "A house" and "I know" are words.
    if all(letter in _ROMAN for letter in number.casefold()):
        found.append(_Numbered(style=(*style, "i"), ordinal=(_roman(number),)))
    if len(number) == 1:
        found.append(_Numbered(style=(*style, "a"), ordinal=(ord(number.casefold()),)))
    return found


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number.casefold()]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
