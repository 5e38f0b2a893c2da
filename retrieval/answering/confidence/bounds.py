"""What is said of another value of a setting, or of another one in a row.

"What is the longest a poll may run?" is not answered by how long it runs by default, nor "Who is
the final boss?" by who is the third.
"""

import re

from retrieval.text.words import stem

__all__ = ["asks_for_bound_or_place", "tells_other_bound", "tells_other_place"]

_MOST = re.compile(
    r"\b(?:max(?:imum|imal)?|at\s+most|longest|largest|biggest|highest|greatest|upper\s+limit)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:min(?:imum|imal)|at\s+least|shortest|smallest|lowest|fewest|lower\s+limit)\b",
    re.IGNORECASE,
)
_DEFAULT = re.compile(r"\b(?:by\s+|the\s+)?defaults?\b", re.IGNORECASE)
_ANY_BOUND = re.compile(
    r"\b(?:max\w*|min(?:imum|imal)?|most|least|longest|largest|biggest|highest|greatest|shortest"
    r"|smallest|lowest|fewest|limit\w*|up\s+to|no\s+(?:more|less|fewer|longer|higher|lower)|exceed\w*"
    r"|cap|capped|between|range\w*|from\b[^.]{1,40}\bto|than|only|any|unlimited)\b"
    r"|\d\s?[–-]\s?\d|[<>≤≥]",
    re.IGNORECASE,
)
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|\\d{1,2}th|last"
    "|final"
)
_PLACED = re.compile(rf"\b(?P<place>{_ORDINALS})\s+(?P<thing>[a-z]{{3,}})\b", re.IGNORECASE)
_SAME = {"1st": "first", "2nd": "second", "3rd": "third", "last": "final"}
_TIMES = frozenset(
    map(stem, "time day week month year hour minute night century half quarter floor of".split())
)


def asks_for_bound_or_place(question: str) -> bool:
    """Tell whether a question asks about the most or the least, or about one in a row."""
    return any(pattern.search(question) for pattern in (_MOST, _LEAST, _PLACED))


def tells_other_bound(question: str, said: str) -> bool:
    """Tell whether a question asks for the most or the least, and only a default is said.

    Args:
        question: One that stands alone.
        said: What may answer, with all that it is read with.
    """
    if not (_MOST.search(question) or _LEAST.search(question)) or _DEFAULT.search(question):
        return False
    return _DEFAULT.search(said) is not None and _ANY_BOUND.search(said) is None


def tells_other_place(question: str, said: str) -> bool:
    """Tell whether a question asks about one in a row, and only another one is spoken of.

    Args:
        question: One that stands alone.
        said: What may answer, with all that it is read with.
    """
    asked = _placed(question)
    if len(asked) != 1:
        return False
    ((thing, places),) = asked.items()
    told = _placed(said).get(thing, set())
    # "The finals" may well be the final round.
    return bool(told) and told.isdisjoint(places) and not any(one in said.lower() for one in places)


def _placed(text: str) -> dict[str, set[str]]:
    """Return the places in a row that are spoken of, by the stem of what stands in it."""
    found: dict[str, set[str]] = {}
    for one in _PLACED.finditer(text):
        thing, place = stem(one["thing"].lower()), one["place"].lower()
        if thing not in _TIMES:
            found.setdefault(thing, set()).add(_SAME.get(place, place))
    return found
