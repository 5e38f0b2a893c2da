"""Questions for when something began, and sentences that say since when.

"When did the fighting start?" is answered by "Since September 27th, forces have been locked in
clashes", while "the fighting broke out" shares its words and gives no date.
"""

import re

__all__ = ["asks_for_beginning", "says_since_when"]

_BEGIN = r"(?:begin|began|begun|start(?:ed)?|commence[d]?|break\s+out|broke\s+out|erupt(?:ed)?)"
_ASKED = re.compile(
    rf"\bwhen\s+(?:did|does|has|have|had|was|were|will)\b.*\b{_BEGIN}\b|\bsince\s+when\b"
    r"|\bhow\s+long\s+(?:have|has)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WHEN = (
    rf"(?:{_MONTH}\s+\d|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{4}}"
    r"|\d{4}-\d\d|(?:1\d|20)\d\d\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|the\s+(?:early|mid|late)\b|last\s+(?:week|month|year|spring|summer|autumn|winter))"
)
_SAID = re.compile(
    rf"\bsince\s+(?:\w+\s+){{0,2}}?{_WHEN}|\b(?:from|beginning|starting|as\s+of)\s+(?:\w+\s+){{0,2}}?{_WHEN}"
    rf"|\b(?:beg[au]n|started|starts|begins|broke\s+out|erupted|commenced)\b[^.;]{{0,60}}?\b{_WHEN}",
    re.IGNORECASE,
)


def asks_for_beginning(question: str) -> bool:
    """Tell whether a question asks when something began, or since when it has lasted."""
    return _ASKED.search(question) is not None


def says_since_when(sentence: str) -> bool:
    """Tell whether a sentence gives the date from which something has been."""
    return _SAID.search(sentence) is not None
