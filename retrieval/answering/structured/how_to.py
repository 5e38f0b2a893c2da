"""What stands under a heading whose every word is in a question that begins with "how"."""

from collections.abc import Mapping

from retrieval.answering.structured.above import names_above
from retrieval.answering.units import Wish, listed, wish_of
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.structure import Role
from retrieval.text.steps import is_ordered
from retrieval.text.words import content_stems, joined_stems

__all__ = ["how_to", "opens_how_to"]

_GAIN = 0.05
_AHEAD = 0.01
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
        row: _GAIN
        for row in scores
        if any(name and name <= asked for name in map(content_stems, names_above(row, view)))
    }
    step = next((row for row in gained if _is_step(row, view)), None)
    best = max(scores, key=lambda row: scores[row] + gained.get(row, 0.0), default=None)
    if step is not None and best is not None and _comes_before(step, best, wish, view):
        ahead = scores[best] + gained.get(best, 0.0) - scores[step] + _AHEAD
        gained[step] = max(gained[step], ahead)
    return gained


def _is_step(row: int, view: IndexView) -> bool:
    """Tell whether a sentence is one of several numbered items."""
    block = view.block(row)
    return (
        block.kind is BlockKind.LIST_ITEM and is_ordered(block.mark) and len(listed(row, view)) > 1
    )


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
    named = frozenset().union(
        content_stems(view.document(step).title), *map(content_stems, names_above(step, view))
    )
    return wish.stems <= named


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
