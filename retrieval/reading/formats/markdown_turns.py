"""The turns of a chat or an interview that was kept as Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retrieval.domain import Block, BlockKind, Span
from retrieval.reading.formats.text_lines import TextLine, text_line
from retrieval.reading.formats.turns import TurnHead, find_turns

__all__ = ["with_turns"]

_LINE = re.compile(r"[^\r\n]+")
_ENDS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def with_turns(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a text, parted where somebody else speaks, with who does.

    What says so is in the block and left out of what is said.
    """
    lines = [
        list(_lines(text, block)) if block.kind is BlockKind.PARAGRAPH else [] for block in blocks
    ]
    heads = find_turns([group for group in lines if group], labelled=True)
    if not heads:
        return list(blocks)
    found: list[Block] = []
    speaker = ""
    for block, group in zip(blocks, lines, strict=True):
        if block.kind in _ENDS:
            speaker = ""
        if not group:
            found.append(replace(block, speaker=block.speaker or speaker))
            continue
        for part in _parts(block, group, heads):
            head = heads.get(part.start)
            speaker = head.speaker if head else speaker
            if head is None and found and _only_names(found[-1]):
                name = found.pop()
                part = replace(part, start=name.start, omitted=(*name.omitted, *part.omitted))
            found.append(replace(part, speaker=speaker, lead=None if speaker else part.lead))
    return found


def _lines(text: str, block: Block) -> Iterator[TextLine]:
    for found in _LINE.finditer(text, block.start, block.end):
        if found[0].strip():
            yield text_line(found[0], found.start())


def _parts(
    block: Block, lines: Sequence[TextLine], heads: Mapping[int, TurnHead]
) -> Iterator[Block]:
    firsts = [at for at, line in enumerate(lines) if at == 0 or line.start in heads]
    for first, after in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        start, end = lines[first].start, lines[after - 1].end
        head = heads.get(start)
        named = (Span(start=start, end=start + head.length),) if head and head.length else ()
        kept = (one for one in block.omitted if start <= one.start and one.end <= end)
        yield replace(
            block,
            start=start,
            end=end,
            omitted=(*named, *(one for one in kept if not named or one.start >= named[0].end)),
        )


def _only_names(block: Block) -> bool:
    """Tell whether a block says who speaks, and nothing else."""
    return len(block.omitted) == 1 and block.omitted[0] == Span(start=block.start, end=block.end)
