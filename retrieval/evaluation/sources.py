"""The corpus as its files say it, read without the index.

A check of the citations must not trust what it checks, so nothing here goes through the store:
a file is decoded again, and lines and paragraphs are counted again. Of a format that is no text
(PDF, Word …) there are no characters to compare with but those that its reader extracts: the file
is read again, and what is checked is that the index quotes what the reader finds, and cites the
place where it finds it. That the reader finds what stands on the page is for its own tests.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from retrieval.domain import Block
from retrieval.errors import DocumentError, EvaluationError, VerbatimError
from retrieval.locators import Locator
from retrieval.reading.apart import read_apart
from retrieval.reading.decode import decode
from retrieval.reading.registry import quotes_file, reader_for

__all__ = ["CorpusFile", "Sources", "read_source"]

_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_LINE = re.compile(_LINE_END)
_BLANK_LINES = re.compile(rf"{_LINE_END}(?:[^\S\r\n]*{_LINE_END})+")


@dataclass(frozen=True, kw_only=True)
class CorpusFile:
    """A decoded file of the corpus."""

    path: str
    """POSIX path relative to the corpus."""
    text: str
    blocks: tuple[Block, ...] = ()
    """Those that its reader finds, of a format that is no text."""

    def locator_at(self, offset: int) -> Locator | None:
        """Return the place of what stands at ``offset``; None where only its line is known."""
        place = bisect_right(self._block_starts, offset) - 1
        return self.blocks[place].locator if place >= 0 else None

    def line_of(self, offset: int) -> int:
        """Return the line, from 1, of the character at ``offset``."""
        return bisect_right(self._line_starts, offset)

    def shares(self, start: int, end: int, other_start: int, other_end: int) -> bool:
        """Tell whether two ranges have a character in common that is not white space."""
        common = self.text[max(start, other_start) : min(end, other_end)]
        return max(start, other_start) < min(end, other_end) and bool(common.strip())

    def paragraph_around(self, start: int, end: int) -> tuple[int, int]:
        """Widen a range to the paragraphs it stands in: up to the blank lines around it.

        Blank lines are what every plain text has, whatever a reader makes of its blocks, so
        rankings of other systems can be judged in the same way.
        """
        visible = self.text[start:end]
        start += len(visible) - len(visible.lstrip())
        end = max(start, end - (len(visible) - len(visible.rstrip())))
        starts, ends = self._paragraphs
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_right(starts, max(start, end - 1)) - 1, 0)
        return starts[first], max(ends[last], end)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE.finditer(self.text))]

    @cached_property
    def _paragraphs(self) -> tuple[list[int], list[int]]:
        breaks = [match.span() for match in _BLANK_LINES.finditer(self.text)]
        starts = [0, *(end for _, end in breaks)]
        ends = [*(start for start, _ in breaks), len(self.text)]
        return starts, ends


def read_source(corpus: Path, path: str) -> CorpusFile:
    """Decode one file of the corpus, or have it read where it is no text.

    Raises:
        EvaluationError: it can't be read or its encoding can't be told.
    """
    try:
        raw = (corpus / path).read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise EvaluationError(f"{corpus / path} can't be read: {reason}.") from error
    if reader_for(path) is not None and not quotes_file(path):
        return _extracted(corpus, path, raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Two guesses at an encoding may differ, and that would be no one's false quotation.
        try:
            text = decode(raw).text
        except DocumentError as error:
            raise EvaluationError(f"{corpus / path} can't be used: {error}") from error
    return CorpusFile(path=path, text=text)


def _extracted(corpus: Path, path: str, raw: bytes) -> CorpusFile:
    try:
        document = read_apart(raw, path)[0].document
    except VerbatimError as error:
        raise EvaluationError(f"{corpus / path} can't be used: {error}") from error
    return CorpusFile(path=path, text=document.text, blocks=document.blocks)


class Sources(Mapping[str, CorpusFile]):
    """Every file below the corpus by its POSIX path relative to it, decoded when it is asked for.

    A picture among the documents is no trouble as long as nothing cites it.
    """

    def __init__(self, corpus: Path) -> None:
        """List the files.

        Raises:
            EvaluationError: the folder is missing or empty.
        """
        if not corpus.is_dir():
            raise EvaluationError(f"{corpus} is not a folder: put the documents there.")
        self._corpus = corpus
        self._sources: dict[str, CorpusFile | None] = {
            path.relative_to(corpus).as_posix(): None
            for path in sorted(corpus.rglob("*"))
            if path.is_file()
        }
        if not self._sources:
            raise EvaluationError(f"{corpus} holds no document: put the documents there.")

    def __getitem__(self, path: str) -> CorpusFile:
        """Read a file, once.

        Raises:
            KeyError: there is no such file.
            EvaluationError: it can't be read or its encoding can't be told.
        """
        source = self._sources[path]
        if source is None:
            source = self._sources[path] = read_source(self._corpus, path)
        return source

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
