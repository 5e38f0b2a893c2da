r"""Line numbers as editors count: a line ends with \n, \r\n or \r and with nothing else."""

import re
from bisect import bisect_right
from collections.abc import Iterator

__all__ = ["LineTable"]

# Not str.splitlines: that also breaks at \x0b, \x0c, \x1c-\x1e, \x85, \u2028 and \u2029, where an
# editor shows no new line and a citation would point at the wrong one.
_LINE_END = re.compile(r"\r\n|\r|\n")


class LineTable:
    """Where the lines of a text start; made once a text, asked in O(log lines)."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield each line's first offset and the offset where its line end begins."""
        return zip(self._starts, self._ends, strict=True)

    def number(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds the character at ``offset``."""
        return bisect_right(self._starts, offset)

    def start(self, index: int) -> int:
        """Return the first offset of the line at ``index``, from 0."""
        return self._starts[index]

    def end(self, index: int) -> int:
        """Return the offset of the line end of the line at ``index``, from 0."""
        return self._ends[index]
