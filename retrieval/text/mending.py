"""Words as they are read, where a text has them as they are set: broken, joined, interrupted.

What is searched is mended; what is quoted never is.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from retrieval.domain import Document, Sentence, Span

__all__ = ["mended", "omitted_within", "sentence_words"]

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None}
)
_LETTERS = r"[^\W\d_]"
# A hyphen, or what scanners write for one, at the end of a line, and the rest of its word.
_BROKEN = re.compile(
    rf"(?<![\w'’\-‐‑])((?:{_LETTERS}+['’\-‐‑](?={_LETTERS}))*+)({_LETTERS}+)[-‐\u00ad¬]"
    rf"[ \t]*(?:\r\n|\r|\n)[ \t]*(?={_LETTERS})"
)
# "self-\nservice" is no word that a line's end broke, and has its hyphen wherever it stands.
_COMPOUND = frozenset("co ex five four half non self six ten three two well".split())
_NO_SPACE_BEFORE = ".,;:!?)]}’'”\""


def mended(words: str, omitted: Sequence[tuple[int, int]] = ()) -> str:
    """Return a stretch of text with its words whole.

    Words that a hyphen breaks at a line's end are joined, ligatures and soft hyphens are resolved,
    accents are one character with their letters, and what only interrupts the text is left out.

    Args:
        words: The stretch.
        omitted: Half-open ranges of it, in order, that are no part of what it says.
    """
    if omitted:
        words = _without(words, omitted)
    if words.isascii():
        return _BROKEN.sub(_joined, words) if "-\n" in words or "-\r" in words else words
    words = _BROKEN.sub(_joined, words).translate(_LIGATURES)
    return unicodedata.normalize("NFC", words)


def omitted_within(omitted: Sequence[Span], start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of ``start:end`` that are left out, counted from ``start``."""
    first = bisect_right(omitted, start, key=lambda one: one.end)
    last = bisect_left(omitted, end, lo=first, key=lambda one: one.start)
    return [
        (max(one.start, start) - start, min(one.end, end) - start) for one in omitted[first:last]
    ]


def sentence_words(document: Document, sentences: Sequence[Sentence]) -> list[str]:
    """Return the words of a document's sentences, mended."""
    return [
        mended(
            document.text[one.start : one.end],
            omitted_within(document.blocks[one.block].omitted, one.start, one.end),
        )
        for one in sentences
    ]


def _without(words: str, omitted: Sequence[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in omitted:
        kept.append(words[at:start])
        # "a <b>tiny</b>, <b>fast</b> agent": no blank before the comma.
        if end < len(words) and words[end] not in _NO_SPACE_BEFORE:
            kept.append(" ")
        at = end
    return "".join([*kept, words[at:]])


def _joined(match: re.Match[str]) -> str:
    before, part = match[1], match[2]
    following = match.string[match.end()]
    whole = before or part.lower() in _COMPOUND or following.isupper()
    return f"{before}{part}-" if whole else f"{before}{part}"
