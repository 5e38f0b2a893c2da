"""What a hit is shown with, and how much of it answers: its list, its record, its table's header.

A sentence is what is found; what answers may be the whole list that it is an item of, and what it
needs to be read may stand lines above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.saying import said
from retrieval.answering.understanding.lists import asks_for_list, asks_for_one
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.structure import Role
from retrieval.structure.wording import has_end, record_label
from retrieval.text.steps import begins_steps, goes_on_with_steps, is_ordered
from retrieval.text.words import content_stems

__all__ = ["Wish", "companions", "home_of", "listed", "spoken", "wish_of"]

_MOST_ITEMS = 40
"""Items of a list that are looked at on each side of one."""
_SHORT = 300
"""Characters of a paragraph that answers as a whole the question above it."""
_BARE = 1
"""Words of a line that says no more than that something follows."""
_HOW = re.compile(
    r"^\W*(?:how (?:do|does|can|could|should|would|to|is|are|must)\b"
    r"|(?:what are the )?steps\b|what (?:do|must|should) (?:i|we|you) do to\b)",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"^\W*(?:and |so |but )?(?:when|if|(?:in|under) (?:what|which)\b"
    r"|what (?:if|happens (?:if|when)))\b",
    re.IGNORECASE,
)
_STATES_CASES = re.compile(
    r"\b(?:if|when|whenever|unless|where|cases?|provided|because)\W*\Z", re.IGNORECASE
)
_SHOWN_WITH = frozenset({Role.QUESTION, Role.LEAD_IN, Role.LABEL, Role.HEADER, Role.FIELD})
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE})
_ENDS = frozenset({Role.QUESTION, Role.HEADING, Role.TITLE, Role.NAVIGATION, Role.HEADER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a question wants of a list that it finds."""

    stems: frozenset[str]
    """Of its words that say something."""
    listing: bool
    """Several things are to be named."""
    steps: bool
    """It is asked how something is done."""
    one: bool
    """One thing is asked for: who, which, when, how many."""
    case: bool = False
    """It is asked in which cases something is so: "when do I lose my deposit"."""


@lru_cache(maxsize=256)
def wish_of(question: str) -> Wish:
    """Tell what a question wants of a list; remembered, since the ranking asks it, too.

    Args:
        question: One that stands alone.
    """
    return Wish(
        stems=content_stems(question),
        listing=asks_for_list(question),
        steps=_HOW.match(question) is not None,
        one=asks_for_one(question),
        case=_CASE.match(question) is not None,
    )


def companions(row: int, view: IndexView) -> list[int]:
    """Return the sentences that must stand with one when it is shown, headings aside.

    A citation has the headings already; those that only look like some are shown.
    """
    found = []
    for other in view.place(row).introduced_by:
        place = view.place(other)
        looks = place.role is Role.HEADING and view.block(other).kind is not BlockKind.HEADING
        points = view.block(row).kind is BlockKind.CODE and place.role is Role.STATEMENT
        if place.role in _SHOWN_WITH or looks or points:
            found.append(other)
    return found


def listed(row: int, view: IndexView) -> range:
    """Return the list or the table that a sentence stands in, its header aside; else itself."""
    kind = _kind(row, view)
    if kind is None:
        return range(row, row + 1)
    rows = view.document(row).rows
    first = last = row
    while first > max(rows.start, row - _MOST_ITEMS) and _goes_on(row, first - 1, kind, view):
        first -= 1
    while last < min(rows.stop - 1, row + _MOST_ITEMS) and _goes_on(row, last + 1, kind, view):
        last += 1
    return range(first, last + 1)


def home_of(row: int, view: IndexView) -> range:
    """Return what makes one passage with a sentence: its list or table, its record, its block."""
    if _kind(row, view) is not None:
        return listed(row, view)
    if view.place(row).role is Role.FIELD:
        heads = [one for one in view.place(row).introduced_by if _is_field(one, view)]
        head = heads[0] if heads else row
        return range(head, max(_introduced(head, view), default=head) + 1)
    return view.same_block(row)


def spoken(row: int, wish: Wish, view: IndexView) -> list[int]:
    """Return the sentences that answer together where one is found, in order.

    The whole list, where one is asked for, where the steps of something are, or where the question
    means what stands above the list and no item of it; the name of a record beside its value.
    """
    place = view.place(row)
    if place.role is Role.FIELD:
        return [*(one for one in place.introduced_by if _is_field(one, view)), row]
    items = _meant(row, listed(row, view), wish, view)
    if len(items) < 2:
        return _announcing(row, wish, view) or _paragraph(row, wish, view)
    ordered = is_ordered(view.block(items[0]).mark)
    wanted = wish.listing or (wish.steps and ordered) or _means_whole(row, wish, view)
    wanted = wanted or (wish.case and _is_case(row, wish, view))
    return items if wanted and not _is_one(row, items, wish, view) else [row]


def _meant(row: int, items: range, wish: Wish, view: IndexView) -> list[int]:
    """Return of a list the part that a question means: what stands under the item it names.

    All of it where it names what stands above the list; else what stands with the sentence.
    """
    above = view.place(row).introduced_by
    parents = [one for one in reversed(above) if one in items]
    for parent in parents:
        if wish.stems & _stems(parent, view):
            return _under(parent, items, view)
    if parents and not any(wish.stems & _stems(one, view) for one in above):
        return _under(parents[0], items, view)
    return list(items)


