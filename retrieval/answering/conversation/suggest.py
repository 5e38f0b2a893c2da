"""Choosing questions to ask next: real ones, near what was read.

Whether the documents surely answer them is the searcher's to find out.
"""

from collections.abc import Iterable

from retrieval.answering.conversation.propose import propose
from retrieval.text.wording import content_words

__all__ = ["MOST", "proposals"]

MOST = 3
"""How many are offered."""
_TRIED = 8
"""Each proposal that is tried costs a search, so that only the nearest ones are."""


def proposals(near: Iterable[str], *, known: Iterable[str]) -> tuple[str, ...]:
    """Return questions that unread sentences may answer, the nearest first.

    Args:
        near: Sentences that the reader has not seen, nearest to the answer first.
        known: The questions of the conversation; asking one of them again helps nobody.
    """
    asked = {_gist(question) for question in known}
    found: list[str] = []
    for sentence in near:
        for question in propose(sentence):
            gist = _gist(question)
            if gist not in asked:
                asked.add(gist)
                found.append(question)
            if len(found) == _TRIED:
                return tuple(found)
    return tuple(found)


def _gist(question: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in content_words(question))
