"""A stretch of a Markdown document as text of its own, each of whose lines knows its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.text.printable import SURROGATES

__all__ = ["Fragment", "fragment_of", "kept_breaks"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_UNREADABLE = re.compile(f"[\x00{SURROGATES}]")
_LONGEST_LINES = 40
"""Characters that the longest line of a paragraph has at least where its lines were broken only to
keep them short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Source lines, and where each begins in the document."""

    lines: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def source(self) -> str:
        """The lines as a parser takes them."""
        return "\n".join(self.lines)

    def places(self, content: str, line: int) -> list[int]:
        """Return the offset in the document of each character of a block's content.

        A parser takes away what stands before and after the content of a line (marks of lists and
        quotations, indentation), never anything within.

        Args:
            content: As the parser has it, with its line ends.
            line: The number of its first line in the fragment.
        """
        offsets: list[int] = []
        for number, part in enumerate(content.split("\n"), line):
            if number > line:
                offsets.append(offsets[-1] + 1 if offsets else self._start(number))
            offsets += self._places(part, number)
        return offsets

    def _places(self, part: str, number: int) -> Sequence[int]:
        if number >= len(self.lines):
            return [self._start(number)] * len(part)
        bare = part.lstrip()
        at = self.lines[number].rfind(bare) if bare else 0
        start = self.starts[number] + max(at, 0)
        margin = len(part) - len(bare)
        if at < 0:
            return [start] * len(part)
        first = max(self.starts[number], start - margin)
        return [min(first + n, start) for n in range(margin)] + list(
            range(start, start + len(bare))
        )

    def _start(self, number: int) -> int:
        return self.starts[min(number, len(self.starts) - 1)]


def fragment_of(text: str, start: int, opening: str) -> Fragment:
    """Cut a text into lines and take the indentation of its first from all of them.

    Args:
        text: A part of the document.
        start: Where it begins there.
        opening: What has to be read before it; see `Passage.opening`.
    """
    whole = _UNREADABLE.sub("\ufffd", opening + text)
    first = start - len(opening)
    lines, starts = [], []
    for match in _LINE.finditer(whole):
        lines.append(match.group().rstrip("\r\n"))
        starts.append(first + match.start())
    lead = next((line for line in lines if line.strip()), "")
    margin = len(lead) - len(lead.lstrip(" \t"))
    for number, line in enumerate(lines):
        dropped = min(margin, len(line) - len(line.lstrip(" \t")))
        lines[number] = line[dropped:]
        starts[number] += dropped
    return Fragment(lines=tuple(lines), starts=tuple(starts))


def kept_breaks(content: str) -> frozenset[int]:
    """Return the line ends of a paragraph that its writer meant.

    Where a line was broken only because it was full, the next line's first word would not have
    fitted into it; lines of a record or of a poem end early.
    """
    lines = content.split("\n")
    longest = max(map(len, lines))
    kept, at = [], 0
    for line, following in pairwise(lines):
        at += len(line) + 1
        word = following.split(None, 1)[:1]
        full = len(line) + 1 + len(word[0] if word else "") > longest
        if longest < _LONGEST_LINES or not full:
            kept.append(at - 1)
    return frozenset(kept)
