"""The cell of a table's row that a question asks for by the name of the row alone.

"Where is the Marten parked?" is answered by the row called Marten under "Station", though neither
of them says "parked": the question word says which column is meant. So do the ordinals of "the
second time", which a header calls "2nd occasion".
"""

import re
from collections.abc import Iterator, Mapping

from retrieval.answering.structured.above import cells_of, header_cells
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.words import content_stems, read, stems

__all__ = ["gives_cell"]

_WHERE = re.compile(r"^\W*(?:and |so )?(?:from )?where\b", re.IGNORECASE)
_WHO = re.compile(r"^\W*(?:and |so )?who(?:m|se|['’]s)?\b", re.IGNORECASE)
_WHEN = re.compile(r"^\W*(?:and |so )?(?:when|(?:at )?what (?:time|day|hours?))\b", re.IGNORECASE)
_PRICE = re.compile(
    r"^\W*(?:and |so )?(?:how much|what (?:do|does|did|would|will|is the))\b", re.IGNORECASE
)
_BEING_SOMEWHERE = stems(
    """find found locate located keep kept store stored park parked moor moored dock docked base
    based situated put placed stay stand sit live house housed held berth berthed see buy get
    available shown displayed hang hung lie station stationed happening going takes place"""
)
_PLACES = stems(
    """place location located locate address room site hall building street city town position
    where station stand bay berth dock port base zone area region district shelf drawer floor
    corner locker venue lot garage office spot coordinates square"""
)
_LOOKING_AFTER = stems(
    """look after charge responsible run runs lead leads head manage handle handles deal deals own
    owns keep keeps care contact ask asks host hosts organise organize maintain maintains"""
)
_PEOPLE = stems(
    """who person people contact owner keeper lead leader head manager host captain skipper
    maintainer responsible coordinator moderator instructor teacher trainer organiser organizer
    author warden steward officer name"""
)
_TAKING_PLACE = stems(
    """open opens start starts begin begins meet meets happen happens held hold run runs take place
    going on available leave leaves depart departs sail sails go goes is time day hours scheduled
    due"""
)
_TIMES = stems(
    """when time times hour hours day days date dates weekday open opening opens start starts
    departure departs leaves begins schedule"""
)
_COSTING = stems("cost costs price priced charge charges pay fee fees much worth rent hire buy")
_PRICES = stems("price prices cost costs fee fees charge rate rates amount rent embers coins")
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
    if not name or not name <= asked:
        return False
    left = asked - name
    headers = header_cells(row, view)[1:]
    return any(
        left <= doing and any(stems(header) & kinds for header in headers)
        for doing, kinds in _meant(question)
    ) or _counts(question, left, headers)


def _meant(question: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield what a question may say of a thing, and how the columns are called that tell it."""
    if _WHERE.match(question):
        yield _BEING_SOMEWHERE, _PLACES
    if _WHO.match(question):
        yield _LOOKING_AFTER, _PEOPLE
    if _WHEN.match(question):
        yield _TAKING_PLACE, _TIMES
    if _PRICE.match(question):
        yield _COSTING, _PRICES


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
