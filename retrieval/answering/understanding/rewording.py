"""A question in other words that the owner's synonyms give for its own: pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from retrieval.ranking.query import Query
from retrieval.text.synonyms import Synonyms

__all__ = ["reworded"]

_MOST = 8
"""Wordings that are searched besides the question's own: each costs a search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a word or phrase can be replaced: in the question, or in its topic."""

    in_topic: bool
    start: int
    end: int
    others: tuple[str, ...]


def reworded(query: Query, synonyms: Synonyms, is_used: Callable[[str], bool]) -> list[Query]:
    """Return a question in its other wordings, those that change least first; often none.

    Args:
        query: The question, with the words of its topic.
        synonyms: What may stand in the place of what.
        is_used: Tells whether the documents use a word or phrase: asking with another finds none.
    """
    places = list(_places(query, synonyms, is_used))
    wordings = (
        _replaced(query, dict(zip(chosen, words, strict=True)))
        for size in range(1, len(places) + 1)
        for chosen in combinations(places, size)
        for words in product(*(one.others for one in chosen))
    )
    return list(islice(wordings, _MOST))


def _places(query: Query, synonyms: Synonyms, is_used: Callable[[str], bool]) -> Iterator[_Place]:
    for in_topic, text in ((False, query.question), (True, " ".join(query.topic))):
        for one in synonyms.occurrences(text):
            others = tuple(filter(is_used, one.others))
            if others:
                yield _Place(in_topic=in_topic, start=one.start, end=one.end, others=others)


def _replaced(query: Query, words: dict[_Place, str]) -> Query:
    texts = [query.question, " ".join(query.topic)]
    for place in sorted(words, key=lambda one: -one.start):
        text = texts[place.in_topic]
        texts[place.in_topic] = text[: place.start] + words[place] + text[place.end :]
    return replace(query, question=texts[0], topic=tuple(texts[1].split()))
