"""Records: a few lines in a row, each a name with its value, that describe one thing together."""

from collections import Counter
from collections.abc import Iterator

from retrieval.domain import BlockKind
from retrieval.structure.layout import Layout
from retrieval.structure.roles import QA_LABELS
from retrieval.structure.spoken_words import asks_loosely
from retrieval.structure.wording import asks, record_label, spoken

__all__ = ["records"]

_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.TABLE})
_LONGEST_VALUE = 120
_NAMING = frozenset("name title product model item event service server host id subject".split())
_FEWEST = 2
_COLUMNS = 2


def records(layout: Layout) -> list[range]:
    """Return the records of a document, each as a range of runs, the first line naming it.

    One is told by its like: another whose first line has the same name. A lone one has to begin
    with a line that names something, for what else is said in lines is one fact a line.
    """
    if _is_talk(layout):
        return []
    found = [one for group in _groups(layout) for one in _split(group)]
    firsts = Counter(labels[0] for _, labels in found)
    seconds = Counter(tuple(labels[:_FEWEST]) for _, labels in found)
    return [
        runs
        for runs, labels in found
        if len(labels) >= _FEWEST
        and (
            # Any table of two columns begins so; two tables with the same first rows are records.
            seconds[tuple(labels[:_FEWEST])] > 1
            if layout.blocks[runs.start].kind is BlockKind.TABLE
            else firsts[labels[0]] > 1 or labels[0] in _NAMING
        )
    ]


def _is_talk(layout: Layout) -> bool:
    """Tell whether names before lines are those of people who speak: some of them ask."""
    return any(
        block.speaker
        and block.speaker.casefold() not in QA_LABELS
        and any(
            asks(layout.texts[place]) or asks_loosely(spoken(layout.texts[place])) for place in run
        )
        for block, run in zip(layout.blocks, layout.runs, strict=True)
    )


def _groups(layout: Layout) -> Iterator[list[tuple[int, str]]]:
    """Yield lines with labels that follow each other without an empty line, with their runs."""
    group: list[tuple[int, str]] = []
    for number, run in enumerate(layout.runs):
        label = _label(layout, number) if len(run) == 1 else None
        follows = group and label and layout.adjacent(number - 1, number)
        if group and not follows:
            yield group
            group = []
        if label:
            group.append((number, label))
    if group:
        yield group


def _label(layout: Layout, number: int) -> str | None:
    block, words = layout.blocks[number], layout.texts[layout.runs[number].start]
    if block.kind not in _LINES or block.level > 1 or len(words) > _LONGEST_VALUE or asks(words):
        return None
    is_row = block.kind is BlockKind.TABLE
    if is_row and (block.is_header or len(block.cells) != _COLUMNS or "|" in words):
        return None
    label = record_label(words, padded=is_row) or (record_label(words) if is_row else None)
    # What ends as a sentence is what somebody says, not what something is.
    if label is None or (words.rstrip().endswith((".", "!")) and len(words.split()) > _FEWEST + 1):
        return None
    return label


def _split(group: list[tuple[int, str]]) -> Iterator[tuple[range, list[str]]]:
    """Cut lines where the first line's name comes again."""
    start = 0
    for place in range(1, len(group) + 1):
        if place == len(group) or group[place][1] == group[start][1]:
            part = group[start:place]
            yield range(part[0][0], part[-1][0] + 1), [label for _, label in part]
            start = place
