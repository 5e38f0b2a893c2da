"""Questions for a price, and sentences that say one, in whatever is paid with."""

import re

from retrieval.answering.kinds.sums import asks_for_sum, names_sum
from retrieval.text.word_patterns import TIME_UNITS
from retrieval.text.words import stem

__all__ = ["asks_price", "names_price", "price_words"]

_WORDS = frozenset(map(stem, "cost price priced pay charge much fee amount money spend".split()))
_NONE: frozenset[str] = frozenset()
_HOW_MUCH = re.compile(r"\bhow much\b", re.IGNORECASE)
_HOW_MUCH_IS = re.compile(r"\bhow much (?:is|are|was|were|for)\b", re.IGNORECASE)
_SOME_OF = re.compile(
    rf"""(?<!at\s)(?<!until\s)(?<!by\s)(?<!level\s)(?<!page\s)(?<!room\s)(?<!number\s)
    (?<![\w.,:/-])\d[\d.,]*\s
    (?!{TIME_UNITS}\b|[mck]?m\b|met(?:er|re)s?\b|feet\b|miles?\b)
    (?!(?:people|persons?|members?|players?|guests?|adults?|children|percent|o['’]clock|and|or|to|on
    |in|at|every|each|daily|for|from|of|the|a|an|is|are|was|were|by|with|per|times?
    |january|february|march|april|may|june|july|august|september|october|november|december)\b)
    [^\W\d]{{3,}}""",
    re.IGNORECASE | re.VERBOSE,
)
"""So many of something that is no time, no length and nobody: crowns, embers."""
_PAID = re.compile(r"\b(?:free|gratis|no charge|nothing)\b", re.IGNORECASE)


def asks_price(question: str, sentence: str) -> bool:
    """Tell whether a question asks for a price, as far as a sentence that has one can tell."""
    if asks_for_sum(question):
        return True
    return _HOW_MUCH_IS.search(question) is not None and names_price(sentence)


def price_words(question: str, sentence: str) -> frozenset[str]:
    """Return the stems that only say that a price is asked for, where a sentence says one.

    "Admission is 8 crowns" needs no word for what "the cost of admission" is.
    """
    if not (asks_for_sum(question) or _HOW_MUCH.search(question)):
        return _NONE
    return _WORDS if names_price(sentence) else _NONE


def names_price(sentence: str) -> bool:
    """Tell whether a sentence says what something costs, or that it is free."""
    return any((names_sum(sentence), _SOME_OF.search(sentence), _PAID.search(sentence)))
