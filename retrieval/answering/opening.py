"""What of a document has to be read before a part of it for the part to be understood.

A passage may begin inside of a code block, a table or a list's item. Whoever lays it out then has
to know the line that opened the block, the table's header, the marks before the first words.
"""

import re

from retrieval.domain import BlockKind

__all__ = ["LOOKED_BACK", "opening"]

LOOKED_BACK = 8000
"""Characters before a passage among which its code's or table's first line is looked for."""

_MARKS = re.compile(r"(?:[ \t]{0,40}(?:>|[-+*]|\d{1,9}[.)]|#{1,6})(?=[ \t]|$)){0,9}[ \t]{0,40}")
_BOX = re.compile(r"[ \t>]{0,40}(?:!!!|\?\?\?\+?|:{3,9})[ \t]*+[\w-]{1,40}+[ \t]++")
"""Before the title of a box beside the text."""
_FENCE = re.compile(r"[ \t>]*(?:`{3,}+[^`]*+|~{3,}+.*+)")
_DELIMITERS = re.compile(r"[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def opening(before: str, kind: BlockKind) -> str:
    """Return the source that stands open where a part of a Markdown document begins.

    Args:
        before: The document up to the part, or as much of its end as `LOOKED_BACK`.
        kind: Of the block that the part begins in.
    """
    *lines, current = _LINE_END.split(before)
    if _BOX.fullmatch(current):
        return current
    match = _MARKS.match(current)
    marks = match.group() if match else ""
    if kind is BlockKind.CODE:
        above = next((line for line in reversed(lines) if _FENCE.fullmatch(line)), None)
        margin = current[: len(current) - len(current.lstrip())]
        return f"{above or '```'}\n{margin}"
    if kind is BlockKind.TABLE and not current.strip(" \t>|"):
        return _header(lines) + marks
    return marks


def _header(lines: list[str]) -> str:
    for number in range(len(lines) - 1, 0, -1):
        if not lines[number].strip(" \t>"):
            return ""
        if _DELIMITERS.fullmatch(lines[number]):
            return f"{lines[number - 1]}\n{lines[number]}\n"
    return ""
