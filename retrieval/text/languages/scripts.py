"""The script a word is written in, which decides how it is cut and stemmed."""

import re
from enum import StrEnum

__all__ = ["Script", "is_foreign", "script_of"]


class Script(StrEnum):
    """Scripts as far as they are treated differently."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    DEVANAGARI = "devanagari"
    TAMIL = "tamil"
    UNSPACED = "unspaced"
    """Written without blanks between words, or glued together: Chinese, Japanese, Thai, Korean …"""
    OTHER = "other"


_BLOCKS = (
    (Script.LATIN, "A-Za-zªº\u00c0-\u024f\u1e00-\u1eff"),
    (Script.CYRILLIC, "\u0400-\u052f"),
    (Script.GREEK, "\u0370-\u03ff\u1f00-\u1fff"),
    (Script.ARABIC, "\u0600-\u06ff\u0750-\u077f"),
    (Script.DEVANAGARI, "\u0900-\u097f"),
    (Script.TAMIL, "\u0b80-\u0bff"),
    (
        Script.UNSPACED,
        "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
        "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f",
    ),
)
_FIRST = [(script, re.compile(f"[{block}]")) for script, block in _BLOCKS]
_MANY = 0.25
"""Share of letters in other scripts from which on a text is not in Latin script: a Chinese question
about "Lady Gaga" has few of its own."""


def script_of(word: str) -> Script:
    """Return the script of a word's first letter; digits and marks count as Latin."""
    letter = next((one for one in word if one.isalpha()), "a")
    return next((script for script, block in _FIRST if block.match(letter)), Script.OTHER)


def is_foreign(text: str) -> bool:
    """Tell whether at least a quarter of a text's letters are of another script than Latin."""
    if text.isascii():
        return False
    letters = [one for one in text if one.isalpha()]
    if not letters:
        return False
    others = sum(not _FIRST[0][1].match(one) for one in letters)
    return others >= _MANY * len(letters)
