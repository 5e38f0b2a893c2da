"""Questions for a quantity, and sentences that have none of its kind.

"How many kayaks are there?" is not answered by "Kayaks are locked up by seven", whose number
is a time of day, nor "How long is the tunnel?" by when it was dug, nor "How much is a tour?" by
when it begins.
"""

import re

from retrieval.answering.confidence.prices import names_price
from retrieval.text.word_patterns import TIME_UNITS
from retrieval.text.words import read

__all__ = ["lacks_quantity"]

_MANY = re.compile(r"\bhow\s+many\s+(?P<of>[\w-]+)", re.IGNORECASE)
_LONG = re.compile(r"\bhow\s+long\b", re.IGNORECASE)
_OLD = re.compile(r"\bhow\s+old\s+(?:is|are|was|were)\b", re.IGNORECASE)
_COST = re.compile(
    r"\bhow\s+much\s+(?:is|are|was|were)\s+(?!left\b|needed\b|enough\b|it\b|that\b|there\b)\w"
    r"|\bhow\s+much\s+(?:does|do|did|will|would)\b.{1,80}\bcost\b",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"{TIME_UNITS}|dollars?|euros?|pounds?|cents?|francs?", re.IGNORECASE)
"""What is counted in numbers of a clock, of a calendar and of money."""
_SUM = re.compile(
    r"[$€£¥]\s?\d[\d.,]*(?:\s?(?:thousand|million|billion)\b)?|\d[\d.,]{0,30}\s?(?:[€£]|(?:dollars?"
    r"|euros?|pounds?|cents?|francs?)\b)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_LABELS = (
    "rank|level|line|page|room|floor|route|step|rule|section|chapter|number|week|platform|gate|bus"
    "|tier|stage|flat|grade|row|seat|table|part|version|figure|plot|cabin|phase|season|episode|round"
    "|group|zone|paragraph|clause|building|channel|lane|slide"
)
"""What a number behind it only names."""
_TIMES = re.compile(
    rf"""\b\d{{1,2}}:\d{{2}}(?:\s?[ap]\.?m)?\b | \b\d{{1,2}}(?:\.\d\d)?\s?[ap]\.?m\b
    | \b\d{{1,2}}\s+o['’]clock\b | \b\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}\b
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b | \b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b
    | \b(?:{_LABELS})\s+(?:no\.?\s*)?\d{{1,4}}\b
    | \b(?:1[5-9]|20)\d\d\b(?!\s+(?!and\b|to\b|in\b|at\b|by\b|was\b|the\b)[a-z]{{3}})
    | \b(?:by|at|until|till|from|before|after|past|since)\s+
      (?:half\s+past\s+|quarter\s+(?:past|to)\s+)?
      (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,2}})\b
      (?=\W*$|[,.;!?](?!\d)|\s+(?:in|on|at|to|until|till|and|or|sharp|every|from)\b)
    | \b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth
      |once)\b
    | ^\W*\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[.)]?\s(?!{TIME_UNITS}\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Numbers that count nothing: of a clock, a calendar, an order or a clause."""
_LETTERED = re.compile(
    r"\b(?:fourteen|sixteen|seventeen|eighteen|nineteen|seventy|eighty|ninety)\b", re.IGNORECASE
)
"""Numbers that no list of common words has."""
_ONE = re.compile(
    r"\b(?:the|only|this|that|which|no|any|every|each|some)\s+(?:[a-z]+\s+)?one\b", re.IGNORECASE
)
"""The pronoun."""
_COUNTS = re.compile(
    r"\b(?:an?|no|none|all|both|every|each|several|few|many|multiple|single|only|pair|couple"
    r"|dozens?|hundreds?|thousands?|millions?|unlimited|any|another|majority|most|some|never)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    rf"\b(?:{TIME_UNITS}|until|till|as\s+long|so\s+long|forever|indefinite(?:ly)?|permanent(?:ly)?"
    r"|lifetime|whole|all|overnight|never|always|unlimited|limit|expires?|moment|while|term|seasons?"
    r"|mornings?|evenings?|afternoons?|noon|midnight|between|daily|weekly|monthly|yearly|immediately"
    r"|instant(?:ly)?|at\s+once|end|from\b.*\bto|no\b.*\blonger|rest)\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:centur(?:y|ies)|(?:years?|months?|weeks?|days?)|adults?|minors?|any\s+age|decades?"
    r"|ancient|medieval|born|newborn|\w*teens?)\b|\d\+",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:included?|includes|donat\w+|half|double|twice|nothing|no\s+(?:charge|fee|cost)|free)\b",
    re.IGNORECASE,
)


def lacks_quantity(question: str, sentence: str) -> bool:
    """Tell whether a question asks how many, how long, how old or how much, and nothing says it.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    many = _MANY.search(question)
    if many is not None:
        left = sentence if _UNIT.fullmatch(many["of"]) else _SUM.sub(" ", _uncounted(sentence))
        return not (_has_number(left) or _COUNTS.search(sentence))
    if _LONG.search(question):
        return not (_has_number(_uncounted(sentence)) or _LASTS.search(sentence))
    if _OLD.search(question):
        return not (_has_number(_ONE.sub(" ", sentence)) or _AGED.search(sentence))
    if _COST.search(question):
        says = _PAID.search(sentence) or names_price(sentence)
        return not (says or _has_number(_uncounted(sentence)))
    return False


def _has_number(words: str) -> bool:
    is_figure = any(map(str.isdigit, words))
    return is_figure or _LETTERED.search(words) is not None or any(w.number for w in read(words))


def _uncounted(sentence: str) -> str:
    """Return a sentence without the numbers that count nothing."""
    return _ONE.sub(" ", _TIMES.sub(" ", sentence))
