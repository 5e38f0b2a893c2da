r"""Characters that act instead of being seen, and names that are safe to print.

The sets are strings for the inside of a regular expression's brackets. What becomes of such
characters is each door's business: a file's name shows them as ``\n``, the terminal shows those
that would drive it as symbols, Discord is sent none of them. What is added here reaches all.
"""

import os
import re

__all__ = [
    "BIDI_CONTROLS",
    "BINARY_CONTROLS",
    "C1_CONTROLS",
    "CONTROLS",
    "LINE_SEPARATORS",
    "RIGHT_TO_LEFT",
    "SURROGATES",
    "UNSEEN",
    "has_unsafe_name",
    "printable",
]

CONTROLS = "\x00-\x1f\x7f-\x9f"
"""Unicode's Cc: tab and the line ends are among them."""
BINARY_CONTROLS = "\x00-\x08\x0e-\x1a\x1c-\x1f\x7f"
"""Controls that text files don't have. Escape is none: captured terminal output is text."""
C1_CONTROLS = "\x80-\x9f"
"""Controls that no text file has; where one seems to, it was read in a wrong encoding."""
SURROGATES = "\ud800-\udfff"
"""Halves of characters; surrogateescape makes them of bytes that are not UTF-8."""
LINE_SEPARATORS = "\u2028\u2029"
"""The two line ends that Unicode added to those among the controls."""
RIGHT_TO_LEFT = "\u061c\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
"""Letters of Hebrew, Arabic and their like, and the marks that are taken for one."""
BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates: they show text in another order than it is written in."""
UNSEEN = "\u00ad\u2061-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Marks that nothing shows: soft hyphens, invisible operators, annotations, "tag" characters."""

_UNSAFE = re.compile(f"[{CONTROLS}{SURROGATES}{LINE_SEPARATORS}{BIDI_CONTROLS}]")


def has_unsafe_name(name: str) -> bool:
    """Tell whether a name can't be shown, typed or stored as it is."""
    return _UNSAFE.search(name) is not None


def printable(name: str) -> str:
    r"""Return ``name`` on one line: ``a\nb.txt`` for a line break, ``\xff`` for a stray byte."""
    return _UNSAFE.sub(_escaped, name)


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if re.match(f"[{SURROGATES}]", character):
        raw = os.fsencode(character) if "\udc80" <= character <= "\udcff" else b"?"
        return "".join(f"\\x{byte:02x}" for byte in raw)
    return character.encode("unicode_escape").decode("ascii")
