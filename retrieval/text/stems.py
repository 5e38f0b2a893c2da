"""Snowball stems of words: of English ones (Porter 1980, in his later version) and others."""

import threading
from collections.abc import Sequence
from functools import cache

import Stemmer  # type: ignore[import-not-found]

__all__ = ["snowball_stems", "stemmers"]

_own = threading.local()
"""What each thread keeps for itself: stemmers remember words, in a way that threads must not
share."""


def snowball_stems(words: Sequence[str], language: str = "english") -> list[str]:
    """Return the stems of lower-case words, in their order; safe from any thread.

    Args:
        words: Lower-case words.
        language: Snowball's name of their language.
    """
    known: dict[str, Stemmer.Stemmer] = _own.__dict__.setdefault("stemmers", {})
    if language not in known:
        known[language] = Stemmer.Stemmer(language)
    stems: list[str] = known[language].stemWords(words)
    return stems


@cache
def stemmers() -> frozenset[str]:
    """Return the names of the languages that there is a stemmer for."""
    return frozenset(Stemmer.algorithms())
