"""Boxes of documentation generators in Markdown: notes, warnings, tabs.

``!!! note``, ``??? tip``, ``=== "Linux"``, ``:::warning``, ``> [!NOTE]`` and ``{note}`` fences.
"""

import re

from retrieval.text.word_patterns import LETTERS

__all__ = ["ALERT", "as_boxes", "is_box", "kind", "title"]

ALERT = re.compile(r"\[!(\w{2,20})\][^\n]*(?:\n|\Z)")
"""The first line of a quotation that is a box."""
_TABS = re.compile(r"^([ \t]*)===[!+]?(?=[ \t]+\")", re.MULTILINE)
_KINDS = frozenset(
    """note tip hint important warning caution danger attention info abstract success question
    failure bug example quote seealso admonition error""".split()
)


def as_boxes(text: str) -> str:
    """Return a text whose tabs are boxes to the parser; its lines stay where they are."""
    return _TABS.sub(r"\1!!! tab", text)


def is_box(info: str, *_: object) -> bool:
    """Tell whether colons open a box."""
    return bool(info.strip())


def kind(info: str) -> str:
    """Return the kind of a box: of ``note "Mind the gap"``, ``{.callout-note}`` and the like."""
    words = [word.lower() for word in LETTERS.findall(info)[:3]]
    known = next((word for word in words if word in _KINDS), None)
    return known or (words[0] if words and not info.startswith("{") else "")


def title(info: str) -> str:
    """Return the name that its author gave a box, or nothing."""
    name = info.strip().partition(" ")[2].strip("\"' ")
    return "" if name.startswith("{") or not any(map(str.isalnum, name)) else name
