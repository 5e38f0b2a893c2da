"""Sentences longer than the model can read, cut where a reader would draw breath."""

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["LONGEST", "cut_long"]

LONGEST = 1_000
"""Characters; all-MiniLM-L6-v2 reads 256 word pieces, about as much English as this, and what it
doesn't read can't be found."""

_SHORTEST = 400
# Where a part may end, the best place first.
_BREATHS = (
    re.compile(r"(?:\r\n|\r|\n)(?=\s*\S)"),
    re.compile(r"[;؛；](?=\s)|[；。！？]"),
    re.compile(r"[:–—](?=\s)"),
    re.compile(r"[,،](?=\s)|[，、]"),
    re.compile(r"\s(?=\S)"),
)
_JOINERS = frozenset("\u200d\u200c\ufe0e\ufe0f")


def cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``text[start:end]``, which has no white space around it.

    Each has at most LONGEST characters and no white space around it.
    """
    while end - start > LONGEST:
        cut = _breath(text, start)
        yield start, start + len(text[start:cut].rstrip())
        start = cut
        while text[start].isspace():
            start += 1
    yield start, end


def _breath(text: str, start: int) -> int:
    first, last = start + _SHORTEST, start + LONGEST
    for pattern in _BREATHS:
        cuts = [match.end() for match in pattern.finditer(text, first, last)]
        if cuts:
            return cuts[-1]
    # One endless word: at least no accent or skin tone is torn from what it belongs to.
    for cut in range(last, first, -1):
        if not (_is_joined(text[cut]) or text[cut - 1] == "\u200d"):
            return cut
    return last


def _is_joined(character: str) -> bool:
    return (
        character in _JOINERS
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
