"""Which headings each sentence stands under, those that only look like headings included."""

from collections.abc import Mapping, Sequence

from retrieval.domain import BlockKind
from retrieval.structure.layout import Layout
from retrieval.structure.roles import INNERMOST
from retrieval.structure.unit import Role
from retrieval.structure.wording import clause_number

__all__ = ["headings_over"]


def headings_over(
    layout: Layout, roles: Sequence[Role], headed: Mapping[int, int]
) -> list[tuple[int, ...]]:
    """Return the sentences of the headings above each sentence, outermost first, without its own.

    A clause that is a heading by its layout and is followed by another clause heads nothing.
    """
    found: list[tuple[int, ...]] = []
    open_: list[tuple[int, int]] = []
    for number, run in enumerate(layout.runs):
        block = layout.blocks[number]
        is_heading = roles[run.start] is Role.HEADING and number not in headed
        depth = headed.get(number, len(block.headings) + 1)
        if block.kind is BlockKind.TITLE:
            open_ = []
        elif is_heading or number in headed:
            open_ = [one for one in open_ if one[0] < depth]
        else:
            known = len(block.headings)
            open_ = [one for one in open_ if one[0] <= known or one[0] >= INNERMOST - 1]
            if open_ and _is_next_clause(layout, open_[-1][1], run.start):
                open_.pop()
        found += [tuple(place for _, place in open_)] * len(run)
        if is_heading or number in headed:
            open_.append((depth, run[-1]))
    return found


def _is_next_clause(layout: Layout, heading: int, below: int) -> bool:
    # "1. Working hours" heads what it says in "1.1 …" and in "12 a month", not in "2. Holidays".
    number, mark = clause_number(layout.texts[heading])
    return bool(number) and clause_number(layout.texts[below]) == (
        (*number[:-1], number[-1] + 1),
        mark,
    )
