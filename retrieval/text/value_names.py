"""What the values that a text states are called: an amount is a price, "16 years old" an age.

So are some in words: "Monday" is a day, "English" a language, "teal" a colour.

A list says "Day ticket: 12 €" and a rule "at least 16 years old"; who asks for the price or whether
minors may come asks for just that, in a word that does not stand there and needn't.
"""

import re
from functools import cache, lru_cache

from retrieval.text.word_patterns import SEARCH_WORD
from retrieval.text.words import stems

__all__ = ["value_names"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"(?<![\w.,])\d[\d.,]{0,14}"

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), names)
    for pattern, names in (
        (
            r"\b\d{1,3}[ -](?:years?|yrs?)[ -](?:old|of age)\b|\b(?:aged?|ages)(?: of)? \d{1,3}\b"
            r"|\b(?:under|over|above|below)[ -]\d{1,2}s\b"
            r"|\b(?:anyone|anybody|child|children|kids?|persons?|people|members?|players?|those|is|are"
            r"|be|if) (?:who are )?(?:under|over|above|below|younger than|older than) \d{1,2}"
            r"(?![\w.,:%]?\w"
            r"| (?!(?:gets|has|needs|pays|is|was|goes|plays|comes|enters|joins)\b)\w+s\b)"
            r"|\b\d{1,2} (?:and|or) (?:older|over|above|up|younger|under)\b"
            r"|\b(?:1[2-9]|2[01])\s?\+(?!\w)",
            "age old young minor underage adult child children kid teen teenager",
        ),
        (
            rf"[$€£¥₹₽]\s?\d|\d\s?[€£₹₽](?!\w)"
            rf"|{_NUMBER}\s?(?:dollars?|euros?|pounds?|cents?|usd|eur|gbp|chf)\b",
            "price cost fee amount money charge",
        ),
        (r"\b\d{1,2}:\d{2}(?![:%]?\d)|\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)", "time hour"),
        (
            rf"\b{_MONTH}\.? \d{{1,4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"
            r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
            "date",
        ),
        (r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w", "email mail address contact"),
        (r"\b(?:https?://|www\.)\w", "link url website site page address"),
        (
            rf"{_NUMBER}\s?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b"
            r"(?![ -](?:old|of age))",
            "time duration period",
        ),
        (rf"{_NUMBER}\s?(?:%|per ?cent\b)", "percentage percent share rate"),
        (rf"{_NUMBER}\s?(?:[kmgt]i?b|(?:kilo|mega|giga|tera)bytes?)\b", "size"),
    )
)


_DAYS = [
    day + end
    for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    for end in ("", "s")
]
_MONTHS = """January February March April June July August September October November
    December""".split()
_IN_MAY = re.compile(r"\b(?:in|of|until|since|from|to|by) May\b")
_LANGUAGES = """
    Arabic Bengali Bulgarian Cantonese Catalan Chinese Croatian Czech Danish Dutch English
    Esperanto Estonian Finnish French Gaelic German Greek Hebrew Hindi Hungarian Icelandic
    Indonesian Irish Italian Japanese Korean Latin Latvian Lithuanian Malay Mandarin Norwegian
    Persian Polish Portuguese Punjabi Romanian Russian Serbian Slovak Slovene Slovenian Spanish
    Swahili Swedish Tamil Thai Turkish Ukrainian Urdu Vietnamese Welsh Yiddish""".split()
_COLOURS = frozenset(
    """amber beige black blue bronze brown crimson cyan golden gray green grey indigo magenta maroon
    orange pink purple red scarlet silver teal turquoise violet white yellow""".split()
)
_DAY, _MONTH_NAME, _LANGUAGE, _COLOUR = "day weekday", "month", "language", "colour color"
_CAPITALISED = {
    **dict.fromkeys(_DAYS, _DAY),
    **dict.fromkeys(_MONTHS, _MONTH_NAME),
    **dict.fromkeys(_LANGUAGES, _LANGUAGE),
}
"""Looked up word by word: patterns that try each of these at each word take ten times as long."""


@lru_cache(maxsize=4_096)
def value_names(text: str) -> frozenset[str]:
    """Return the stems of the words for the values that a text states; empty: it states none."""
    words = set(SEARCH_WORD.findall(text))
    found = [_CAPITALISED[word] for word in words & _CAPITALISED.keys()]
    if "May" in words and _IN_MAY.search(text):
        found.append(_MONTH_NAME)
    if not _COLOURS.isdisjoint(map(str.lower, words)):
        found.append(_COLOUR)
    if any(map(str.isdigit, text)) or "@" in text or "://" in text:
        found += [names for form, names in _FORMS if form.search(text)]
    return frozenset().union(*map(_stems, found))


@cache
def _stems(names: str) -> frozenset[str]:
    return stems(names)
