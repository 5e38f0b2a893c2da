"""A passage as pieces, in order, some of which answer: what is left out is left out piece by piece.

A piece is about a sentence of a paragraph, a row of a table or a line of code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bot.discord.cards.escape import visible
from bot.rendering.markup.blocks import Block, Code, Line, Prose, Run, Table, merged
from bot.rendering.markup.layout import laid_out
from retrieval.domain import Passage

__all__ = ["Piece", "Quotation", "cut_runs", "quotation_of", "told_row"]

# The end of a sentence, well enough to cut a quotation at: the real sentence borders are in the
# index, but a stored answer must be shown without it.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|(?<=[。！？])[”’」』）]*\s*|\n{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """About one sentence, with the white space after it; or a row; or a line of code."""

    block: int
    """The number of its block."""
    cells: tuple[Line, ...]
    """Of a row, its cells; of anything else, one."""
    answers: bool

    @property
    def text(self) -> str:
        """Only what can be seen; escaping makes it longer, never shorter."""
        return " ".join("".join(run.text for run in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The blocks of a passage and the pieces they are cut into."""

    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    headers: tuple[Piece | None, ...]
    """For each block, a table's header."""

    def with_piece(self, number: int, piece: Piece) -> "Quotation":
        """Return it with another piece in the place of one."""
        pieces = (*self.pieces[:number], piece, *self.pieces[number + 1 :])
        return replace(self, pieces=pieces)

    def beginning_at(self, number: int) -> "Quotation":
        """Return it without the pieces before this one."""
        return replace(self, pieces=self.pieces[number:])

    def up_to(self, number: int) -> "Quotation":
        """Return it without this piece and those behind it."""
        return replace(self, pieces=self.pieces[:number])

    def told(self, block: int) -> "Quotation":
        """Return it with a table as lines of text, where its header alone takes too much room."""
        here, header = self.blocks[block], self.headers[block]
        head = () if header is None else header.cells
        prose = Prose(line=(), depth=here.depth, quoted=here.quoted, tight=here.tight)
        return replace(
            self,
            blocks=(*self.blocks[:block], prose, *self.blocks[block + 1 :]),
            headers=(*self.headers[:block], None, *self.headers[block + 1 :]),
            pieces=tuple(
                replace(piece, cells=((*told_row(head, piece.cells), Run(text="\n")),))
                if piece.block == block
                else piece
                for piece in self.pieces
            ),
        )

    def unmarked(self) -> "Quotation":
        """Return it with nothing in it that answers."""
        return replace(
            self,
            pieces=tuple(map(_unmarked, self.pieces)),
            headers=tuple(head and _unmarked(head) for head in self.headers),
        )


def told_row(head: Sequence[Line], cells: Sequence[Line]) -> Line:
    """Return a row on one line, each cell behind the name of its column."""
    told: list[Run] = []
    for name, cell in zip(head, cells, strict=False):
        if any(run.text.strip() for run in cell):
            told += [Run(text=" · ")] if told else []
            told += [*name, Run(text=": ")] if any(run.text.strip() for run in name) else []
            told += cell
    return merged([replace(run, text=run.text.replace("\n", " ")) for run in told])


def _unmarked(piece: Piece) -> Piece:
    cells = tuple(merged([replace(run, answers=False) for run in cell]) for cell in piece.cells)
    return replace(piece, cells=cells, answers=False)


def quotation_of(passage: Passage) -> Quotation:
    """Cut a passage into pieces.

    What Discord shows nothing of is dropped first, so that lengths are those of what is shown.
    """
    blocks = tuple(_visible(block) for block in laid_out(passage))
    pieces: list[Piece] = []
    headers: list[Piece | None] = []
    for number, block in enumerate(blocks):
        headers.append(_piece(number, block.header) if isinstance(block, Table) else None)
        pieces += _pieces(number, block)
    return Quotation(blocks=blocks, pieces=tuple(pieces), headers=tuple(headers))


def _pieces(number: int, block: Block) -> Iterator[Piece]:
    if isinstance(block, Table):
        yield from (_piece(number, row) for row in block.rows)
        if not block.rows:
            yield _piece(number, tuple(() for _ in block.header))
    elif isinstance(block, Code):
        yield from (_piece(number, (line,)) for line in block.lines)
    else:
        yield from _sentences(number, block)


def _piece(number: int, cells: tuple[Line, ...]) -> Piece:
    return Piece(block=number, cells=cells, answers=any(run.answers for c in cells for run in c))


def _sentences(number: int, block: Prose) -> Iterator[Piece]:
    """Cut a paragraph at its answering sentences and at the other sentences' ends."""
    text = "".join(run.text for run in block.line)
    cutter = _Cutter(block.line)
    position = 0
    for start, end in _answering(block.line):
        yield from _between(number, cutter, text, position, start)
        end += len(text[end:]) - len(text[end:].lstrip())
        yield Piece(block=number, cells=(cutter.cut(start, end),), answers=True)
        position = end
    yield from _between(number, cutter, text, position, len(text))


def _answering(line: Line) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    position = 0
    for run in line:
        end = position + len(run.text)
        if run.answers and ranges and ranges[-1][1] == position:
            ranges[-1] = (ranges[-1][0], end)
        elif run.answers:
            ranges.append((position, end))
        position = end
    return ranges


def _between(number: int, cutter: "_Cutter", text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for match in _SENTENCE_END.finditer(text[start:end]):
        if start + match.end() == position:
            continue
        yield Piece(block=number, cells=(cutter.cut(position, start + match.end()),), answers=False)
        position = start + match.end()
    if position < end:
        yield Piece(block=number, cells=(cutter.cut(position, end),), answers=False)


def cut_runs(line: Line, start: int, end: int) -> Line:
    """Return the runs between two positions of a line's text."""
    return _Cutter(line).cut(start, end)


class _Cutter:
    """Cuts runs out of a line, again and again, without walking over all of them each time."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._starts = [0, *accumulate(len(run.text) for run in line)]

    def cut(self, start: int, end: int) -> Line:
        """Return the runs between two positions of the line's text."""
        runs = []
        number = max(bisect_right(self._starts, start) - 1, 0)
        while number < len(self._line) and self._starts[number] < end:
            run, begin = self._line[number], self._starts[number]
            text = run.text[max(start - begin, 0) : end - begin]
            runs.append(run if text == run.text else replace(run, text=text))
            number += 1
        return merged(runs)


def _visible(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(
            block,
            header=tuple(map(_seen, block.header)),
            rows=tuple(tuple(map(_seen, row)) for row in block.rows),
        )
    if isinstance(block, Code):
        return replace(block, lines=tuple(map(_seen, block.lines)))
    return replace(block, line=_seen(block.line))


def _seen(line: Sequence[Run]) -> Line:
    return merged([replace(run, text=visible(run.text)) for run in line])
