"""The cell of a table's row that a question asks for by the name of the row alone.

"Where is the Marten parked?" is answered by the row called Marten under "Station", though neither
of them says "parked": the question word says which column is meant. So do the ordinals of "the
second time", which a header calls "2nd occasion".
"""

import re
from collections.abc import Mapping

from retrieval.answering.structured.above import cells_of, header_cells, names_above
from retrieval.answering.structured.meant_kinds import meant_kinds
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.words import content_stems, read, stems

__all__ = ["gives_cell"]

_WHO = re.compile(r"^\W*(?:and |so )?who(?:['’]s|\s(?:is|are|was))?\b", re.IGNORECASE)
_ORDINALS: Mapping[str, str] = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh".split(), start=1)
} | {"once": "1", "twice": "2", "thrice": "3"}
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_COUNTED = stems(" ".join(_ORDINALS)) | stems("1st 2nd 3rd 4th 5th 6th 7th")
_TIMES_OVER = stems("time occasion offence offense strike violation instance incident attempt")
_HAPPENING = stems(
    "happen happens get gets do does punishment penalty sanction consequence catch caught again"
    " someone somebody anyone anybody people person player others"
)


def gives_cell(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a row is the one a question names, with a column for what it asks.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if view.place(row).role is not Role.ROW:
        return False
    cells = cells_of(row, view)
    name = content_stems(cells[0]) if cells else frozenset()
    asked = content_stems(question)
    if name and _holds(question, asked, cells, row, view):
        return True
    if not name or not name <= asked:
        return False
    left = asked - name
    headers = header_cells(row, view)[1:]
    return any(
        left <= doing and any(stems(header) & kinds for header in headers)
        for doing, kinds in meant_kinds(question)
    ) or _counts(question, left, headers)


def _holds(
    question: str, asked: frozenset[str], cells: list[str], row: int, view: IndexView
) -> bool:
    """Tell whether a row says who is what: "Maren | Owner" to "who owns the server".

    All else that is asked stands in the title or in what is above the row.
    """
    if not _WHO.match(question) or not cells[0][:1].isupper():
        return False
    above = (view.document(row).title, *view.block(row).headings, *names_above(row, view))
    named = frozenset().union(*map(content_stems, above))
    return any(
        held and held <= asked and asked - held <= named for held in map(content_stems, cells[1:])
    )


def _counts(question: str, left: frozenset[str], headers: list[str]) -> bool:
    """Tell whether a question asks of the so-manieth time, and a column is called so."""
    number = _ordinal(question)
    if number is None or left - _TIMES_OVER - _HAPPENING - _COUNTED:
        return False
    return any(
        _ordinal(header) == number and not content_stems(header) - _TIMES_OVER - _COUNTED
        for header in headers
    )


def _ordinal(text: str) -> str | None:
    numbered = _NUMBERED.search(text)
    if numbered is not None:
        return numbered[1]
    return next((_ORDINALS[word.lower] for word in read(text) if word.lower in _ORDINALS), None)
