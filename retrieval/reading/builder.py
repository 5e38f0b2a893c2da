"""A document put together block by block, for formats whose files are no text to quote from.

What a reader finds is appended to one text, and each block is where its words were put, so that
its offsets are right by construction. Marks of lists and the names of who speaks stand in the text
before their block, as in the formats that are text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retrieval.domain import Block, BlockKind, Span
from retrieval.errors import DocumentError
from retrieval.locators import Locator, Paragraph, Section
from retrieval.reading.protocol import Contents
from retrieval.reading.steps import with_steps
from retrieval.text.printable import CONTROLS, SURROGATES

__all__ = ["LONGEST_TEXT", "Builder", "Run", "clean", "one_line"]

LONGEST_TEXT = 20_000_000
"""Characters that one file may come to: what is packed can be a thousand times its size."""
_MOST_BLOCKS = 1_000_000
_DEEPEST_LIST = 9
_LONGEST_HEADING = 500

Run = tuple[str, bool]
"""Words of a paragraph, and whether they are in bold."""

# Neither readable nor storable.
_UNREADABLE = re.compile(rf"(?!\s)[{CONTROLS}{SURROGATES}\ufffe\uffff]")
# What is not seen and splits words: soft hyphens, zero-width spaces, marks of byte order.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)


def clean(words: str) -> str:
    """Return words as they can be kept and found: no control characters, ligatures in letters."""
    return _INVISIBLE.sub("", _UNREADABLE.sub("", words)).translate(_LIGATURES)


def one_line(words: str) -> str:
    """Return words on one line, every run of white space as one space."""
    return " ".join(clean(words).split())


def _same_lines(words: str) -> str:
    """Return words with their line ends kept and every other run of white space as one space."""
    lines = (" ".join(line.split()) for line in clean(words).splitlines())
    return "\n".join(line for line in lines if line)


class Builder:
    """Appends what a reader finds, in the order of reading."""

    def __init__(
        self, *, title: str | None = None, author: str | None = None, counts: bool = False
    ) -> None:
        """Begin a document.

        Args:
            title: What the file says of itself; a heading that says the same is the title.
            author: As the file names them.
            counts: Whether blocks that come without a locator are counted within their section.
        """
        self.title = one_line(title) if title else None
        self.author = one_line(author) if author else None
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._path: list[tuple[int, str]] = []
        self._counts = counts
        self._number = 0

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that stand above what comes next, outermost first."""
        return tuple(words for _, words in self._path)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found so far."""
        return not self._blocks

    def heading(
        self,
        words: str,
        level: int,
        *,
        locator: Locator | None = None,
        may_be_title: bool = True,
    ) -> None:
        """Append a heading; ``level`` is its depth from 1.

        The first heading is the document's title where it says what the file says it is called,
        or where the file doesn't say and nothing stands above it.
        """
        words = one_line(words)[:_LONGEST_HEADING].rstrip()
        if not words:
            return
        is_first = not self._path and not self._blocks
        if may_be_title and is_first and self.title in (None, words):
            self.title = words
            self._add(words, BlockKind.TITLE, locator=locator)
            return
        self.leave(level)
        self._add(words, BlockKind.HEADING, locator=locator, level=level)
        self._path.append((level, words))

    def heading_above(self, words: str, level: int) -> None:
        """Put what comes next under a heading that stands nowhere by itself."""
        self.leave(level)
        if words := one_line(words)[:_LONGEST_HEADING].rstrip():
            self._path.append((level, words))

    def leave(self, level: int) -> None:
        """End the sections of this level and those below it."""
        while self._path and self._path[-1][0] >= level:
            self._path.pop()

    def paragraph(
        self,
        words: str | Iterable[Run],
        *,
        locator: Locator | None = None,
        speaker: str = "",
        admonition: str = "",
        is_navigation: bool = False,
        keeps_lines: bool = False,
    ) -> None:
        """Append a paragraph; of a turn, the name of who speaks is put before it."""
        text, lead = _joined(words, keeps_lines=keeps_lines)
        name = one_line(speaker)
        self._add(
            text,
            BlockKind.PARAGRAPH,
            before=f"{name}: " if name else "",
            locator=locator,
            lead=lead,
            speaker=name,
            admonition=admonition,
            is_navigation=is_navigation,
        )

    def item(
        self,
        words: str | Iterable[Run],
        *,
        depth: int = 1,
        mark: str = "-",
        locator: Locator | None = None,
        admonition: str = "",
        is_navigation: bool = False,
    ) -> None:
        """Append an item of a list; with an empty mark, what goes on with the one above it."""
        text, lead = _joined(words)
        depth = min(max(depth, 1), _DEEPEST_LIST)
        self._add(
            text,
            BlockKind.LIST_ITEM,
            before="  " * (depth - 1) + (f"{mark} " if mark else "  "),
            locator=locator,
            lead=lead,
            level=depth,
            mark=mark,
            admonition=admonition,
            is_navigation=is_navigation,
        )

    def row(
        self,
        cells: Sequence[str],
        *,
        is_header: bool = False,
        continues: bool = True,
        locator: Locator | None = None,
    ) -> None:
        """Append a row of a table, its cells between bars.

        ``continues`` is false for the first row of a table that has another right above it.
        """
        words = [one_line(cell) for cell in cells]
        if not any(words):
            return
        spans = []
        at = 0
        for cell in words:
            spans.append((at, at + len(cell)))
            at += len(cell) + len(" | ")
        line = " | ".join(words)
        # The offsets of empty cells at either end stay inside the block.
        first, last = len(line) - len(line.lstrip()), len(line.rstrip())
        self._add(
            line,
            BlockKind.TABLE,
            continues=continues,
            locator=locator,
            cells=tuple((max(min(s, last), first), max(min(e, last), first)) for s, e in spans),
            is_header=is_header,
        )

    def record(
        self,
        fields: Iterable[tuple[str, str]],
        *,
        locator: Locator | None = None,
    ) -> None:
        """Append a row of a table on its own: each value behind the name of its column."""
        told = [(one_line(name), one_line(value)) for name, value in fields]
        words = "; ".join(f"{name}: {value}" if name else value for name, value in told if value)
        self._add(words, BlockKind.TABLE, locator=locator, continues=True)

    def field(self, name: str, value: str, *, locator: Locator | None = None) -> None:
        """Append a name and its value on a line."""
        name, value = one_line(name), one_line(value)
        if name and value:
            self._add(f"{name}: {value}", BlockKind.FIELD, locator=locator, lead=len(name))

    def byline(self, words: str, *, locator: Locator | None = None) -> None:
        """Append the line that says who wrote the document."""
        self._add(one_line(words), BlockKind.BYLINE, locator=locator)

    def code(self, text: str, *, language: str = "", locator: Locator | None = None) -> None:
        """Append a program or its like, line by line as it is."""
        lines = (clean(line).expandtabs().rstrip() for line in _code_lines(text))
        body = "\n".join(lines).strip("\n")
        if body.strip():
            self._add(body, BlockKind.CODE, locator=locator, language=one_line(language)[:40])

    def embed(self, contents: Contents, *, locator: Locator | None = None) -> None:
        """Append what another reader found, under the headings that stand above it here."""
        if not contents.blocks:
            return
        start = self._begin(contents.text, "\n\n")
        above = self.headings
        for block in contents.blocks:
            moved = replace(
                block,
                start=block.start + start,
                end=block.end + start,
                headings=above + block.headings,
                cells=tuple(_moved(cell, start) for cell in block.cells),
                lead=None if block.lead is None else _moved(block.lead, start),
                locator=locator or block.locator,
            )
            self._blocks.append(moved)

    def contents(self, *, part: str | None = None) -> Contents:
        """Return what was put together."""
        text = "".join(self._parts)
        return Contents(
            title=self.title or None,
            author=self.author or None,
            text=text,
            blocks=with_steps(text, self._blocks),
            part=part,
        )

    def _add(
        self,
        words: str,
        kind: BlockKind,
        *,
        before: str = "",
        locator: Locator | None = None,
        level: int = 0,
        mark: str = "",
        cells: tuple[tuple[int, int], ...] = (),
        is_header: bool = False,
        language: str = "",
        lead: int = 0,
        speaker: str = "",
        admonition: str = "",
        is_navigation: bool = False,
        continues: bool = True,
    ) -> None:
        margin = len(words) - len(words.lstrip()) if kind is not BlockKind.CODE else 0
        body = words.strip() if kind is not BlockKind.CODE else words
        if not body.strip():
            return
        start = self._begin(before + body, self._gap(kind, continues=continues)) + len(before)
        if self._counts and locator is None:
            locator = self._counted(kind, body)
        self._blocks.append(
            Block(
                start=start,
                end=start + len(body),
                kind=kind,
                headings=self.headings,
                locator=locator,
                level=level,
                mark=mark,
                cells=tuple(
                    Span(start=start + first - margin, end=start + last - margin)
                    for first, last in cells
                ),
                is_header=is_header,
                language=language,
                lead=Span(start=start, end=start + lead) if lead else None,
                speaker=speaker,
                admonition=admonition,
                is_navigation=is_navigation,
            )
        )

    def _counted(self, kind: BlockKind, words: str) -> Locator:
        if kind in (BlockKind.HEADING, BlockKind.TITLE):
            self._number = 0
            return Section(name=words)
        self._number += 1
        return Paragraph(number=self._number)

    def _gap(self, kind: BlockKind, *, continues: bool) -> str:
        """Return what stands between the last block and one of this kind."""
        lines = (BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.FIELD)
        follows = bool(self._blocks) and self._blocks[-1].kind is kind
        return "\n" if follows and continues and kind in lines else "\n\n"

    def _begin(self, words: str, gap: str) -> int:
        """Append words behind a gap; return where they begin."""
        if self._parts:
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        if self._length > LONGEST_TEXT or len(self._blocks) >= _MOST_BLOCKS:
            raise DocumentError(
                f"What it holds comes to more than {LONGEST_TEXT:,} characters; "
                "split it into several documents."
            )
        return start


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)


def _joined(words: str | Iterable[Run], *, keeps_lines: bool = False) -> tuple[str, int]:
    """Return the text of a paragraph, and how much of its beginning is in bold."""
    tidy = _same_lines if keeps_lines else one_line
    if isinstance(words, str):
        return tidy(words), 0
    runs = [(text, bold) for text, bold in words if text]
    text = tidy("".join(text for text, _ in runs))
    bold = 0
    for position, (piece, is_bold) in enumerate(runs):
        if not is_bold and piece.strip():
            bold = position
            break
    else:
        bold = len(runs)
    lead = tidy("".join(text for text, _ in runs[:bold]))
    is_bold_at_all = any(is_bold and piece.strip() for piece, is_bold in runs[:bold])
    return text, len(lead) if is_bold_at_all and text.startswith(lead) else 0


def _code_lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
