"""Questions for a quantity, and sentences that have none of its kind.

"How many kayaks are there?" is not answered by "Kayaks are locked up by seven", whose number
is a time of day, nor "How long is the tunnel?" by when it was dug, nor "How much is a tour?" by
when it begins.
"""

import re
from collections.abc import Set

from retrieval.answering.confidence.prices import names_price
from retrieval.answering.kinds.sums import asks_for_sum
from retrieval.text.thesaurus import synonyms
from retrieval.text.word_patterns import TIME_UNITS
from retrieval.text.words import Word, content_stems, read, stem, stems

__all__ = ["lacks_quantity"]

_MANY = re.compile(
    r"\bhow\s+many\s+(?:(?:different|other|new|more)\s+)?(?P<of>[\w-]+(?:\s+(?!(?:do|does|did|is|are"
    r"|was|were|can|could|may|must|will|would|should|have|has|had|to|of|in|on|at|for|per|from|there|i"
    r"|we|you|they)\b)[\w-]+){0,2})",
    re.IGNORECASE,
)
_LONG = re.compile(r"\bhow\s+long\b", re.IGNORECASE)
_OLD = re.compile(r"\bhow\s+old\s+(?:is|are|was|were)\b", re.IGNORECASE)
_COST = re.compile(
    r"\bhow\s+much\s+(?:is|are|was|were)\s+(?!left\b|needed\b|enough\b|it\b|that\b|there\b)\w"
    r"|\bhow\s+much\s+(?:does|do|did|will|would)\b.{1,80}\bcost\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\bhow\s+(?P<measure>tall|high|deep|wide|big|large|heavy|far)\b", re.IGNORECASE
)
_MUCH = re.compile(r"^\W*(?:(?:and|so|but)\s+)?how\s+much\b", re.IGNORECASE)
_ELSE = re.compile(r"\W*(?:by |until |since )?(?:when|where|who)\b", re.IGNORECASE)
_UNIT = re.compile(
    rf"\b(?:{TIME_UNITS}|times|dollars?|euros?|pounds?|cents?|francs?)\b", re.IGNORECASE
)
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
    | ^\W*\d{{1,3}}(?:(?:\.\d{{1,3}}){{1,3}}[.)]?|[.)])\s
      (?!(?:{TIME_UNITS}|[cmk]?m|k?g|[cm]?l|[kmgt]?b|euros?|pounds?|dollars?|lit(?:er|re)s?|cups?)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Numbers that count nothing: of a clock, a calendar, an order or a clause."""
_RUN = r"(?<![\w.,])[\w.,]{1,20}"
_DIGITS = r"(?<![\d.,])\d[\d.,]{0,20}"
_TIME = re.compile(
    rf"{_DIGITS}\s?(?:%|per\s?cent\b)|(?:{_RUN}\s|\b){TIME_UNITS}\b|\b(?:1[5-9]|20)\d\d\b|\bone\b",
    re.IGNORECASE,
)
_LASTING = re.compile(rf"{_RUN}[\s-]{TIME_UNITS}\b", re.IGNORECASE)
_TIME_OF = re.compile(
    rf"{_RUN}[\s-]{TIME_UNITS}['’]?(?P<of>(?:\s+(?:of|paid|annual|yearly|full)){{0,3}}\s+[a-z-]{{3,30}})",
    re.IGNORECASE,
)
"""So much time that is counted as what it is given for: "28 days of annual leave"."""
_WEIGHT = re.compile(rf"{_RUN}\s?(?:kg|kilos?|tons?|tonnes?|grams?)\b", re.IGNORECASE)
_LENGTH = re.compile(rf"{_DIGITS}\s?(?:[cmk]?m|(?:centi|kilo)?met(?:er|re)s?)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    rf"{_RUN}[\s-]{{1,3}}(?:{TIME_UNITS}|times|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|people"
    r"|persons?|participants|members|tablets)\b|\b[A-Za-z]{1,12}\d{1,12}\b",
    re.IGNORECASE,
)
"""Numbers that are no price: of time, of length, of people, of a model."""
_BEFORE, _BEHIND = 4, 6
"""Words between a number and what it counts."""
_ARTICLES = frozenset({"a", "an"})
_EACH = frozenset({"each", "every"})
"""Of each there may be any number."""
_LABELLED = re.compile(
    r"\b(?P<thing>[^\W\d_]{3,})\s+\d{1,3}(?:\s*(?:to|and|or|[,–—-])\s*\d{1,3}){0,9}\b",
    re.IGNORECASE,
)
_NEXT = 2
_OF_SUMS = frozenset({"big", "large"})
"""How big a loan is, a sum tells."""
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
    rf"\b(?:{TIME_UNITS}|until|till|since|as\s+long|so\s+long|forever|indefinite(?:ly)?|permanent(?:ly)?"
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
_FREQUENT = re.compile(
    rf"\b(?:of\s+)?(?:every|each|per)\s+(?:\w+\s+){{0,2}}?{TIME_UNITS}\b"
    rf"|\b(?:once|twice|times)\s+(?:an?|per|every|each|in)\s+(?:\w+\s+)?{TIME_UNITS}\b",
    re.IGNORECASE,
)
"""How often something is, which is not how long it lasts."""
_REPEATED = re.compile(rf"{_RUN}\s+times\b", re.IGNORECASE)
_INCLUDED_IN = re.compile(
    r"\bincluded\s+(?:in|with)\s+(?:(?:the|your|our|an?|any|every|each|all)\s+)?(?P<whole>[^.;,]{3,40})",
    re.IGNORECASE,
)
_PRICE = stems("price cost rate fee rent fare")
_PAID = re.compile(
    r"\b(?:included?|includes|donat\w+|half|double|twice|nothing|no\s+(?:charge|fee|cost)|free)\b",
    re.IGNORECASE,
)


_SOME = re.compile(
    r"\b(?:lot|little|half|all|nothing|none|as\s+much|double|twice|enough|much|most|any|some|unlimited"
    r"|free|more|less|whole|full|quarter|third|bit|rest|everything|no|few|minimum|maximum"
    # "You lose a tenth of your copper."
    r"|(?:an?|one|two|three|four|five|seven|nine)[\s-](?:fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|twentieth|hundredth)s?)\b",
    re.IGNORECASE,
)

_DEPENDS = re.compile(
    r"\b(?:numbers?|amounts?|sizes?|lengths?|costs?|prices?|time)\b[^.;:]{0,80}?"
    r"\b(?:depends?\s+(?:up)?on|var(?:y|ies)\s+(?:by|with)|is\s+based\s+on)\b",
    re.IGNORECASE,
)
"""What says of a quantity, instead of how large it is, what decides that."""


def lacks_quantity(question: str, sentence: str, above: str = "") -> bool:
    """Tell whether a question asks how many, how long, how old or how much, and nothing says it.

    Args:
        question: One that stands alone.
        sentence: What may answer.
        above: What it is read with.
    """
    if "how" not in question.lower() and not asks_for_sum(question):
        return False
    said = f"{above} {sentence}" if above else sentence
    if _DEPENDS.search(said):
        return False
    many, measured = _MANY.search(question), _MEASURED.search(question)
    if many is not None:
        return _lacks_count(many["of"], said, beside=not above)
    if _LONG.search(question):
        return not (
            _has_number(_SUM.sub(" ", _uncounted(said))) or _LASTS.search(_FREQUENT.sub(" ", said))
        )
    if _OLD.search(question):
        return not (_has_number(_ONE.sub(" ", said)) or _AGED.search(said))
    if measured is not None:
        return not _has_number(_unmeasured(measured["measure"].lower(), said))
    if _PAID.search(_without_wholes(said, question)):
        return False
    if _COST.search(question) or (asks_for_sum(question) and not _ELSE.match(question)):
        left = _OF_OTHERS.sub(" ", _uncounted(said))
        return not (names_price(left) or _has_number(left))
    if _MUCH.match(question):
        return not (_has_number(_uncounted(said)) or _SOME.search(said))
    return False


def _lacks_count(of: str, said: str, *, beside: bool) -> bool:
    """Tell whether no number counts things; ``beside``: where they are named, right beside them."""
    if _UNIT.search(of):
        return not (_has_number(said) or _COUNTS.search(said))
    counted, wanted = _SUM.sub(" ", _uncounted(said)), stems(of)
    if any(_is_thing(stems(one["of"]), wanted) for one in _TIME_OF.finditer(counted)):
        return False
    left = _unlabelled(_REPEATED.sub(" ", _LASTING.sub(" ", counted)), wanted)
    words = read(left)
    named = [at for at, word in enumerate(words) if _is_thing({word.stem}, wanted)]
    if not beside or not named:
        return not (_has_number(left) or _COUNTS.search(said))
    return not any(
        _is_number(word) or (at < thing and _counts(word, thing - at))
        for thing in named
        for at, word in enumerate(words)
        if thing - _BEFORE <= at < thing or thing < at <= thing + _BEHIND
    )


def _is_thing(said: Set[str], wanted: Set[str]) -> bool:
    return any({one, *synonyms(one)} & wanted for one in said)


def _unlabelled(text: str, things: Set[str]) -> str:
    """Return a text without the numbers that are names of things: "turbines 1 to 4"."""

    def left(found: re.Match[str]) -> str:
        return " " if stem(found["thing"].lower()) in things else found[0]

    return _LABELLED.sub(left, text)


def _without_wholes(said: str, question: str) -> str:
    """Return a text without what something is included in, where the price of that is asked."""
    wholes = list(_INCLUDED_IN.finditer(said))
    asked = content_stems(question) if wholes else frozenset()
    for found in wholes:
        if content_stems(found["whole"]) - _PRICE & asked:
            said = said.replace(found[0], " ")
    return said


def _counts(word: Word, before: int) -> bool:
    """Tell whether a word counts what stands so many words behind it: "several", "a blue"."""
    if word.lower in _EACH:
        return False
    if word.lower in _ARTICLES:
        return before <= _NEXT
    return _COUNTS.fullmatch(word.lower) is not None


def _unmeasured(measure: str, said: str) -> str:
    """Return a text without the numbers that don't measure how high, wide or heavy something is."""
    if measure == "far":
        return _ONE.sub(" ", said)
    left = _TIME.sub(
        " ", _uncounted(said) if measure in _OF_SUMS else _SUM.sub(" ", _uncounted(said))
    )
    return _LENGTH.sub(" ", left) if measure == "heavy" else _WEIGHT.sub(" ", left)


def _has_number(text: str) -> bool:
    return any(map(_is_number, read(text)))


def _is_number(word: Word) -> bool:
    has_digit = any(map(str.isdigit, word.text))
    return has_digit or word.number or _LETTERED.fullmatch(word.lower) is not None


def _uncounted(sentence: str) -> str:
    """Return a sentence without the numbers that count nothing."""
    return _ONE.sub(" ", _TIMES.sub(" ", sentence))
