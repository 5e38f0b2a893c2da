"""What announces a list, a table or code, and the items that others stand under."""

from collections.abc import Callable, Sequence

from retrieval.domain import Block, BlockKind
from retrieval.structure.layout import Layout
from retrieval.structure.unit import Role
from retrieval.structure.wording import breaks_off, has_end, leads_in, names_value, points_below

__all__ = ["announced", "under_items"]

_LONGEST_INTRODUCTION = 400
_SHOWN = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CODE})


def announced(layout: Layout, roles: Sequence[Role]) -> dict[int, tuple[int, ...]]:
    """Return what each sentence announces: the list, the table, the code or the paragraph below.

    By ending in a colon, by breaking off, by pointing to what follows, or, before code, by standing
    there; before a list or table, by lacking a full stop where lines around it don't.
    """
    found: dict[int, tuple[int, ...]] = {}
    for number, run in enumerate(layout.runs):
        for place in run[:-1]:
            if roles[place] is Role.LEAD_IN:
                found[place] = (place + 1,)
        last = run[-1]
        if number + 1 == len(layout.runs) or not layout.same_section(number, number + 1):
            continue
        if roles[last] in {Role.LEAD_IN, Role.STATEMENT} and (
            rows := _below(layout, number, layout.texts[last])
        ):
            found[last] = rows
    return found


def under_items(layout: Layout) -> dict[int, tuple[int, ...]]:
    """Return what stands under each item of a list: its further paragraphs and deeper items.

    By the first sentence of the item.
    """
    found: dict[int, list[int]] = {}
    open_: list[tuple[int, int]] = []
    for number, run in enumerate(layout.runs):
        block = layout.blocks[number]
        if not block.level or block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            open_ = []
            continue
        is_item = block.kind is BlockKind.LIST_ITEM and bool(block.mark)
        open_ = [
            one for one in open_ if one[0] < block.level or (not is_item and one[0] == block.level)
        ]
        for _, place in open_:
            found.setdefault(place, []).extend(run)
        if is_item:
            open_.append((block.level, run.start))
    return {place: tuple(rows) for place, rows in found.items()}


def _below(layout: Layout, number: int, words: str) -> tuple[int, ...]:
    block, below = layout.blocks[number], layout.blocks[number + 1]
    is_lead_in = leads_in(words)
    if below.kind is BlockKind.CODE:
        if len(words) > _LONGEST_INTRODUCTION:
            return ()
        return _while(layout, number + 1, lambda one: one.kind is BlockKind.CODE, below.level)
    if below.kind is BlockKind.LIST_ITEM:
        is_item = block.kind is BlockKind.LIST_ITEM
        # What stands under an item is told by its depth; the next item is no news.
        if is_item and below.level <= block.level and below.mark:
            return ()
        if not (is_lead_in or points_below(words) or _goes_on_in_list(layout, number, words)):
            return ()
        return _list(layout, number + 1, below.level)
    if below.kind is BlockKind.TABLE:
        if not (is_lead_in or points_below(words) or _goes_on_in_list(layout, number, words)):
            return ()
        return _while(layout, number + 1, lambda one: one.kind is BlockKind.TABLE, below.level)
    if is_lead_in and below.kind in {BlockKind.PARAGRAPH, BlockKind.FIELD}:
        return tuple(layout.runs[number + 1])
    return ()


def _goes_on_in_list(layout: Layout, number: int, words: str) -> bool:
    """Tell whether a sentence without a colon is ended by the list or table below it."""
    block = layout.blocks[number]
    if block.speaker or len(words) > _LONGEST_INTRODUCTION:
        return False
    if breaks_off(words):
        return True
    if names_value(words):
        return False  # "Way up: two hours" has said what it is to say.
    # Where every line is one fact, none has a full stop, and the next one is no part of it.
    return (
        block.kind is BlockKind.PARAGRAPH
        and not has_end(words)
        and not (number and _is_like(layout, number - 1, number))
    )


def _is_like(layout: Layout, above: int, below: int) -> bool:
    """Tell whether a line stands right above another, and has no full stop either."""
    is_line = layout.blocks[above].kind is BlockKind.PARAGRAPH
    return (
        is_line
        and layout.adjacent(above, below)
        and not has_end(layout.texts[layout.runs[above][-1]])
    )


def _list(layout: Layout, first: int, level: int) -> tuple[int, ...]:
    rows: list[int] = []
    for number in range(first, len(layout.runs)):
        block = layout.blocks[number]
        is_part = block.kind in _SHOWN or block.kind is BlockKind.PARAGRAPH
        if not is_part or block.level < level or not layout.same_section(first, number):
            break
        rows += layout.runs[number]
    return tuple(rows)


def _while(
    layout: Layout, first: int, holds: Callable[[Block], bool], level: int
) -> tuple[int, ...]:
    rows: list[int] = []
    for number in range(first, len(layout.runs)):
        block = layout.blocks[number]
        if not holds(block) or block.level != level or not layout.same_section(first, number):
            break
        rows += layout.runs[number]
    return tuple(rows)
