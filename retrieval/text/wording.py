"""The small closed classes of English words that tell how a question is built."""

import re
from functools import lru_cache

__all__ = [
    "ANAPHORS",
    "CONTINUERS",
    "FUNCTION_WORDS",
    "OPENERS",
    "POINTERS",
    "content_words",
    "folded_words",
    "words",
]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)

ANAPHORS = frozenset(
    "he him his himself she her hers herself it its itself"
    " they them their theirs themselves".split()
)
"""Third-person pronouns: they stand for something said before."""

POINTERS = frozenset("this that these those there then".split())
"""Demonstratives, which mostly do."""

CONTINUERS = frozenset(
    "else other others another also too besides more again same anything further".split()
)
"""Words that ask for something beyond what was said."""

OPENERS = frozenset("and but so or also then any anything why really".split())
"""First words that carry a conversation on."""

FUNCTION_WORDS = (
    ANAPHORS
    | POINTERS
    | CONTINUERS
    | OPENERS
    | frozenset(
        "a an the of in on at to for from by with about as into over after before during between"
        " through out up down off under is are was were be been being am do does did done doing has"
        " have had having can could will would should may might must shall not no nor if than"
        " when where who whom whose what which how once i you we me my our your us one some most"
        " many much very just only own both each few such s t whats".split()
    )
)
"""Words that say nothing about the topic."""


def words(text: str) -> list[str]:
    """Split a text into its words as they are written, without a possessive ``'s``."""
    return [_POSSESSIVE.sub("", match.group()) for match in _WORD.finditer(text)]


def content_words(text: str) -> list[str]:
    """Return the words that say what a text is about, as they are written."""
    return [word for word in words(text) if word.casefold() not in FUNCTION_WORDS]


@lru_cache(maxsize=1024)
def folded_words(text: str) -> frozenset[str]:
    """Return the different words of a text, whatever their case.

    Remembered: every question of a conversation looks at all turns before it.
    """
    return frozenset(word.casefold() for word in words(text))
