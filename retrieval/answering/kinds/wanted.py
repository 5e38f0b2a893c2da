"""What kind of answer a question asks for, and what a sentence of that kind gains by it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from retrieval.answering.kinds.ages import asks_for_age, names_age
from retrieval.answering.kinds.allowances import asks_who_may, says_who_may
from retrieval.answering.kinds.beginnings import asks_for_beginning, says_since_when
from retrieval.answering.kinds.countries import asks_for_countries, names_countries
from retrieval.answering.kinds.obligations import asks_whether_needed, says_whether_needed
from retrieval.answering.kinds.origins import asks_for_origin, names_origin
from retrieval.answering.kinds.refusals import asks_why_not, denies
from retrieval.answering.kinds.roles import names_holder, role_question
from retrieval.answering.kinds.statements import (
    asks_for_saying,
    gives_saying,
    reports,
    whose_saying,
)
from retrieval.answering.kinds.sums import asks_for_sum, names_sum
from retrieval.answering.kinds.times import asks_when, names_time

__all__ = ["WantedKind", "wanted_kind"]

_BESIDE = 0.14
"""What is named stands right beside it: it comes before those that only use the question's words,
and not before one that is far better."""
_AGE = 0.13
"""Who asks whether minors may shares no word with the age that is said; few sentences say one."""
_FORM = 0.06
_NEEDED = 0.07
_WHOLE = 0.12
_TIME = 0.03
"""Not in a follow-up, where what is asked about may lie farther off than any time."""
_EITHER = 0.04
"""Of two as good, the first."""

_KINDS: tuple[tuple[Callable[[str], bool], Callable[[str], bool], float], ...] = (
    (asks_for_sum, names_sum, _EITHER),
    (asks_for_age, names_age, _AGE),
    (asks_whether_needed, says_whether_needed, _NEEDED),
    (asks_for_countries, names_countries, _FORM),
    (asks_for_beginning, says_since_when, _FORM),
    (asks_for_origin, names_origin, _FORM),
    (asks_why_not, denies, _EITHER),
    (asks_for_saying, gives_saying, _EITHER),
)


@dataclass(frozen=True, slots=True)
class WantedKind:
    """A kind of answer."""

    holds: Callable[[str], bool]
    """Tells whether a sentence is of that kind."""
    gain: float
    """What the score of such a sentence is raised by."""
    whole: float = 0.0
    """What it is raised by besides where the sentence has every other word of the question, or its
    synonym: it says what is asked for in so many words."""


def wanted_kind(question: str, *, alone: bool = True) -> WantedKind | None:
    """Return the kind that a question asks for; None where its form doesn't tell.

    Args:
        question: Without what a conversation adds.
        alone: It is no follow-up.
    """
    role = role_question(question)
    if role is not None:
        return WantedKind(partial(names_holder, asked=role), _BESIDE)
    who = whose_saying(question)
    if who is not None:
        return WantedKind(partial(reports, who=who), _BESIDE)
    verb = asks_who_may(question)
    if verb is not None:
        return WantedKind(partial(says_who_may, verb=verb), _FORM)
    for asks, holds, gain in _KINDS:
        if asks(question):
            return WantedKind(holds, gain, _WHOLE if gain in (_FORM, _AGE) else 0.0)
    return WantedKind(names_time, _TIME) if alone and asks_when(question) else None
