"""What a sentence stands under."""

from retrieval.answering.view import IndexView
from retrieval.structure import Role

__all__ = ["cells_of", "header_cells", "names_above"]


def names_above(row: int, view: IndexView) -> list[str]:
    """Return the innermost heading over a sentence, and what introduces it."""
    above = [view.sentence_text(other) for other in view.place(row).introduced_by]
    return [*view.block(row).headings[-1:], *above]


def cells_of(row: int, view: IndexView) -> list[str]:
    """Return what stands in each cell of a table's row."""
    document = view.place(row).document
    return [view.text(document, cell.start, cell.end) for cell in view.block(row).cells]


def header_cells(row: int, view: IndexView) -> list[str]:
    """Return how each column of a row's table is called; nothing where it has no header."""
    heads = [one for one in view.place(row).introduced_by if view.place(one).role is Role.HEADER]
    return [cell for head in heads[-1:] for cell in cells_of(head, view)]
