"""The names that a question has, and sentences that speak of none of them.

"Is turkey on azerbaijan's side?" asks about Turkey: a sentence about Azerbaijan's cooperation that
"is not aimed against any side" has more of its words and says nothing of it. People who type in
small letters write names so, too; the documents tell which words are names.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from retrieval.answering.kinds.countries import countries_in
from retrieval.answering.kinds.roles import ROLES
from retrieval.text.words import read

__all__ = ["names_in", "speaks_of"]

_WORD = re.compile(r"[^\W_]")


def names_in(question: str, sentences: Sequence[str]) -> frozenset[str]:
    """Return the names in a question, in lower case.

    Args:
        question: As it was typed.
        sentences: Some of the documents: a word that is never written small there, and inside of
            sentences not at all without its capital, is a name.
    """
    asked = {
        word.lower
        for word in read(question)
        if not word.common and word.text[0].isalpha() and word.lower not in ROLES
    }
    small = [sentence.casefold() for sentence in sentences]
    return frozenset(word for word in asked if _is_name(word, sentences, small))


def speaks_of(names: frozenset[str], text: str) -> bool:
    """Tell whether a text has all of these names."""
    small = text.casefold()
    return all(name in small and _whole(name).search(small) is not None for name in names)


def _is_name(word: str, sentences: Sequence[str], small: Sequence[str]) -> bool:
    found = False
    for sentence, folded in zip(sentences, small, strict=True):
        # Folding seldom moves a letter; where it does, places can't be compared.
        if word not in folded or len(folded) != len(sentence):
            continue
        for place in _whole(word).finditer(folded):
            if sentence[place.start()].islower():
                return False
            first = _WORD.search(sentence, 0, place.start()) is None
            found = found or not first or bool(countries_in(sentence[place.start() : place.end()]))
    return found


@lru_cache(maxsize=256)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
