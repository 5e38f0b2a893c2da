"""The names that a question has, and sentences that speak of none of them.

"Is turkey on azerbaijan's side?" asks about Turkey: a sentence about Azerbaijan's cooperation that
"is not aimed against any side" has more of its words and says nothing of it. People who type in
small letters write names so, too; the documents tell which words are names.
"""

import re
from collections.abc import Iterator, Sequence

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
    return frozenset([word for word in asked if _is_name(word, sentences, small)])


def speaks_of(names: frozenset[str], text: str) -> bool:
    """Tell whether a text has all of these names."""
    small = text.casefold()
    # Most texts lack a name, and need not be gone through for one.
    for name in names:
        if name not in small:
            return False
    return all(next(_places(name, small), None) is not None for name in names)


def _is_name(word: str, sentences: Sequence[str], small: Sequence[str]) -> bool:
    found = False
    for sentence, folded in zip(sentences, small, strict=True):
        # Folding seldom moves a letter; where it does, places can't be compared.
        if word not in folded or len(folded) != len(sentence):
            continue
        for place in _places(word, folded):
            if sentence[place].islower():
                return False
            first = _WORD.search(sentence, 0, place) is None
            found = found or not first or bool(countries_in(sentence[place : place + len(word)]))
    return found


def _places(word: str, text: str) -> Iterator[int]:
    """Yield where a whole word begins in a text."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (_joins(text[place - 1 : place]) or _joins(text[end : end + 1])):
            yield place
        place = text.find(word, end)


def _joins(letter: str) -> bool:
    """Tell whether a character, or none, makes a longer word of one beside it."""
    return letter.isalnum() or letter == "_"
