"""The language of a question, by its script and its commonest words.

Statistical detectors are made for paragraphs; of six words they say anything. A script says
itself, and what tells a German question from an English one are "wer", "hat" and "der". Nothing is
guessed: a question that says too little is taken for one in the language that it is asked of,
English before all.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from retrieval.text.languages.known import (
    ENGLISH,
    NAMES,
    UNKNOWN,
    asking_words,
    function_words,
    script_of_language,
)
from retrieval.text.languages.scripts import Script, is_foreign, script_of
from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.word_patterns import ANY_WORD

__all__ = ["ENGLISH", "UNKNOWN", "language_of"]

_JOINED = re.compile(r"\w[._/\\:@]\w")
"""What a name in a program, an address or a path has."""
_FEWEST = 2
"""Common words of a language that a text needs at least, if nobody would expect it."""
_BY_LETTER = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\u1100", "\u11ff"),
    ("ko", "\uac00", "\ud7af"),
    ("th", "\u0e00", "\u0e7f"),
    ("lo", "\u0e80", "\u0eff"),
    ("km", "\u1780", "\u17ff"),
    ("he", "\u0590", "\u05ff"),
    ("hy", "\u0530", "\u058f"),
    ("ka", "\u10a0", "\u10ff"),
    ("bn", "\u0980", "\u09ff"),
    ("te", "\u0c00", "\u0c7f"),
)
"""Letters that one language alone has, from the first to the last."""
_BY_SCRIPT = {
    Script.CYRILLIC: ("ru", "uk", "bg", "sr", "mk", "be"),
    Script.GREEK: ("el",),
    Script.ARABIC: ("ar", "fa", "ur"),
    Script.DEVANAGARI: ("hi", "mr", "ne"),
    Script.TAMIL: ("ta",),
    Script.UNSPACED: ("zh", "ja"),
}
"""The languages of a script, the commonest first."""


@lru_cache(maxsize=1024)
def language_of(text: str, expected: tuple[str, ...] = ()) -> str:
    """Return the ISO 639-1 code of a question's language, or `UNKNOWN` of another script.

    Args:
        text: The question.
        expected: The languages of what is asked, the one that most of it is in first. Of these one
            common word is enough, where of others two are needed that English hasn't, or one that
            only questions have; and more of them than English ones, as many where no text is
            English. With fewer of either it is taken for the first of these in Latin letters.
            Empty: English.
    """
    # "java.io.IOException" is no Italian "io".
    told = text.lower()
    if _JOINED.search(told):
        told = " ".join(one for one in told.split() if not _JOINED.search(one))
    words = ANY_WORD.findall(told)
    if is_foreign(text):
        return _by_script(text, words, expected)
    counts = _counts(words, _latin())
    best = _best(counts, expected)
    english = len(FUNCTION_WORDS.intersection(words))
    # "Was mahlt die Mühle?" has as much of English, of which nothing is asked.
    more = 0 if best in expected and ENGLISH not in expected else 1
    if counts[best] >= max(1 if best in expected else _FEWEST, english + more):
        return best
    if english >= _FEWEST:
        return ENGLISH
    # "Was umgibt Chloroplasten?" and "Öffnungszeiten Museum" are in what most of the texts are in.
    return next((code for code in expected if code == ENGLISH or code in counts), ENGLISH)


def _by_script(text: str, words: Sequence[str], expected: tuple[str, ...]) -> str:
    for code, first, last in _BY_LETTER:
        if any(first <= letter <= last for letter in text):
            return code
    letters = (script_of(one) for one in text if one.isalpha())
    script = next((one for one in letters if one is not Script.LATIN), Script.OTHER)
    if script not in _BY_SCRIPT:
        return UNKNOWN
    if script is Script.UNSPACED:
        # Without kana a question is Japanese only if nothing in it is Chinese.
        return _best({code: _stretches(text, code) for code in _BY_SCRIPT[script]}, expected)
    return _best(_counts(words, _BY_SCRIPT[script]), expected)


def _best(counts: dict[str, int], expected: Iterable[str]) -> str:
    """Return the language with most common words, of equal ones one that is expected."""
    order = [*dict.fromkeys(code for code in expected if code in counts), *counts]
    return max(order, key=counts.__getitem__)


def _stretches(text: str, code: str) -> int:
    """Count the stretches of a text that only ask, in a language without blanks."""
    return sum(stretch in text for stretch in function_words().get(code, ()))


def _counts(words: Iterable[str], codes: Sequence[str]) -> dict[str, int]:
    """Count the common words of languages that English hasn't; one that only asks counts twice."""
    counts = dict.fromkeys(codes, 0)
    telling = _telling()
    for word in telling.keys() & words:
        for code in telling[word]:
            if code in counts:
                counts[code] += 2 if word in asking_words() else 1
    return counts


@cache
def _latin() -> tuple[str, ...]:
    """Return the languages but English that are written in Latin letters."""
    latin = (code for code in NAMES if script_of_language(code) is Script.LATIN)
    return tuple(code for code in latin if code != ENGLISH)


@cache
def _telling() -> dict[str, list[str]]:
    """Return of each common word, but of English ones, whose it is."""
    found: dict[str, list[str]] = {}
    for code, words in function_words().items():
        for word in words - FUNCTION_WORDS:
            found.setdefault(word, []).append(code)
    return found
