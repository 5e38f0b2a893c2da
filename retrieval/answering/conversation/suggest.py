"""Choosing questions to ask next: real ones, near what was read, and surely answered."""

from collections.abc import Callable, Iterable

from retrieval.answering.conversation.propose import propose
from retrieval.text.wording import content_words

__all__ = ["MOST", "suggest"]

MOST = 3
_TRIED = 8
"""Each proposal that is tried costs a search, so that only the nearest ones are."""


def suggest(
    near: Iterable[str], *, known: Iterable[str], sure: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return up to `MOST` questions that unread sentences answer.

    Args:
        near: Sentences that the reader has not seen, nearest to the answer first.
        known: The questions of the conversation; asking one of them again helps nobody.
        sure: Whether the index answers a question with high confidence, and not with what the
            reader has seen.
    """
    asked = {_gist(question) for question in known}
    chosen: list[str] = []
    tried = 0
    for sentence in near:
        for question in propose(sentence):
            gist = _gist(question)
            if gist in asked:
                continue
            if len(chosen) == MOST or tried == _TRIED:
                return tuple(chosen)
            asked.add(gist)
            tried += 1
            if sure(question):
                chosen.append(question)
    return tuple(chosen)


def _gist(question: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in content_words(question))
