"""What a question word means: what may be said of a thing, and how what tells it is called."""

import re
from collections.abc import Iterator

from retrieval.text.words import stems

__all__ = ["meant_kinds"]

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
_ATTENDING = stems(
    """attend attended attending attendee come came present take took taken part participate
    participated join joined join in on at show up turn meeting meet session assembly committee
    board council call"""
)
_ATTENDANCE = stems("present attendees attendee attendance attending participants attended")
_BEING_AWAY = stems(
    """absent away missing miss missed apology apologies apologise apologize send sent excused
    excuse attend attended attending come came present take took part join joined meeting
    meet session assembly committee board council call"""
)
_ABSENCE = stems("absent absence absences apologies apology excused regrets missing")
_AWAY = re.compile(
    r"\b(?:not|n['’]t|never|absent|away|missing|missed|apolog\w+|excused?)\b|n['’]t\b",
    re.IGNORECASE,
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

_HOW = re.compile(r"^\W*(?:and |so )?how\b", re.IGNORECASE)
_MEASURES = tuple(
    (re.compile(rf"^\W*(?:and |so )?how (?:{words})\b", re.IGNORECASE), stems(doing), stems(kinds))
    for words, doing, kinds in (
        ("high|tall", "high tall up lie", "height altitude elevation"),
        ("deep", "deep", "depth"),
        ("long", "long last take stay", "length duration time distance"),
        ("wide|broad", "wide broad", "width breadth"),
        ("heavy|much", "heavy weigh much", "weight mass"),
        ("big|large|spacious", "big large spacious", "size area dimensions capacity"),
        ("old", "old", "age"),
        ("far", "far away", "distance"),
        ("fast|quick", "fast quick go run", "speed"),
        ("hot|warm|cold", "hot warm cold", "temperature"),
        ("loud|noisy", "loud noisy", "noise volume level"),
        ("many", "many fit hold seat sleep people person guest", "capacity seats places"),
    )
)
_HOW_TO_PAY = re.compile(
    r"^\W*(?:and |so )?(?:can|may|could|do|is|are|how|which|what)\b", re.IGNORECASE
)
_PAYING = stems(
    """pay paid paying card cards cash credit debit accept accepted take taken cheque check
    contactless visa method mode euros coins invoice possible"""
)
_PAYMENTS = stems("payment payments paying pay")


def meant_kinds(question: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield what a question may say of a thing, and how a column that tells it is called.

    Both are stems; a heading is called so, too.
    """
    if _WHERE.match(question):
        yield _BEING_SOMEWHERE, _PLACES
    if _WHO.match(question):
        yield _LOOKING_AFTER, _PEOPLE
        yield (_BEING_AWAY, _ABSENCE) if _AWAY.search(question) else (_ATTENDING, _ATTENDANCE)
    if _WHEN.match(question):
        yield _TAKING_PLACE, _TIMES
    if _PRICE.match(question):
        yield _COSTING, _PRICES
    for pattern, doing, kinds in _MEASURES if _HOW.match(question) else ():
        if pattern.match(question):
            yield doing, kinds
    if _HOW_TO_PAY.match(question):
        yield _PAYING, _PAYMENTS
