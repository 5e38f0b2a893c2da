"""What a sentence stands under."""

from retrieval.answering.view import IndexView

__all__ = ["names_above"]


def names_above(row: int, view: IndexView) -> list[str]:
    """Return the innermost heading over a sentence, and what introduces it."""
    above = [view.sentence_text(other) for other in view.place(row).introduced_by]
    return [*view.block(row).headings[-1:], *above]
