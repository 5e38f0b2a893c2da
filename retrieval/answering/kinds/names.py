"""The names that a question has, and sentences that speak of none of them.

"Is turkey on azerbaijan's side?" asks about Turkey: a sentence about Azerbaijan's cooperation that
"is not aimed against any side" has more of its words and says nothing of it. People who type in
small letters write names so, too; the documents tell which words are names.
"""

from collections.abc import Sequence

from retrieval.answering.kinds.countries import countries_in
from retrieval.answering.kinds.roles import ROLES
from retrieval.text.words import read

__all__ = ["names_in", "speaks_of"]


def names_in(question: str, sentences: Sequence[str]) -> frozenset[str]:
    """Return the names in a question, in lower case.

    Args:
        question: As it was typed.
        sentences: Some of the documents: a word that is never written small there, and inside of
            sentences not at all without its capital, is a name.
    """
    large: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        for word in read(sentence):
            if not word.first or word.text[0].islower():
                (large if word.text[0].isupper() else small).add(word.lower)
            elif countries_in(word.text):
                large.add(word.lower)
    return frozenset(
        word.lower
        for word in read(question)
        if not word.common and word.text[0].isalpha() and word.lower in large - small - ROLES
    )


def speaks_of(names: frozenset[str], sentence: str) -> bool:
    """Tell whether a sentence has all of these names."""
    return names <= {word.lower for word in read(sentence)}
