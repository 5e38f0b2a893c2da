"""The language of a question, by its script and its commonest words.

Statistical detectors are made for paragraphs; of six words they say anything. A script says
itself, and what tells a German question from an English one are "wer", "hat" and "der". Nothing is
guessed: a question that says too little is taken for English, as all were before.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from retrieval.text.languages.scripts import is_foreign
from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.word_patterns import LETTERS

__all__ = ["ENGLISH", "UNKNOWN", "function_words", "language_of"]

ENGLISH = "en"
UNKNOWN = "und"
"""ISO 639's code for a language that is not known, here one in another script than Latin."""

_FEWEST = 2
"""Common words of a language that a text needs at least."""


@lru_cache(maxsize=256)
def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a question's language, or `UNKNOWN` in another script.

    English where nothing else is certain: two common words of another language are needed, or one
    that only questions have, and more of them than English ones.
    """
    if is_foreign(text):
        return UNKNOWN
    words = [word.lower() for word in LETTERS.findall(text)]
    counts = {code: _count(words, own) for code, own in function_words().items()}
    best = max(counts, key=lambda code: counts[code])
    english = len(FUNCTION_WORDS.intersection(words))
    return best if counts[best] >= max(_FEWEST, english + 1) else ENGLISH


def _count(words: Sequence[str], own: frozenset[str]) -> int:
    """Count the common words of a language that English hasn't; one that only asks counts twice."""
    told = {word for word in words if word in own and word not in FUNCTION_WORDS}
    return len(told) + len(told & _asking())


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Return the commonest words of each language that is told by them, by its code."""
    found: dict[str, frozenset[str]] = {}
    for code, *words in _lines():
        plain = code.lstrip("?")
        found[plain] = found.get(plain, frozenset()) | frozenset(words)
    return found


@cache
def _asking() -> frozenset[str]:
    return frozenset(word for code, *words in _lines() if code[0] == "?" for word in words)


def _lines() -> list[list[str]]:
    text = files("retrieval.text.languages").joinpath("function_words.txt").read_text("utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]