def _under(parent: int, items: range, view: IndexView) -> list[int]:
    return [one for one in items if parent in view.place(one).introduced_by]


def _is_one(row: int, items: Sequence[int], wish: Wish, view: IndexView) -> bool:
    """Tell whether a question for one thing is answered by one row, or by one value of a thing.

    Where a table's name has all that is asked about, a question with "when" wants all its times.
    """
    if not wish.one:
        return False
    if view.block(row).kind is not BlockKind.TABLE:
        return record_label(view.sentence_text(row)) is not None and any(
            view.place(one).role is Role.LABEL for one in view.place(row).introduced_by
        )
    names = [
        one for one in view.place(row).introduced_by if view.place(one).role is not Role.HEADER
    ]
    above = frozenset().union(*(_stems(one, view) for one in names))
    return not wish.stems <= above or not all(said(view.sentence_text(one)).facts for one in items)


def _announcing(row: int, wish: Wish, view: IndexView) -> list[int]:
    """Return a sentence with the list that ends it, or that it names and a question asks for."""
    if view.place(row).role is not Role.STATEMENT:
        return []
    if shown := _pointed_to(row, view):
        return shown
    below = _introduced(row, view)
    if not below or _kind(below[0], view) is None:
        return []
    is_whole = has_end(view.sentence_text(row))
    return [] if is_whole and not (wish.listing or wish.steps) else [row, *below]


def _pointed_to(row: int, view: IndexView) -> list[int]:
    """Return a sentence with the code that "Do it like this:", right behind it, points to."""
    last = view.same_block(row)[-1]
    if last != row + 1 or view.place(last).role is not Role.LEAD_IN:
        return []
    below = _introduced(last, view)
    says_more = len(content_stems(view.sentence_text(last))) > _BARE
    if says_more or not below or view.block(below[0]).kind is not BlockKind.CODE:
        return []
    return [row, last, *below]


def _paragraph(row: int, wish: Wish, view: IndexView) -> list[int]:
    """Return the whole of a short paragraph where a question asks what the line above it asks."""
    block = view.same_block(row)
    steps = _steps(block, view) if wish.steps else range(0)
    if row in steps:
        return list(steps)
    length = view.place(block[-1]).end - view.place(block[0]).start
    above = view.place(row).introduced_by
    if not above or len(block) == 1 or length > _SHORT or not wish.stems:
        return [row]
    if view.block(row).speaker:
        # "Only coal. The rest burns away.": a reply is read from where it begins.
        is_reply = any(view.place(one).role is Role.QUESTION for one in above)
        return [one for one in block if one == row or (is_reply and one < row)]
    if not wish.stems <= _stems(above[-1], view) or not _means_whole(row, wish, view):
        return [row]
    return [one for one in block if one == row or view.place(one).role is Role.STATEMENT]


def _steps(block: range, view: IndexView) -> range:
    """Return the sentences of a paragraph from "First, …" to the last "Then, …"; or none."""
    firsts = [one for one in block if begins_steps(view.sentence_text(one))]
    later = [one for one in block if goes_on_with_steps(view.sentence_text(one))]
    if not firsts or not later or later[-1] < firsts[0]:
        return range(0)
    return range(firsts[0], later[-1] + 1)


def _is_case(row: int, wish: Wish, view: IndexView) -> bool:
    """Tell whether an item is one of the cases in which it is so what is asked about.

    Of "The deposit is kept if:" all cases are an answer, whichever item is found.
    """
    above = (one for one in view.place(row).introduced_by if view.place(one).role is Role.LEAD_IN)
    return any(
        _STATES_CASES.search(view.sentence_text(one)) and wish.stems & _stems(one, view)
        for one in above
    )


def _means_whole(row: int, wish: Wish, view: IndexView) -> bool:
    """Tell whether a question means what stands above a list, and no item more than others."""
    above = [_stems(one, view) for one in view.place(row).introduced_by]
    met = wish.stems & frozenset().union(*above)
    return bool(met) and not (wish.stems & _stems(row, view)) - met


def _stems(row: int, view: IndexView) -> frozenset[str]:
    return content_stems(view.sentence_text(row))


def _kind(row: int, view: IndexView) -> BlockKind | None:
    """Return what sort of list a sentence stands in; None: in none."""
    block = view.block(row)
    role = view.place(row).role
    if role in _ENDS or (role is Role.FIELD and block.kind is BlockKind.TABLE):
        return None
    if block.kind is BlockKind.CODE:
        return BlockKind.LIST_ITEM if block.level else None
    return block.kind if block.kind in _LISTED else None


def _goes_on(row: int, other: int, kind: BlockKind, view: IndexView) -> bool:
    same = view.block(other).headings == view.block(row).headings
    return same and _kind(other, view) is kind


def _is_field(row: int, view: IndexView) -> bool:
    return view.place(row).role is Role.FIELD


def _introduced(head: int, view: IndexView) -> Sequence[int]:
    """Return the sentences right below one that it introduces."""
    found = []
    for row in range(head + 1, view.document(head).rows.stop):
        if head not in view.place(row).introduced_by:
            break
        found.append(row)
    return found
