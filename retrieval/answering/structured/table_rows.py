"""Which row of a table a question means that names no row, but a cell of it or only a column."""

import re
from collections.abc import Mapping

from retrieval.answering.saying import said
from retrieval.answering.structured.above import cells_of, header_cells, names_above
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.structure import Role
from retrieval.text.words import content_stems, read

__all__ = ["has_yes", "table_rows"]

_FITS = 0.08
"""What a row gains whose cell is the figure that is asked about, in a column that is, too."""
_ONLY_COLUMN = 0.05
"""What one loses to a question with "when" that meets the name of a column, and nothing else."""
_YES = frozenset("yes y x ✓ ✔ ✅ ● true included".split())
_NO = frozenset("no n - – — ✗ ✘ ❌ false".split())
_WHICH = re.compile(r"^\W*(?:(?:in|on|at|with|for) )?(?:which|what)\b", re.IGNORECASE)
_WHEN = re.compile(r"^\W*(?:(?:and|so|but|since|until|till|by|from) )?when\b", re.IGNORECASE)


def table_rows(question: str, scores: Mapping[int, float], view: IndexView) -> Mapping[int, float]:
    """Return what the rows of tables gain or lose.

    "Which van can take eight people" means the row with an 8 under "People", "which van has a
    radio" one with a yes under "Radio"; "when do points go away" none of those under "Points".

    Args:
        question: One that stands alone.
        scores: Of the best sentences.
        view: Where they stand.
    """
    rows = [row for row in scores if view.block(row).kind is BlockKind.TABLE]
    if not rows:
        return {}
    wanted, figures = content_stems(question), said(question).facts
    is_when = _WHEN.match(question) is not None
    is_which = _asks_which(question)
    found: dict[int, float] = {}
    for row in rows:
        if view.place(row).role is not Role.ROW:
            continue
        if (figures and _fits(row, figures, wanted, view)) or (
            is_which and _says(_YES, row, wanted, view)
        ):
            found[row] = _FITS
        elif is_which and _says(_NO, row, wanted, view):
            found[row] = -_FITS
        elif is_when and _meets_only_column(row, wanted, view):
            found[row] = -_ONLY_COLUMN
    return found


def _fits(row: int, figures: frozenset[str], wanted: frozenset[str], view: IndexView) -> bool:
    """Tell whether a cell is one of some figures and nothing else, in a column that is asked."""
    names = _columns(row, view)
    return any(
        name & wanted and len(facts) == 1 and facts <= figures
        for name, facts in zip(
            names, (said(cell).facts for cell in cells_of(row, view)), strict=False
        )
    )


def has_yes(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a row says yes in the column of what a question asks which has it."""
    return _asks_which(question) and _says(_YES, row, content_stems(question), view)


def _asks_which(question: str) -> bool:
    negates = any(word.negates for word in read(question))
    return _WHICH.match(question) is not None and not negates


def _says(words: frozenset[str], row: int, wanted: frozenset[str], view: IndexView) -> bool:
    """Tell whether a cell says yes, or no, in a column whose whole name is asked."""
    if view.place(row).role is not Role.ROW:
        return False
    return any(
        name and name <= wanted and cell.strip("*_` ").casefold() in words
        for name, cell in zip(_columns(row, view), cells_of(row, view), strict=False)
    )


def _meets_only_column(row: int, wanted: frozenset[str], view: IndexView) -> bool:
    above = frozenset().union(*map(content_stems, names_above(row, view)))
    own = content_stems(view.sentence_text(row))
    return bool(wanted & above) and not wanted & own and not wanted <= above


def _columns(row: int, view: IndexView) -> list[frozenset[str]]:
    return [content_stems(cell) for cell in header_cells(row, view)]
