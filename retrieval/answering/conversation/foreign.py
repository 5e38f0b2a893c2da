"""The wording of questions and their topic, in other languages than English.

Whether a question needs its conversation is told by the same properties as in English and weighed
as there, since no language has as many conversations to fit it on; which words show them, each
language has a list of (`retrieval.text.languages.conversing`).
"""

import math
from collections.abc import Sequence

from retrieval.answering.conversation.wording import MOST_NAMES, Wording
from retrieval.domain import Turn
from retrieval.text.languages.conversing import Carrying, carrying_on
from retrieval.text.languages.scripts import Script, script_of
from retrieval.text.search_terms import search_terms

__all__ = ["foreign_topic_phrase", "foreign_wording"]

_CAPITAL_NOUNS = frozenset({"de"})
"""Languages whose nouns all have a capital, which so tells no name."""
_MOST_WORDS = 5
_A_WORD = 2
"""Characters of most words in a language without blanks."""


def foreign_wording(question: str, history: Sequence[Turn], language: str) -> Wording:
    """Look at the wording of a question that comes after these turns, in another language."""
    apart = carrying_on(question, language)
    words = apart.telling
    count = sum(_size(word) for word in words)
    said = {
        term
        for turn in history
        for text in (turn.question, turn.answer)
        for term in search_terms(text, language)
    }
    terms = [term for word in words for term in search_terms(word, language)]
    # The first word of a sentence has a capital wherever there are any.
    inside = words if words and not question.lstrip(" \t\n¿¡").startswith(words[0]) else words[1:]
    names = 0 if language in _CAPITAL_NOUNS else sum(word[0].isupper() for word in inside)
    return Wording(
        anaphor=Carrying.ANAPHOR in apart.kinds,
        pointer=Carrying.POINTER in apart.kinds,
        opener=Carrying.OPENER in apart.kinds,
        continuer=Carrying.CONTINUER in apart.kinds,
        content=math.log1p(count),
        names=min(names, MOST_NAMES),
        shared=sum(term in said for term in terms) / max(1, len(terms)),
        bare=count <= 1,
    )


def foreign_topic_phrase(question: str, language: str) -> str:
    """Return the words that a question is about, five at most, as a reader is told them.

    Nouns where a language tells them by a capital, else all of its telling words.
    """
    words = carrying_on(question, language).telling
    nouns = [word for word in words if word[0].isupper()] if language in _CAPITAL_NOUNS else []
    return " ".join((nouns or words)[:_MOST_WORDS])


def _size(word: str) -> int:
    """Count the words in a stretch: of one without blanks about one in two characters."""
    return max(1, len(word) // _A_WORD) if script_of(word) is Script.UNSPACED else 1
