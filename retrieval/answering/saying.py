"""Whether two sentences say the same, or different things of the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from retrieval.text.languages.known import ENGLISH
from retrieval.text.languages.phrases import negates
from retrieval.text.search_terms import stop_words
from retrieval.text.words import Word, opposed, read

__all__ = ["Said", "Saying", "compared", "said"]

_SAME = 0.75
"""Share of the words of the shorter of two sentences from which they speak of the same."""
_TELLING = 3
"""So many words a sentence needs for that comparison."""
_DENYING = 2
"""So many where one of two says that what the other says is not so."""
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+|\b[\w.+-]+@[\w-]+\.[\w.]+")
_CODE = re.compile(r"`([^`]+)`")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1000",
    "once": "1",
    "twice": "2",
    "thrice": "3",
    "dozen": "12",
    "noon": "12",
    "midday": "12",
    "noontime": "12",
    "midnight": "0",
}
_MONTHS = frozenset(
    """january february march april may june july august september october november
    december""".split()
)
_VALUES = frozenset(
    f"""{" ".join(day + end for day in _DAYS for end in ("", "s"))}
    weekday weekdays weekend weekends morning mornings afternoon afternoons evening evenings
    dawn dusk sunrise sunset
    hourly daily nightly weekly fortnightly monthly quarterly yearly annually free""".split()
)
"""Words that are as much a value as a figure is: on Fridays, at dusk, weekly."""
_UNITS = frozenset(
    """second minute hour day week month year euro dollar pound cent percent gb mb kb kg g km m cm
    mm mile inch foot litre liter seconds minutes hours days weeks months years euros dollars pounds
    cents miles am pm""".split()
)

_ONE_OF = frozenset(
    """next last previous following coming upcoming past former earlier later first second third
    final previously other""".split()
)
_OFFERED = frozenset("plan plans tier tiers version edition account accounts package".split())
"""What may be called free, as another is called by its name: "the free plan", "the pro plan"."""

_MAY_BE = _DIGITS.keys() | _VALUES | _MONTHS
"""All that `_is_fact` knows besides numbers: most words are none of these."""


class Saying(StrEnum):
    """How what two sentences say compares."""

    SAME = "same"
    DIFFERENT = "different"
    """They speak of the same, and say something else of it."""
    OTHER = "other"
    """They speak of other things, or too little to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a sentence says."""

    words: frozenset[str]
    """The stems of those that say something."""
    facts: frozenset[str]
    """Its numbers, in digits however they are written, and its words that are values."""
    names: frozenset[str]
    units: frozenset[str]
    addresses: frozenset[str]
    """Addresses and pieces of code, as they are written."""
    negates: bool
    one_of: frozenset[str] = frozenset()
    """The stems behind a word that tells one of several apart: of "the next meeting", meeting."""


@lru_cache(maxsize=4_096)
def said(sentence: str, language: str = ENGLISH) -> Said:
    """Read what a sentence says.

    Args:
        sentence: Any.
        language: The ISO 639-1 code of its language.
    """
    words: Sequence[Word] = read(sentence)
    negated = sum(word.negates for word in words) % 2 == 1
    if language != ENGLISH:
        # What is "not" in English is another word in others, or none.
        common, negated = stop_words(language), negates(sentence, language)
        words = [word for word in words if word.lower not in common]
    told = [word for word in words if (word.number or word.lower in _MAY_BE) and _is_fact(word)]
    facts = {word.stem for word in told}
    telling = [word for word in words if not word.common and word.stem not in facts]
    return Said(
        words=frozenset(word.stem for word in telling),
        facts=frozenset(_value(word.lower) for word in told),
        names=frozenset(word.stem for word in telling if word.name),
        units=frozenset(word.stem for word in words if word.lower in _UNITS),
        addresses=_addresses(sentence),
        negates=negated,
        one_of=frozenset(
            word.stem
            for before, word in pairwise(words)
            if before.lower in _ONE_OF or (before.lower == "free" and word.lower in _OFFERED)
        ),
    )


def compared(one: Said, other: Said) -> Saying:
    """Compare two sentences."""
    shorter, longer = one.words, other.words
    if len(longer) < len(shorter):
        shorter, longer = longer, shorter
    shared = shorter & longer
    if len(shared) < _SAME * len(shorter):
        return Saying.OTHER
    told = min(len(one.words) + len(one.facts), len(other.words) + len(other.facts))
    # "Drones may be flown" and "drones may never be flown" are few words and yet no chance.
    denied = one.negates != other.negates and shared == shorter
    enough = told >= (_DENYING if denied else _TELLING)
    if not enough or not shorter:
        return Saying.OTHER
    beyond = longer - shared
    opposite = any(opposed(stem, beyond) for stem in shorter - shared)
    same_facts = one.facts == other.facts and one.units == other.units
    if same_facts and one.negates == other.negates and not opposite:
        same_names = one.names <= other.names or other.names <= one.names
        return Saying.SAME if same_names and _same_addresses(one, other) else Saying.OTHER
    if opposite or one.negates != other.negates:
        return Saying.DIFFERENT
    # "25 days" against "30 days" of the same; "the Hobby plan" and "the Team plan" are two things.
    about_same = not (one.names - other.names and other.names - one.names)
    # "The meeting was on 3 June" and "the next meeting is on 1 July" are two as well.
    if (one.one_of ^ other.one_of) & shared:
        return Saying.OTHER
    whole = not (shorter - shared) or not beyond
    figures = bool(one.facts - other.facts) and bool(other.facts - one.facts)
    return Saying.DIFFERENT if about_same and whole and figures else Saying.OTHER


def _is_fact(word: Word) -> bool:
    if word.number or word.lower in _DIGITS or word.lower in _VALUES:
        return True
    # Without its capital, "may" allows and "march" walks.
    return word.lower in _MONTHS and word.name


def _value(word: str) -> str:
    # "Mondays" and "Monday" are the same day.
    return _DIGITS.get(word) or (word.removesuffix("s") if word in _VALUES else word)


def _addresses(sentence: str) -> frozenset[str]:
    # Few sentences have any, and telling that is ten times as fast as looking for them.
    found = _CODE.findall(sentence) if "`" in sentence else []
    if any(mark in sentence for mark in ("@", "://", "www.")):
        found += _URL.findall(sentence)
    return frozenset(found)


def _same_addresses(one: Said, other: Said) -> bool:
    return one.addresses <= other.addresses or other.addresses <= one.addresses
