"""What kind of answer a question asks for, and whether a sentence gives one, in any language.

Words can't tell which of the sentences about a thing says when it was: each has the question's
words. That one of them has a year, and that "when" is what was asked, tells it.
"""

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import lru_cache

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.text.languages.phrases import has_phrase
from retrieval.text.word_patterns import ANY_WORD

__all__ = ["AnswerKind", "gives", "kind_asked_for"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)")
_NUMERAL = "numeral"
_IN_WORDS = 0.7
"""What a number in words says, beside one in figures: "two" is said of many things."""
_NAMES = 4
"""Words with a capital from which on a sentence has names enough: one may be any German noun."""


class AnswerKind(StrEnum):
    """What can be told by the form of a sentence."""

    TIME = "time"
    NUMBER = "number"
    PERSON = "person"


def kind_asked_for(question: str, language: str) -> AnswerKind | None:
    """Return what a question asks for; None where its words don't tell.

    Args:
        question: As it was asked.
        language: The ISO 639-1 code of its language; of some nothing is known.
    """
    return next((kind for kind in AnswerKind if _has(question, language, kind)), None)


def gives(
    kind: AnswerKind, sentences: Sequence[str], languages: Sequence[str], question: str
) -> FloatArray:
    """Say how far sentences give what is asked for, apart from what the question says itself.

    Args:
        kind: What is asked for.
        sentences: n sentences.
        languages: The ISO 639-1 code of each.
        question: As it was asked.

    Returns:
        float32 [n]: 0 to 1, and up to 2 of a time: a year tells more than another number.
    """
    if kind is AnswerKind.PERSON:
        asked = frozenset(ANY_WORD.findall(question.lower()))
        given = [_names(one, asked) for one in sentences]
    else:
        known = frozenset(_NUMBER.findall(question))
        with_years = kind is AnswerKind.TIME
        given = [
            _number(one, spoken, known) + (with_years and _has_year(one, known))
            for one, spoken in zip(sentences, languages, strict=True)
        ]
    return np.array(given, np.float32)


def _names(sentence: str, asked: Collection[str]) -> float:
    """Count the words with a capital that the question hasn't, up to some, as a share of these."""
    words = ANY_WORD.findall(sentence)[1:]
    capitals = len([word for word in words if word[0].isupper() and word.lower() not in asked])
    return min(capitals, _NAMES) / _NAMES


def _number(sentence: str, language: str, known: Collection[str]) -> float:
    if any(number not in known for number in _NUMBER.findall(sentence)):
        return 1.0
    return _IN_WORDS * _says_number(sentence, language)


@lru_cache(maxsize=8192)
def _says_number(sentence: str, language: str) -> bool:
    return _has(sentence, language, _NUMERAL)


def _has_year(sentence: str, known: Collection[str]) -> bool:
    return any(year not in known for year in _YEAR.findall(sentence))


def _has(text: str, language: str, kind: str) -> bool:
    return has_phrase(text, language, name="answer_kinds.txt", kind=kind)
