"""The names of languages, as lists of documents and the help say them."""

from collections.abc import Iterable
from functools import partial
from unicodedata import normalize

from bot.localisation.words import ENGLISH as IN_ENGLISH
from bot.localisation.words import Words
from retrieval.text.languages.known import (
    ENGLISH,
    NAMES,
    function_words,
    script_of_language,
    stemmer_of,
)
from retrieval.text.languages.scripts import Script
from retrieval.text.languages.word_cutters import CUTTERS

__all__ = ["how_far", "in_pairs", "language_note", "stemmed"]


def language_note(code: str, words: Words = IN_ENGLISH) -> str:
    """Return what is said of a document's language behind it: nothing of an English one."""
    return f" · {_name(code, words)}" if code and code != ENGLISH else ""


def stemmed(words: Words = IN_ENGLISH) -> list[str]:
    """Return the names of the languages whose words are found in any form, English apart.

    Those among them whose words something cuts that is installed (`word_cutters`).
    """
    stems = (code for code in NAMES if stemmer_of(code) and code in function_words())
    return _named((*stems, *_cut()), words)


def in_pairs(words: Words = IN_ENGLISH) -> list[str]:
    """Return the names of the languages that are found in pairs of characters."""
    unspaced = {code for code in NAMES if script_of_language(code) is Script.UNSPACED}
    return _named(unspaced - _cut(), words)


def how_far(words: Words = IN_ENGLISH) -> str:
    """Say how far each language goes."""
    stems, pairs = stemmed(words), in_pairs(words)
    return words.say("how-far", stemmed=", ".join(stems), pairs=", ".join(pairs))


def _cut() -> set[str]:
    return {code for code, cutter in CUTTERS.items() if cutter.is_installed}


def _named(codes: Iterable[str], words: Words) -> list[str]:
    return sorted((_name(code, words) for code in codes), key=partial(normalize, "NFD"))


def _name(code: str, words: Words) -> str:
    """Return what a language is called; its code where nobody knows."""
    if words == IN_ENGLISH or code not in NAMES:
        return NAMES.get(code, code)
    from babel import Locale

    names = Locale.parse(words.language, sep="-").languages
    return str(names.get(code, NAMES[code]))
