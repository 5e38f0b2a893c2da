"""What stands under a heading whose every word is in a question that begins with "how"."""

from collections.abc import Mapping

from retrieval.answering.structured.above import names_above
from retrieval.answering.units import Wish, listed, wish_of
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.structure import Role
from retrieval.text.steps import is_ordered
from retrieval.text.words import content_stems, joined_stems, stems

__all__ = ["how_to", "opens_how_to"]

_GAIN = 0.05
_AHEAD = 0.01
_ANNOUNCING = stems("follow following step steps given below these instruction procedure")
"""Words of a line above steps that say that they follow, and not of what."""
_OPENING = 4_000
"""Characters of a document that say what it is about."""


def how_to(question: str, scores: Mapping[int, float], view: IndexView) -> Mapping[int, float]:
    """Return what sentences gain by the heading or the line that they stand under.

    "How do I book the boat" means what stands under "Booking", whatever else has a boat.

    Args:
        question: One that stands alone.
        scores: Of the best sentences.
        view: Where they stand.
    """
    wish = wish_of(question)
    if not wish.steps:
        return {}
    # "How do I set up …" means "Setup".
    asked = wish.stems | joined_stems(question)
    gained = {
        row: _GAIN for row in scores if any(name and name <= asked for name in _names(row, view))
    }
    steps = [row for row in gained if _is_step(row, view)]
    # Of a document whose title is all asked for before one that only has a section so called.
    named = (row for row in steps if content_stems(view.document(row).title) <= asked)
    step = next(named, next(iter(steps), None))
    best = max(scores, key=lambda row: scores[row] + gained.get(row, 0.0), default=None)
    if step is not None and best is not None and _comes_before(step, best, wish, view):
        ahead = scores[best] + gained.get(best, 0.0) - scores[step] + _AHEAD
        gained[step] = max(gained[step], ahead)
    return gained


def _is_step(row: int, view: IndexView) -> bool:
    """Tell whether a sentence is one of several numbered items, or of those that a line announces.

    Pictures between the items part them from each other, but not from that line.
    """
    block = view.block(row)
    if block.kind is not BlockKind.LIST_ITEM or not is_ordered(block.mark):
        return False
    above = view.place(row).introduced_by
    return len(listed(row, view)) > 1 or any(view.place(one).role is Role.LEAD_IN for one in above)


def _comes_before(step: int, best: int, wish: Wish, view: IndexView) -> bool:
    """Tell whether the steps of what is asked come before what would be shown first.

    It stands in their own section, or their heading, with the title, is all that is asked.
    """
    if _is_step(best, view):
        return False
    place, other = view.place(step), view.place(best)
    headings = view.block(step).headings
    if place.document == other.document and headings == view.block(best).headings:
        return True
    document = view.document(step)
    named = content_stems(document.title).union(*_names(step, view))
    rest = wish.stems - named
    if not rest:
        return True
    # A name that the title lacks: "How do I make a report in Insights".
    is_named = len(rest) <= len(wish.stems) // 2 and bool(
        wish.stems & content_stems(document.title)
    )
    return is_named and rest <= content_stems(view.text(document.id, 0, _OPENING))


def _names(row: int, view: IndexView) -> list[frozenset[str]]:
    """Return the telling words of each name that a sentence stands under.

    "To open an account, follow these steps:" is "Opening an account".
    """
    return [content_stems(name) - _ANNOUNCING for name in names_above(row, view)]


def opens_how_to(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence is the first below a heading that is how it is asked.

    The heading has only words of the question, and its document has all the others.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    wish, above = wish_of(question), row - 1
    document = view.document(row)
    if not wish.steps or above not in document.rows:
        return False
    if view.place(above).role is not Role.HEADING or above not in view.place(row).introduced_by:
        return False
    name = content_stems(view.sentence_text(above))
    if not name or not name <= wish.stems:
        return False
    return wish.stems - name <= content_stems(view.text(document.id, 0, _OPENING))
