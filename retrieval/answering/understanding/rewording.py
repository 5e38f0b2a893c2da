"""A question in other words that mean the same: the owner's, and common ones."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from retrieval.ranking.query import Query
from retrieval.text.synonyms import Synonyms
from retrieval.text.thesaurus import alternatives
from retrieval.text.words import read

__all__ = ["by_form", "by_permission", "by_role", "common_alternatives", "reworded"]

_FORMS = tuple(
    (re.compile(asked, re.IGNORECASE), form)
    for asked, form in (
        (
            r"\W*what(?:['’]?s|\s+(?:is|was))\s+([^?]{2,60}?)['’]s\s+"
            r"(?:job|role|position|profession|occupation|post|function)\W*",
            "who is {}?",
        ),
        (
            r"\W*([\w][\w .-]{1,40}?)['’]s\s+(?:job|profession|occupation|position)\W*",
            "who is {}?",
        ),
        (
            r"\W*what\s{1,8}do(?:es)?\s{1,8}([^?\s][^?]{1,60}?)\s{1,8}do\s{1,8}for\s{1,8}a\s{1,8}living\W*",
            "who is {}?",
        ),
    )
)
_CARES = re.compile(
    r"\W*who\s+(?:looks\s+after|takes\s+care\s+of|cares\s+for|is\s+(?:responsible\s+for"
    r"|in\s+charge\s+of)|runs|leads|heads|manages|maintains)\s+(?P<what>[^?]{2,60}?)\W*",
    re.IGNORECASE,
)
_CARERS = (
    "warden caretaker keeper custodian janitor steward manager head leader director president"
    " coordinator maintainer chair".split()
)
_WHOSE = r"(?:(?:my|our|your|an?|the|any|some)\s+)?"
_THING = r"[^\W\d][^?,]{1,40}?"
_ALONG = r"(?:\s+(?:along|too|with\s+(?:me|us)|there|in|inside))*\W*"
_ALLOWED = re.compile(
    rf"\W*(?:are|is)\s+{_WHOSE}(?P<what>{_THING})\s+(?:allowed|permitted|ok|okay|fine|welcome)"
    r"(?:\s+(?P<where>[^?]{2,60}?))?\W*"
    r"|\W*(?:can|may|could)\s+(?:i|we|you|one|people|guests|visitors)\s+(?:bring|take|keep|have)"
    rf"\s+{_WHOSE}(?P<taken>{_THING}){_ALONG}"
    rf"|\W*(?:can|may|could)\s+{_WHOSE}(?P<coming>{_THING})\s+(?:come|enter|stay|visit|join){_ALONG}",
    re.IGNORECASE,
)
_WELCOME = "welcome"
_MOST_OTHERS = 2
_MOST_MISSING = 2
"""Of a question in which more words are missing than that, the rest hardly tells what is meant."""
_MOST = 8
"""Wordings that are searched besides the question's own: each costs a search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a word or phrase can be replaced: in the question, or in its topic."""

    in_topic: bool
    start: int
    end: int
    others: tuple[str, ...]


def by_form(question: str) -> str | None:
    """Return a question in the form in which texts answer it; None where it has that form.

    "What is Quill's job?" asks who Quill is: a text says "Quill, the gardener", without "job".
    """
    for asked, form in _FORMS:
        found = asked.fullmatch(question)
        if found is not None:
            return form.format(*found.groups())
    return None


def by_role(question: str, is_used: Callable[[str], bool]) -> list[str]:
    """Return a question for who looks after something as one for its warden, keeper or the like.

    Args:
        question: The question.
        is_used: Tells whether the documents use a word.
    """
    found = _CARES.fullmatch(question)
    if found is None:
        return []
    roles = [one for one in _CARERS if is_used(one)][:_MOST_OTHERS]
    return [f"who is the {role} of {found['what']}?" for role in roles]


def by_permission(question: str, is_used: Callable[[str], bool]) -> list[str]:
    """Return a question whether something is allowed as texts say it, and for the thing alone.

    "Can I bring my dog" and "are dogs allowed" are answered by "Dogs are welcome in the lounge" and
    by "Dogs stay in the car park", and not by what else is allowed.

    Args:
        question: The question.
        is_used: Tells whether the documents use a word.
    """
    found = _ALLOWED.fullmatch(question)
    if found is None:
        return []
    thing, where = found["what"] or found["taken"] or found["coming"], found["where"]
    welcome = f"{thing} are {_WELCOME} {where or ''}".rstrip()
    forms = [welcome] if is_used(_WELCOME) and _WELCOME not in question.casefold() else []
    return forms if where or not is_used(thing) else [*forms, thing]


def common_alternatives(
    question: str, is_missing: Callable[[str], bool], is_used: Callable[[str], bool]
) -> Synonyms:
    """Return what may stand for those words of a question that no document uses.

    Args:
        question: The question.
        is_missing: Tells of a stem whether no document has it.
        is_used: Tells whether the documents use a word.
    """
    groups = []
    for word in read(question):
        if word.common or word.number or word.name or not is_missing(word.stem):
            continue
        others = [one for one in alternatives(word.stem) if is_used(one)][:_MOST_OTHERS]
        if others:
            groups.append((word.text, *others))
    return Synonyms(tuple(groups[:_MOST_MISSING]))


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
