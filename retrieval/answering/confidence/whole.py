"""Sentences that have every word of a question and what it asks for, whatever vectors make of them.

"How much is admission?" is answered by "Admission is 8 crowns", and "what day was the phone call?"
by "spoke on the phone on Monday": a short question beside a sentence about more than that has a low
cosine, and an answer reader that has learnt from encyclopaedias sees little in either. Where the
question word tells what to look for, it is looked for instead. Of 2,000 questions of squad2-a, 177
have such a sentence first, and none of these stood below a probability of .23.
"""

import re

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.prices import names_price, price_words
from retrieval.answering.confidence.questions import Wanted, framing, wanted
from retrieval.answering.kinds.roles import ROLES
from retrieval.answering.kinds.statements import asks_for_saying, reports, says_something
from retrieval.answering.kinds.sums import asks_for_sum
from retrieval.text.word_patterns import CAPITALISED, TIME_UNITS
from retrieval.text.words import Word, read, stems

__all__ = ["says_whole"]

_MEASURED = re.compile(
    r"\bhow\s+(?P<measure>much|many|long|far|tall|high|deep|wide|big|large|old|fast|heavy|often)\b"
    r"\s*(?P<of>[\w-]*)",
    re.IGNORECASE,
)
_LENGTHS = (
    r"(?:[mck]?m|(?:milli|centi|kilo)?met(?:er|re)s?|inch(?:es)?|foot|feet|ft|yards?|miles?|blocks?"
    r"|chunks?)"
)
_FIGURE = (
    r"(?:(?<![\w.,])\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|half|an?))"
)
_SOME_TIME = re.compile(rf"{_FIGURE}[\s-]+(?:and\s+a\s+half\s+)?{TIME_UNITS}\b", re.IGNORECASE)
_SOME_LENGTH = re.compile(rf"{_FIGURE}[\s-]*{_LENGTHS}\b", re.IGNORECASE)
_HOLDS = {
    "long": re.compile(rf"{_SOME_TIME.pattern}|{_SOME_LENGTH.pattern}", re.IGNORECASE),
    "far": re.compile(rf"{_SOME_TIME.pattern}|{_SOME_LENGTH.pattern}", re.IGNORECASE),
    "tall": _SOME_LENGTH,
    "high": _SOME_LENGTH,
    "deep": _SOME_LENGTH,
    "wide": _SOME_LENGTH,
    "big": re.compile(
        rf"{_SOME_LENGTH.pattern}|\d\s?(?:[kmgt]i?b|bytes|ha|acres?|hectares?|people|seats)\b",
        re.IGNORECASE,
    ),
    "old": re.compile(rf"{_FIGURE}[\s-]+years?\b|\b(?:aged?|over|under)\s\d", re.IGNORECASE),
    "fast": re.compile(r"\d\s?(?:km/h|kph|mph|m/s|knots?|[kmg]bit|fps|hz|ghz)\b", re.IGNORECASE),
    "heavy": re.compile(
        rf"{_FIGURE}[\s-]*(?:g|kg|grams?|kilos?|tons?|tonnes?|pounds?|lbs?)\b", re.IGNORECASE
    ),
    "often": re.compile(
        r"\b(?:every|once|twice|daily|weekly|monthly|yearly|hourly|annually|times?\s+an?)\b",
        re.IGNORECASE,
    ),
}
_HOLDS["large"] = _HOLDS["big"]
_PLACE = re.compile(
    r"\b(?:in|at|on(?!\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\s+\d)|near|beside|behind"
    r"|outside|inside|under|opposite|next\s+to|between|above|below|along|around|across)\s+(?:the\s+|an?\s+|our\s+|its\s+|your\s+)?\w",
    re.IGNORECASE,
)
_NAME = rf"(?:(?:Mrs?|Ms|Dr|Prof)\.?\s)?{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}"
_NAMED = re.compile(
    rf"(?P<before>\b(?i:[^.;:!?]{{1,80}}?\s(?:is|are|was|were|by|to|from|with)))\s(?-i:{_NAME})"
    rf"|(?-i:\b{_NAME})\s(?i:is|are|was|were)\s(?P<behind>[^.;:!?]{{1,80}})"
)
_APPOSED = re.compile(rf"(?P<name>{_NAME}),\s(?i:the|an?|our|its|their)\s\w")
_ROLE_STEMS = stems(" ".join(ROLES))
_NEAR = 3
"""Words between a number and what it counts."""


def says_whole(question: str, sentence: str, evidence: Evidence) -> bool:
    """Tell whether a sentence has all words of a question, and a value of the kind it asks for.

    Args:
        question: One that stands alone.
        sentence: The one ranked first.
        evidence: What was found of the two.
    """
    against = (
        evidence.rare,
        evidence.lacking,
        evidence.negated,
        evidence.opposite,
        evidence.number,
        evidence.name,
    )
    if any(against):
        return False
    asked = read(question)
    framed = framing(asked) | price_words(question, sentence)
    content = {word.stem for word in asked if not word.common and word.stem not in framed}
    if not content:
        return False
    if asks_for_saying(question) and says_something(sentence):
        return len(content) > 1 or any(
            reports(sentence, word.text) for word in asked if word.stem in content
        )
    measured = _MEASURED.search(question)
    if measured is not None:
        return _measures(measured["measure"].lower(), measured["of"], sentence)
    if asks_for_sum(question):
        return names_price(sentence)
    kind = wanted(asked)
    if kind is Wanted.TIME:
        return len(content) > 1 and not evidence.unfit
    is_where = any(word.lower == "where" for word in asked)
    if is_where:
        return _PLACE.search(sentence) is not None
    if kind is not Wanted.NAME or evidence.unfit:
        return False
    roles = content & _ROLE_STEMS
    if roles or len(content) == 1:
        return any(_names_who(one, sentence) for one in roles or content)
    return True


def _names_who(role: str, sentence: str) -> bool:
    """Tell whether a name stands right beside what somebody is, or does: "Repairs are done by Ada".

    Args:
        role: The one stem that is asked for.
        sentence: What is said.
    """
    beside = [found["before"] or found["behind"] for found in _NAMED.finditer(sentence)]
    beside += [found["name"] for found in _APPOSED.finditer(sentence)]
    return any(role in stems(one) for one in beside)


def _measures(measure: str, of: str, sentence: str) -> bool:
    match measure:
        case "much":
            return names_price(sentence)
        case "many":
            return _counts(of, read(sentence))
        case _:
            return _HOLDS[measure].search(sentence) is not None


def _counts(of: str, words: tuple[Word, ...]) -> bool:
    """Tell whether a number stands a few words before what is counted."""
    counted = [word.stem for word in read(of)]
    return any(
        word.number and any(other.stem in counted for other in words[at + 1 : at + 1 + _NEAR])
        for at, word in enumerate(words)
    )
