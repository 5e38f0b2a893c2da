"""Making quoted text safe to print: a document must not be able to drive the terminal."""

import re

from bot.rendering import direction
from retrieval.text.printable import BIDI_CONTROLS, CONTROLS, SURROGATES

__all__ = ["isolated", "printable"]

_LINE_END = re.compile(r"\r\n?")
_BIDI = re.compile(f"[{BIDI_CONTROLS}]")
_BIDI_BUT_ISOLATES = re.compile(f"(?![\u2068\u2069])[{BIDI_CONTROLS}]")
_DRIVING = re.compile(f"(?![\n\t])[{CONTROLS}{SURROGATES}]")
_SYMBOLS = 0x2400
"""Unicode's pictures of the first 32 characters begin here."""


def printable(text: str, *, isolates: bool = False) -> str:
    r"""Return the text with control characters made visible and direction overrides removed.

    Line ends become ``\n``. The length may differ from the source's: only rendering uses this.

    Args:
        text: It.
        isolates: Whether marks stay that isolate a part of a line, as `isolated` sets them. They
            reorder nothing around them.
    """
    bidi = _BIDI_BUT_ISOLATES if isolates else _BIDI
    return _DRIVING.sub(_seen, bidi.sub("", _LINE_END.sub("\n", text)))


def isolated(name: str) -> str:
    """Return a name that is safe to print beside others.

    One with right-to-left letters is isolated, so that it can't reorder what stands around it.
    """
    return direction.isolated(printable(name))


def _seen(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(_SYMBOLS + code) if code < ord(" ") else "\ufffd"
