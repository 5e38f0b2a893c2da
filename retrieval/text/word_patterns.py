"""What counts as a word, one pattern for each use.

They differ on purpose, and figures were measured with each as it is: a search looks up "4" and
"85" of "4.85", a comparison of facts must not.
"""

import re

__all__ = [
    "ANY_WORD",
    "CAPITALISED",
    "CONVERSATION_WORD",
    "FACT_WORD",
    "IDENTIFIER_PART",
    "LETTERS",
    "POSSESSIVE",
    "POSSESSIVE_OR_PLURAL",
    "SEARCH_WORD",
    "SPELLED_WORD",
    "TIME_UNITS",
    "TITLES",
    "WEEKDAYS",
]

_LETTERS = r"[^\W_]+"
_APOSTROPHE = "['’]"

WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
"""The days of the week, of one or of all of them, to be matched whatever their case."""

TITLES = r"(?:(?:Dr|Mrs?|Ms|Prof|Rev|St)\.\s?){0,2}"
"""What stands before a person's name and has a full stop of its own."""

SEARCH_WORD = re.compile(r"\w+")
"""A run of letters, digits and underscores: the words of BM25 and of a bag of words."""

_MARKS = (
    "\u0900-\u0963\u0966-\u0dff"  # Devanagari to Sinhala, without the two full stops among them
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"  # Thai, Lao
    "\u102b-\u103e\u1056-\u1060\u17b4-\u17d3"  # Burmese, Khmer
)
"""Vowel signs and tone marks, which are no letters to a regular expression."""

ANY_WORD = re.compile(rf"[\w{_MARKS}]+")
"""The same in any script: a Hindi word is no row of consonants."""

CONVERSATION_WORD = re.compile(rf"{_LETTERS}(?:{_APOSTROPHE}{_LETTERS})?")
"""Letters and digits, with one contraction or possessive ending."""

FACT_WORD = re.compile(rf"{_LETTERS}(?:[.,]\d+)*(?:{_APOSTROPHE}{_LETTERS})*")
"""The same with every contraction, and with the decimals and thousands of a number."""

LETTERS = re.compile(r"[^\W\d_]+")
"""Letters alone: what has a spelling."""

SPELLED_WORD = re.compile(rf"[^\W\d_]+(?:{_APOSTROPHE}[^\W\d_]+)*")
"""The same with contractions."""

IDENTIFIER_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
"""What capitals and digits tell apart in an identifier: "get", "User" and "2" of "getUser2"."""

POSSESSIVE = re.compile(rf"{_APOSTROPHE}s$", re.IGNORECASE)
"""The ending of "Israel's"."""

POSSESSIVE_OR_PLURAL = re.compile(rf"{_APOSTROPHE}s?$")
"""The same, or the apostrophe alone that a plural has."""

CAPITALISED = r"[A-Z](?<![\w’'-][A-Z])\w*+(?:[’'-]\w++)*+"
"""A word that begins with a capital, as a part of a pattern. The letter comes before what mustn't
stand in front of it: so a search looks for capitals first."""

TIME_UNITS = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|h|days?|nights?|weeks?|months?|years?|decades?"
    r"|centur(?:y|ies))"
)
"""What time is counted in, as a part of a pattern."""
