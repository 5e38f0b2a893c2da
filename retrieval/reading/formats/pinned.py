"""The owner's file of pinned answers: Markdown whose headings are questions.

What stands below one in its own words is found and quoted like any document's. A quotation is only
said where it is pinned: it is searched in the document that it is from.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from retrieval.domain import Block, BlockKind
from retrieval.reading.formats import markdown
from retrieval.reading.pinned_files import MOST_QUESTIONS
from retrieval.reading.protocol import Contents, Reading
from retrieval.text.lines import LineTable

__all__ = ["read"]

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_SAID_OF_IT = frozenset({BlockKind.FIELD, BlockKind.BYLINE})
_QUOTED = re.compile(r"[ \t]*>")


def read(data: bytes, name: str) -> Reading:
    """Read the file; what is pinned to nothing is named. Raises DocumentError: it is no text."""
    reading = markdown.read(data, name)
    contents = reading.documents[0]
    blocks = tuple(
        replace(block, is_navigation=True) if _is_quoted(block, contents.text) else block
        for block in contents.blocks
    )
    faults = tuple(_faults(contents))
    return Reading(
        documents=(replace(contents, blocks=blocks),), warnings=(*reading.warnings, *faults)
    )


def _is_quoted(block: Block, text: str) -> bool:
    """Tell whether a block begins on a line with the mark of a quotation."""
    line = max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1
    return block.kind not in _HEADINGS and _QUOTED.match(text, line) is not None


def _faults(contents: Contents) -> Iterator[str]:
    lines = LineTable(contents.text)
    blocks = [block for block in contents.blocks if block.kind not in _SAID_OF_IT]
    if blocks and blocks[0].kind not in _HEADINGS:
        yield (
            f"Line {lines.number(blocks[0].start)} is pinned to nothing: put its question above it,"
            ' as a heading ("## …").'
        )
    asked = [block for block in blocks if block.kind in _HEADINGS]
    if len(asked) > MOST_QUESTIONS:
        line = lines.number(asked[MOST_QUESTIONS].start)
        yield f"From line {line} on nothing is pinned: {MOST_QUESTIONS} questions are the most."
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind not in _HEADINGS:
            continue
        # A deeper heading below one is its first question, and one as deep another wording.
        if following is None or (following.kind in _HEADINGS and following.level < block.level):
            yield f"Line {lines.number(block.start)} is a question with nothing below it."
