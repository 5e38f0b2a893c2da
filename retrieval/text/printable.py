"""File names that are safe to print, whatever bytes they are made of."""

import os
import unicodedata

__all__ = ["has_unsafe_name", "printable"]

# Control characters, what surrogateescape made of bytes that are not UTF-8, and the two Unicode
# line ends; and the marks that make a terminal or Discord show a name backwards.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _UNSAFE_CATEGORIES or character in _BIDI_CONTROLS


def has_unsafe_name(name: str) -> bool:
    """Tell whether a name can't be shown, typed or stored as it is."""
    return not name.isprintable() and any(map(_is_unsafe, name))


def printable(name: str) -> str:
    r"""Return ``name`` on one line: ``a\nb.txt`` for a line break, ``\xff`` for a stray byte."""
    return "".join(map(_escaped, name))


def _escaped(character: str) -> str:
    if not _is_unsafe(character):
        return character
    if unicodedata.category(character) == "Cs":
        raw = os.fsencode(character) if "\udc80" <= character <= "\udcff" else b"?"
        return "".join(f"\\x{byte:02x}" for byte in raw)
    return character.encode("unicode_escape").decode("ascii")
