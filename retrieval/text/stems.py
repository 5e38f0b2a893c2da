"""Snowball stems of English words (Porter 1980, in his later English version)."""

import threading
from collections.abc import Sequence

import Stemmer  # type: ignore[import-not-found]

__all__ = ["snowball_stems"]

_own = threading.local()
"""What each thread keeps for itself: the stemmer remembers words, in a way that threads must not
share."""


def snowball_stems(words: Sequence[str]) -> list[str]:
    """Return the stems of lower-case words, in their order; safe from any thread."""
    if not hasattr(_own, "stemmer"):
        _own.stemmer = Stemmer.Stemmer("english")
    stems: list[str] = _own.stemmer.stemWords(words)
    return stems
