"""Paragraphs and lines that are the steps of one list, though their format knows no such list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.domain import Block, BlockKind
from retrieval.text.steps import begins_steps, goes_on_with_steps, step_marks

__all__ = ["with_steps"]

_FEWEST = 2
_FEWEST_IN_WORDS = 3
"""So many paragraphs that begin with "first" and "then" are steps; two are a story."""
_LONGEST_MARK = 12
_NEXT_LINE = 2
"""A line and the one right below it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    block: Block
    number: int | None
    """Of a step."""


def with_steps(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Make items of one list of the lines that begin with "Step 1:", "Step 2:" and so on.

    And of paragraphs in a row of which the first begins with "First", the others with "Then" or its
    like. What a single step says stays as it is.
    """
    return tuple(_told_in_words(text, list(_numbered(text, list(blocks)))))


def _numbered(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    pieces = [piece for block in blocks for piece in _pieces(text, block)]
    place = 0
    while place < len(pieces):
        stop, numbers = place + 1, [pieces[place].number]
        while numbers[0] is not None and stop < len(pieces) and _follows(text, pieces, place, stop):
            numbers.append(pieces[stop].number)
            stop += 1
        is_list = sum(number is not None for number in numbers) >= _FEWEST
        for piece in pieces[place:stop]:
            yield _item(piece) if is_list else _whole(text, piece)
        place = stop


def _item(piece: _Piece) -> Block:
    # What stands right below a step goes on with it, and has no mark.
    return replace(piece.block, kind=BlockKind.LIST_ITEM, level=1)


def _pieces(text: str, block: Block) -> Iterator[_Piece]:
    """Cut a paragraph where its lines begin steps; each is an item from there on."""
    marks = step_marks(text, block.start, block.end) if _may_be_cut(block) else []
    is_step = bool(marks) and marks[0][0] == block.start
    if not marks or (not is_step and len(marks) < _FEWEST):
        yield _Piece(block, None)
        return
    if not is_step:
        yield _Piece(_cut(text, block, block.start, marks[0][0]), None)
    ends = [begin for begin, _, _ in marks[1:]] + [block.end]
    for (begin, said, number), end in zip(marks, ends, strict=True):
        item = _cut(text, block, said, end)
        mark = text[begin:said].strip()
        yield _Piece(replace(item, kind=BlockKind.LIST_ITEM, level=1, mark=mark), number)


def _may_be_cut(block: Block) -> bool:
    is_bold = block.lead is not None and block.lead.end >= block.end - 1
    return _is_line(block) and not is_bold


def _cut(text: str, block: Block, start: int, end: int) -> Block:
    end = start + len(text[start:end].rstrip())
    lead = block.lead
    return replace(
        block,
        start=start,
        end=end,
        lead=lead if lead and start <= lead.start and lead.end <= end else None,
        omitted=tuple(one for one in block.omitted if start <= one.start and one.end <= end),
    )


def _whole(text: str, piece: _Piece) -> Block:
    """Return a step that is none, for lack of others, as the paragraph that it was."""
    if piece.number is None:
        return piece.block
    start = text.rfind(piece.block.mark, 0, piece.block.start)
    return replace(piece.block, start=start, kind=BlockKind.PARAGRAPH, level=0, mark="")


def _follows(text: str, pieces: Sequence[_Piece], first: int, place: int) -> bool:
    """Tell whether a piece is the next step, or goes on with the one above it."""
    below, above = pieces[place], pieces[place - 1]
    if below.block.headings != above.block.headings:
        return False
    if below.number is None:
        between = text[above.block.end : below.block.start]
        return _is_line(below.block) and len(f"{between}.".splitlines()) == _NEXT_LINE
    known = [piece.number or 0 for piece in pieces[first:place]]
    return below.number > max(known)


def _told_in_words(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    place = 0
    while place < len(blocks):
        stop = place + 1
        if _is_line(blocks[place]) and begins_steps(_words(text, blocks[place])):
            while stop < len(blocks) and _goes_on(text, blocks[place], blocks[stop]):
                stop += 1
        group = blocks[place:stop]
        if len(group) < _FEWEST_IN_WORDS:
            group, stop = group[:1], place + 1
            yield from group
        else:
            for block in group:
                # The word is part of what the step says, and stays in it.
                mark = _words(text, block).split()[0][:_LONGEST_MARK]
                yield replace(block, kind=BlockKind.LIST_ITEM, level=1, mark=mark)
        place = stop


def _is_line(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.level and not block.speaker


def _goes_on(text: str, first: Block, block: Block) -> bool:
    same = _is_line(block) and block.headings == first.headings
    return same and goes_on_with_steps(_words(text, block))


def _words(text: str, block: Block) -> str:
    return text[block.start : block.end]
