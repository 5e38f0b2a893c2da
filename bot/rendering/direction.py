"""Text that is written from right to left, among other text."""

import re

from retrieval.text.printable import RIGHT_TO_LEFT

__all__ = ["isolated", "lines_isolated"]

_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")
_FIRST_STRONG, _POP = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE: what is between them has its own direction."""


def isolated(text: str) -> str:
    """Return a text so that it can't reorder what stands around it on its line.

    Only one with letters that are written from right to left could: others are returned as they
    are, without marks that would be copied with them.
    """
    return f"{_FIRST_STRONG}{text}{_POP}" if _RIGHT_TO_LEFT.search(text) else text


def lines_isolated(text: str) -> str:
    """Return a text whose lines each run in their own direction, whatever the page's is.

    Else a full stop behind Arabic words would stand at the wrong end of their line.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return "\n".join(map(isolated, text.split("\n")))
