"""Questions when something is, and sentences that say a time.

"When can I visit the ward" is answered by "Visiting hours are from ten to seven", and not by "The
ward can be reached on extension 2388".
"""

import re

from retrieval.text.word_patterns import WEEKDAYS

__all__ = ["asks_when", "names_time"]

_ASKED = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:(?:from|until|till|since|by|at|on) )?"
    # "When it rains, what do I do?" asks for something else.
    r"(?!when\b[^?,]*,\s+(?:what|who|whom|which|how|where|why)\b)"
    r"(?:when|(?:what|which) (?:time|day|date|hours?|month|year))\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december|(?:in|of|by"
    r"|since|until|till|from|to) may)"
)
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SAID = re.compile(
    rf"\b(?:{WEEKDAYS}\b|{_MONTH}\b|\d{{1,2}}[:.]\d{{2}}\b|{_HOUR}(?: ?[ap]\.?m\b| o['’]clock)"
    rf"|(?:at|from|until|till|by|before|after|between|past) (?:half past )?{_HOUR}\b(?! per| %)"
    r"|(?:1[0-9]|20)\d{2}\b|(?:noon|midnight|dawn|dusk|sunset|sunrise|daily|weekdays?|weekends?"
    r"|tomorrow|tonight|easter|christmas|spring|summer|autumn|winter)\b"
    r"|(?:every|each) (?:\w+ )?(?:day|morning|evening|night|week|month|year|hour)\b"
    r"|(?:before|after|until|once|as soon as|whenever) the\b|within \w+ (?:hours|days|weeks)\b)",
    re.IGNORECASE,
)


def asks_when(question: str) -> bool:
    """Tell whether a question asks for a time, in English."""
    return _ASKED.match(question) is not None


def names_time(sentence: str) -> bool:
    """Tell whether a sentence names a time: of a day, a week or a year."""
    return _SAID.search(sentence) is not None
