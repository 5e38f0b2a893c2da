"""Making quoted text safe to print: a document must not be able to drive the terminal."""

import unicodedata

__all__ = ["printable"]

_KEPT = frozenset("\n\t")
_VISIBLE = str.maketrans(
    {chr(code): chr(0x2400 + code) for code in range(32) if chr(code) not in _KEPT}
)
# Overrides and isolates can show a sentence in another order than it is written in.
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), None)


def printable(text: str) -> str:
    r"""Return the text with control characters made visible and direction overrides removed.

    Line ends become ``\n``. The length may differ from the source's: only rendering uses this.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_VISIBLE).translate(_BIDI)
    return "".join(
        "\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} and char not in _KEPT else char
        for char in text
    )
