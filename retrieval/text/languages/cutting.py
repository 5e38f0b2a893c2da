"""The terms of a word, by its language and its script.

What is written without blanks is cut into words where a library for its language is installed
(`word_cutters`), else into pairs of characters, which find nearly what words would (Chinese
retrieval's oldest way: Nie, Brisebois and Ren 1996). All else is stemmed: in the language of its
text where that is written in the word's script, else as most texts of the script are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from retrieval.text.languages.known import (
    ENGLISH,
    script_of_language,
    stemmer_of,
)
from retrieval.text.languages.scripts import Script, script_of
from retrieval.text.languages.separable import without_infix
from retrieval.text.languages.word_cutters import cutter_of, pairs
from retrieval.text.stems import snowball_stems
from retrieval.text.word_patterns import ANY_WORD, SEARCH_WORD

__all__ = ["foreign_terms", "lower_words", "one_form", "plain", "terms_of", "unpointed"]

_STEMMERS = {
    Script.LATIN: "english",
    Script.CYRILLIC: "russian",
    Script.GREEK: "greek",
    Script.ARABIC: "arabic",
    Script.DEVANAGARI: "hindi",
    Script.TAMIL: "tamil",
}
"""The Snowball stemmer that most texts of a script are stemmed well by."""

_POINTED = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""Vowels of Hebrew and Arabic, which are mostly left out, and the line that stretches a word."""
_WIDE = re.compile("[\uff01-\uff9f]+")
"""Full-width letters and half-width kana."""
_DIGIT = re.compile(r"(?![0-9])\d")
_CONJUGATED = re.compile("^ي(?=\\w{3})")
"""The prefix of "he does", which is ت in "she does": the same verb, whoever does it."""
_ONE_WRITING = str.maketrans("أإآٱىیک", "ااااييك")
"""Letters of Arabic that stand for each other, Persian ones among them."""
_DOTTED = frozenset({"tr", "az"})
"""Languages with a dotless i, whose capital is I."""
_TONES = frozenset({"vi"})
"""Languages in which a word with other marks is another word, whoever writes it."""
_TRANSCRIBED = re.compile("(?<![aeiouq])([aou])e")
"""How an umlaut is typed without a key for it: "fuer", "oeffnet", and not "neue" or "Quelle"."""
_UMLAUTS = frozenset({"de"})
"""Languages that write it so."""
_NO_MARKS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def lower_words(text: str, language: str = ENGLISH) -> list[str]:
    """Return the words of a text in small letters, in their order."""
    if language != ENGLISH:
        text = one_form(text)
    if language in _DOTTED:
        text = text.replace("I", "ı")
    elif text.isascii():
        return SEARCH_WORD.findall(text.lower())
    # Else "İ" would become two characters, the second of them no letter.
    return ANY_WORD.findall(unpointed(text.replace("İ", "i").lower()))


def one_form(text: str) -> str:
    """Write each letter and digit in one way: composed, of one width, digits of any script as 0-9.

    Keyboards and systems write the same word differently, and a search must not tell them apart.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if _WIDE.search(text):
        text = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return _DIGIT.sub(lambda found: str(unicodedata.digit(found.group())), text)


def unpointed(text: str) -> str:
    """Leave out the marks that stand for vowels in Hebrew and Arabic, as most writers do."""
    return text if text.isascii() else _POINTED.sub("", text)


def terms_of(word: str, language: str) -> list[str]:
    """Return the terms of a lower-case word of a text in some language: one, or its pairs."""
    return list(_terms_of(word, language))


def foreign_terms(word: str) -> list[str] | None:
    """Return the terms of a lower-case word of an English text; None for one in Latin letters."""
    if word.isascii():
        return None
    runs = _runs(word)
    if all(kind is Script.LATIN for kind, _ in runs):
        return None
    return list(_terms(runs, ENGLISH))


@lru_cache(maxsize=65_536)
def _terms_of(word: str, language: str) -> tuple[str, ...]:
    return tuple(_terms(_runs(word), language))


def _runs(word: str) -> list[tuple[Script, str]]:
    if word.isascii():
        return [(Script.LATIN, word)]
    return [(kind, "".join(run)) for kind, run in groupby(word, key=_kind)]


@lru_cache(maxsize=16_384)
def _kind(character: str) -> Script:
    """Tell what a character belongs to: of a run without blanks every character, vowels too."""
    script = script_of(character)
    if script is not Script.LATIN or character.isalnum():
        return script
    # Vowel signs and tone marks are no letters to Unicode; they stay with what they stand on.
    return Script.UNSPACED if "\u0e00" <= character <= "\u17ff" else Script.LATIN


def _terms(runs: Sequence[tuple[Script, str]], language: str) -> Iterator[str]:
    if all(script is not Script.UNSPACED for script, _ in runs):
        # One word, whatever marks and digits are in it.
        yield _stem("".join(run for _, run in runs), language)
        return
    for script, run in runs:
        yield from _unspaced(run, language) if script is Script.UNSPACED else [run]


def _unspaced(run: str, language: str) -> list[str]:
    cut = cutter_of(language)
    return pairs(run) if cut is None else cut(run)


def _stem(word: str, language: str) -> str:
    script = script_of(word)
    is_own = script is script_of_language(language) or (language == "sr" and script is Script.LATIN)
    stemmer = stemmer_of(language) if is_own else None
    if stemmer is None and not (is_own and script is Script.LATIN):
        stemmer = _STEMMERS.get(script)
    if script is Script.ARABIC:
        word = word.translate(_ONE_WRITING)
        if language == "ar":
            word = _CONJUGATED.sub("ت", word)
    if is_own:
        word = without_infix(word, language)
    stem = word if stemmer is None else snowball_stems([word], stemmer)[0]
    if is_own and script is Script.LATIN and language != ENGLISH:
        stem = plain(stem, language)
    if is_own and language in _UMLAUTS:
        stem = _TRANSCRIBED.sub(r"\1", stem)
    return stem


def plain(word: str, language: str) -> str:
    """Leave out accents, which are often left out, but in languages where they tell words apart."""
    if word.isascii() or language in _TONES:
        return word
    parts = unicodedata.normalize("NFD", word.translate(_NO_MARKS))
    return "".join(one for one in parts if not unicodedata.combining(one))
