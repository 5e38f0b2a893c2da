"""What the marks inside a block of Markdown tell: bold leads, links and nothing else, cells."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

__all__ = ["bold_lead", "cells", "is_navigation", "visible"]

_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])(.{1,300}?)(?<=[^\s*_])\1", re.DOTALL)
_IMAGE = r"!\[[^\[\]]*\](?:\([^()\s]*\)|\[[^\[\]]*\])(?:\{[^{}]{0,200}\})?"
# A link inside the document or to its neighbours: where it leads is another page's to tell. What
# leads elsewhere may be the very thing that is asked for.
_INNER = r"\[[^\[\]]*\]\((?!\w+:)[^()\s]*\)"
_BADGE = rf"\[\s*(?:{_IMAGE}\s*)+\](?:\([^()\s]*\)|\[[^\[\]]*\])"
_NAVIGATION = re.compile(rf"(?:(?:{_BADGE}|{_IMAGE}|{_INNER})[\s|·•,/>»*_-]*+)+")
_LONGEST = 20_000
_PIPE = re.compile(r"(?<!\\)\|")


def bold_lead(words: str) -> tuple[int, int] | None:
    """Return where the words stand that a block begins with in bold, without their marks."""
    found = _BOLD.match(words)
    return found.span(2) if found else None


def is_navigation(words: str) -> bool:
    """Tell whether a block is nothing but badges, pictures and links to the document's parts."""
    return len(words) <= _LONGEST and _NAVIGATION.fullmatch(words.strip("*_ ")) is not None


def cells(row: str) -> list[tuple[int, int]]:
    """Return where the cells of a table's row stand, without white space around them."""
    pipes = [found.start() for found in _PIPE.finditer(row)]
    bare = row.strip()
    first = row.find("|") + 1 if bare.startswith("|") else 0
    last = pipes[-1] if pipes and bare.endswith("|") and pipes[-1] >= first else len(row)
    edges = [first, *(at for at in pipes if first <= at < last), last]
    found = []
    for place, stop in enumerate(edges[1:]):
        start = edges[place] + (1 if place else 0)
        words = row[start:stop]
        begin = start + len(words) - len(words.lstrip())
        end = max(stop - (len(words) - len(words.rstrip())), begin)
        found.append((begin, end) if words.strip() else (start, start))
    return found


def visible(tokens: list[Token]) -> Iterator[str]:
    """Yield the words of inline tokens, without their marks."""
    for token in tokens:
        if token.type == "image":
            yield token.content
        elif token.children:
            yield from visible(token.children)
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type in {"text", "code_inline"}:
            yield token.content
