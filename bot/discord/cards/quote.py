"""A passage as a sequence of sentences, some of which answer."""

import re
from dataclasses import dataclass

from bot.discord.cards.escape import visible
from retrieval.domain import Passage

__all__ = ["Piece", "pieces_of"]

# The end of a sentence, well enough to cut a quotation at: the real sentence borders are in the
# index, but a stored answer must be shown without it.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|(?<=[。！？])[”’」』）]*\s*|\n{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """About one sentence of a passage, with the white space after it."""

    text: str
    """Only what can be seen; escaping makes it longer, never shorter."""
    answers: bool


def pieces_of(passage: Passage) -> tuple[Piece, ...]:
    """Split a passage at its answering sentences and at the other sentences' ends, in order."""
    pieces: list[Piece] = []
    position = 0
    for start, end in _merged(passage):
        pieces += _context(passage.text[position:start])
        gap = len(passage.text[end:]) - len(passage.text[end:].lstrip())
        pieces.append(Piece(text=visible(passage.text[start : end + gap]), answers=True))
        position = end + gap
    pieces += _context(passage.text[position:])
    return tuple(pieces)


def _merged(passage: Passage) -> list[tuple[int, int]]:
    """Return the answering ranges within the passage's text; touching ones are one."""
    merged: list[tuple[int, int]] = []
    for span in sorted(passage.highlights, key=lambda span: span.start):
        start = max(span.start - passage.start, 0)
        end = min(span.end - passage.start, len(passage.text))
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _context(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() == position:
            continue
        pieces.append(_piece(text[position : match.end()]))
        position = match.end()
    if position < len(text):
        pieces.append(_piece(text[position:]))
    return pieces


def _piece(text: str) -> Piece:
    return Piece(text=visible(text), answers=False)
