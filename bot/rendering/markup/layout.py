"""A passage laid out for reading, whatever its document is written in."""

from bisect import bisect_right
from collections.abc import Iterator

from bot.rendering.markup.addresses import linked
from bot.rendering.markup.blocks import Answers, Block, Prose, Run, merged
from retrieval.domain import Passage
from retrieval.reading.registry import MARKDOWN

__all__ = ["LONGEST", "answering_ranges", "laid_out"]

LONGEST = 8000
"""Characters of Markdown that are parsed while others wait. Longer passages are those of absurd
documents."""


def laid_out(passage: Passage, *, marked: bool = True, longest: int = LONGEST) -> tuple[Block, ...]:
    """Return the blocks of a passage.

    Args:
        passage: What is quoted.
        marked: Whether anything in the blocks answers.
        longest: Characters of Markdown beyond which a passage is shown as it is written.
    """
    ranges = answering_ranges(passage) if marked else []
    if passage.media_type == MARKDOWN and len(passage.text) <= longest:
        # The parser takes a good part of the time that it takes to ask once from a shell.
        from bot.rendering.markup.markdown import markdown_blocks

        blocks = markdown_blocks(
            passage.text, passage.start, passage.opening, _within(ranges, passage.start)
        )
        if blocks:
            return blocks
    runs = linked(tuple(_runs(passage.text, ranges)))
    return (Prose(line=merged(runs)),) if passage.text.strip() else ()


def answering_ranges(passage: Passage) -> list[tuple[int, int]]:
    """Return the answering ranges within the passage's text; touching ones are one."""
    merged_ranges: list[tuple[int, int]] = []
    for span in sorted(passage.highlights, key=lambda span: span.start):
        start = max(span.start - passage.start, 0)
        end = min(span.end - passage.start, len(passage.text))
        if start >= end:
            continue
        if merged_ranges and start <= merged_ranges[-1][1]:
            merged_ranges[-1] = (merged_ranges[-1][0], max(end, merged_ranges[-1][1]))
        else:
            merged_ranges.append((start, end))
    return merged_ranges


def _within(ranges: list[tuple[int, int]], start: int) -> Answers:
    starts = [first for first, _ in ranges]

    def answers(offset: int) -> bool:
        position = bisect_right(starts, offset - start) - 1
        return position >= 0 and offset - start < ranges[position][1]

    return answers


def _runs(text: str, ranges: list[tuple[int, int]]) -> Iterator[Run]:
    position = 0
    for start, end in ranges:
        yield Run(text=text[position:start])
        yield Run(text=text[start:end], answers=True)
        position = end
    yield Run(text=text[position:])
