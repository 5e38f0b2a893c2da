"""The words of a question that carry a conversation on, in other languages than English.

English has lists of its own (`retrieval.text.stop_words`), with which its figures were measured. Of
the languages in ``conversation.txt`` a question is taken apart into the phrases listed there, the
commonest words of its language, and what is left: what it speaks about.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from retrieval.text.languages.known import asking_words, function_words, script_of_language
from retrieval.text.languages.phrases import read_phrases
from retrieval.text.languages.scripts import Script
from retrieval.text.word_patterns import ANY_WORD

__all__ = ["Carrying", "CarryingOn", "carrying_on"]

_LIST = "conversation.txt"
_LAST = "$"
_POLITE = "polite"
_CURLED = str.maketrans("’`´", "'''")
_START = r"(?<!\w)"
_HIRAGANA = re.compile("[\u3041-\u309f]+")
"""What Japanese writes endings and particles in."""


class Carrying(StrEnum):
    """What a phrase does in a conversation."""

    ANAPHOR = "anaphor"
    """It stands for something said before, as a third-person pronoun does."""
    POINTER = "pointer"
    """It mostly does, as a demonstrative."""
    OPENER = "opener"
    """Before everything else, it carries a conversation on."""
    CONTINUER = "continuer"
    """It asks for something beyond what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryingOn:
    """A question taken apart."""

    kinds: frozenset[Carrying]
    """What its phrases do."""
    telling: tuple[str, ...]
    """The words that say what it is about, as they are written; of a language without blanks the
    stretches between its particles."""


@lru_cache(maxsize=1024)
def carrying_on(question: str, language: str) -> CarryingOn:
    """Take a question apart.

    Args:
        question: As it was asked.
        language: The ISO 639-1 code of its language; of one without a list only the commonest words
            are known.
    """
    question = question.translate(_CURLED)
    kinds: set[Carrying] = set()
    rest, end = [], 0
    for found in _pattern(language).finditer(question):
        rest.append(question[end : found.start()])
        end = found.end()
        kinds.update(_kinds(found, language))
    rest.append(question[end:])
    return CarryingOn(
        kinds=frozenset(kinds),
        telling=tuple(word for part in rest for word in _telling(part, language)),
    )


def _kinds(found: re.Match[str], language: str) -> Iterator[Carrying]:
    """Say what a phrase does where it stands."""
    first = not ANY_WORD.search(found.string[: found.start()])
    last = not ANY_WORD.search(found.string[found.end() :])
    phrase, known = found.group(), _by_phrase(language)
    # A capital tells polite words, but not where every word would have one.
    if phrase in read_phrases(_LIST).get(language, {}).get(_POLITE, ()) and not first:
        return
    for kind in known.get(phrase.lower(), ()):
        if first or kind is not Carrying.OPENER:
            yield kind
    if last:
        yield from known.get(phrase.lower() + _LAST, ())


def _telling(part: str, language: str) -> Iterator[str]:
    common = function_words().get(language, frozenset())
    words = [word for word in ANY_WORD.findall(part) if word.lower() not in common]
    if script_of_language(language) is not Script.UNSPACED:
        yield from words
        return
    for word in words:
        yield from filter(None, _HIRAGANA.split(word))


@cache
def _by_phrase(language: str) -> Mapping[str, tuple[Carrying, ...]]:
    found: defaultdict[str, tuple[Carrying, ...]] = defaultdict(tuple)
    for kind in Carrying:
        for phrase in read_phrases(_LIST).get(language, {}).get(kind, ()):
            found[phrase] += (kind,)
    return dict(found)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Match every listed phrase of a language, and what only asks in one without blanks."""
    listed = read_phrases(_LIST).get(language, {})
    phrases = {phrase.removesuffix(_LAST) for some in listed.values() for phrase in some}
    if script_of_language(language) is Script.UNSPACED:
        phrases |= function_words().get(language, frozenset()) & asking_words()
        bounded = [re.escape(phrase) for phrase in _longest_first(phrases)]
    else:
        # An ending such as "-t-il" stands right behind a word.
        bounded = [
            rf"{_START if phrase[0].isalpha() else ''}{re.escape(phrase)}(?!\w)"
            for phrase in _longest_first(phrases)
        ]
    return re.compile("|".join(bounded) or r"(?!)", re.IGNORECASE)


def _longest_first(phrases: set[str]) -> list[str]:
    return sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
