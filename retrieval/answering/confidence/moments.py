"""Questions when something is, and sentences that tell no time at all.

"When does the cloakroom open?" is not answered by "Hats go to the cloakroom on the fifth floor".
Whatever may be a time, or another event by which one is told, counts as one.
"""

import re
from collections.abc import Sequence, Set

from retrieval.answering.kinds.times import asks_when
from retrieval.text.word_patterns import TIME_UNITS, WEEKDAYS
from retrieval.text.words import Word, content_stems, read

__all__ = ["lacks_time", "tells_other_end"]

_TELLS = re.compile(
    r"""\b(?: (?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:days?)?
    | jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)?
    | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)?
    | spring | summer | autumn | winter | centur\w+ | decades? | today | yesterday | tomorrow
    | tonight | days? | nights? | week\w* | fortnight\w* | months? | monthly | years? | yearly
    | annual\w* | seasons? | noon | midday | midnight | mornings? | afternoons? | evenings? | dawn
    | dusk | sunrise | sunset | hours? | hourly | minutes? | seconds? | o['’]clock | daily | nightly
    | after | before | when | whenever | while | during | since | until | till | once | then | now
    | soon | later | earlier | always | never | any\s?time | at\ once | immediately | automatically
    | straight\s?away | ago | recent\w* | current\w* | already | yet | christmas | easter | term
    | time | in\ advance
    | if | reign | start | end | beginning | clos(?:e|es|ed|ing) | opening | arrival
    | next | following )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMING = re.compile(
    r"\b(?:spring|summer|autumn|winter|nights?|nightly|days?|daily|weeks?|weekly|months?|monthly|years?"
    r"|yearly|annual\w*|mornings?|afternoons?|evenings?|christmas|easter|seasons?|term|time|next"
    r"|following|start|end|beginning|opening|closing)\b",
    re.IGNORECASE,
)
"""What tells no time where it is a part of what the question speaks of: "the monthly challenge"."""
_UNTIMED = re.compile(
    r"[$€£¥]\s?\d[\d.,]*+|(?<![\w.,])\d[\d.,]*+\s?(?:[€£]|(?:dollars?|euros?|pounds?|cents?|francs?)\b)"
    r"|\b(?:phone|tel(?:ephone)?|fax|mobile|ext(?:ension)?|room)\b\W{0,3}\+?\d[\d ()/-]{1,20}",
    re.IGNORECASE,
)
"""Numbers that are no time: sums, and by what somebody is reached."""
_FOR_SO_LONG = re.compile(
    rf"\b(?:for|lasts?|takes?)\s+(?:about\s+|around\s+|up\s+to\s+)?[\w.,]{{1,12}}\s+(?:{TIME_UNITS}|evenings?|mornings?|afternoons?|weekends?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b(?:(?:on|every|each|of)\s+)?{WEEKDAYS}\b", re.IGNORECASE)
_CLOCK_ASKED = re.compile(r"\bwhat\s+time\b", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+"
    r"(?:floor|stor(?:y|ey)|aid|class|street|avenue|step|door|row|prize|place|attempt|offence"
    r"|warning|ring)s?\b",
    re.IGNORECASE,
)
_BEGIN = r"(?:begin|start|open|commence)"
_END = r"(?:end|finish|close|stop)"
_FORMS = r"(?:s|es|d|ed|ing|ning|ping)?\b"
_BEGINS, _ENDS = (
    re.compile(rf"\b{verb}{_FORMS}|\b{past}\b", re.IGNORECASE)
    for verb, past in ((_BEGIN, r"(?:began|begun|opening)"), (_END, "(?:over|closing)"))
)
_ASKS_ONE_END = re.compile(
    rf"\b(?:do|does|did|will|is|are)\b.{{1,80}}?\b(?:(?P<begin>{_BEGIN})|(?P<end>{_END}))(?:s|ing)?\W*$",
    re.IGNORECASE,
)
_BOTH_ENDS = re.compile(
    r"\b(?:from|between)\b.*\b(?:to|and|until|till)\b|\b(?:until|till|through|lasts?|lasted|takes?"
    r"|long|for)\b|\d\s?(?:[–—-]|to)\s?\d",
    re.IGNORECASE,
)


def tells_other_end(question: str, sentence: str) -> bool:
    """Tell whether a question asks when something ends, and a sentence only says when it begins.

    Or the other way round.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    asked = _ASKS_ONE_END.search(question) if asks_when(question) else None
    if asked is None or _BOTH_ENDS.search(sentence):
        return False
    wanted, other = (_BEGINS, _ENDS) if asked["begin"] else (_ENDS, _BEGINS)
    return other.search(sentence) is not None and wanted.search(sentence) is None


def lacks_time(question: str, sentence: str) -> bool:
    """Tell whether a question asks when, and a sentence has nothing by which a time is told.

    "What time" is not told by the name of a day, nor any time by how many of them there are.

    Args:
        question: One that stands alone.
        sentence: What may answer, with all that stands above it.
    """
    if not asks_when(question):
        return False
    end = _ASKS_ONE_END.search(question)
    if end is not None and end["begin"]:
        sentence = _FOR_SO_LONG.sub(" ", sentence)
    told = _DAY.sub(" ", sentence) if _CLOCK_ASKED.search(question) else sentence
    spoken_of = {word.casefold() for word in _NAMING.findall(question)}
    if any(found.casefold() not in spoken_of for found in _TELLS.findall(told)):
        return False
    left = read(_PLACED.sub(" ", _UNTIMED.sub(" ", sentence)))
    numbers = [at for at, word in enumerate(left) if _is_number(word)]
    return all(_counts_asked(left, at, content_stems(question)) for at in numbers)


def _is_number(word: Word) -> bool:
    return word.number or any(map(str.isdigit, word.text))


def _counts_asked(words: Sequence[Word], at: int, asked: Set[str]) -> bool:
    """Tell whether a number counts some of what a question names: "three monthly raffles".

    In digits it may as well be a time of day or a year.
    """
    if not words[at].text.isalpha():
        return False
    behind = words[at + 1 : at + 3]
    return any(word.stem in asked and word.lower.endswith("s") for word in behind)
