"""Noticing that a question may mean several things, and naming them.

A question is underspecified when sentences about clearly different things hold all of it equally
well: two people of that name, two documents with a figure each. What tells the things apart is
the title of their document or the heading they stand under, and the question mentions none of it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from retrieval.answering.saying import Saying, compared, said
from retrieval.domain import Choice
from retrieval.text.wording import content_words

__all__ = ["Candidate", "find_choices"]

MARGIN = 0.9
"""A sentence is as good as the best one from this part of the best score on."""
MOST_WORDS = 4
"""A question with more content words than this says enough of what it means."""
MOST_CHOICES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may answer."""

    title: str
    headings: tuple[str, ...]
    text: str
    score: float
    """Not negative; larger is better."""


def find_choices(
    question: str, candidates: Iterable[Candidate], *, stem: Callable[[str], str] = str.casefold
) -> tuple[Choice, ...]:
    """Return what the question may mean, best first; nothing when it means one thing.

    Args:
        question: As it is searched.
        candidates: The best sentences, best first; read only if the question says little.
        stem: Makes forms of one word equal.
    """
    asked = {stem(word.casefold()) for word in content_words(question)}
    if not 1 <= len(asked) <= MOST_WORDS:
        return ()
    best = list(candidates)
    enough = MARGIN * best[0].score if best else 0.0
    equal = [c for c in best if c.score >= enough and asked <= _stems(_all_of(c), stem)]
    if not best or best[0] not in equal:
        return ()
    if not _say_different_things(equal):
        return ()
    labels = _labels(equal)
    kinds = {label: _stems(label, stem) for label in labels}
    shared = set.intersection(*kinds.values()) if kinds else set()
    telling = [words - shared for words in kinds.values()]
    if len(labels) < 2 or any(not words or words & asked for words in telling):
        return ()
    return tuple(
        Choice(label=label, question=f"{question} ({label})") for label in labels[:MOST_CHOICES]
    )


def _say_different_things(candidates: Sequence[Candidate]) -> bool:
    """Tell whether what is said elsewhere is more than another wording of the first."""
    first = said(candidates[0].text)
    return any(
        compared(first, said(other.text)) is not Saying.SAME
        for other in candidates[1:]
        if (other.title, other.headings) != (candidates[0].title, candidates[0].headings)
    )


def _labels(candidates: Sequence[Candidate]) -> list[str]:
    """Name each candidate by its title, or by its innermost heading within one document."""
    titles = list(dict.fromkeys(candidate.title for candidate in candidates))
    if len(titles) > 1:
        return titles
    headings = [candidate.headings[-1] if candidate.headings else "" for candidate in candidates]
    distinct = list(dict.fromkeys(headings))
    return [] if "" in distinct else distinct


def _all_of(candidate: Candidate) -> str:
    return " ".join((candidate.title, *candidate.headings, candidate.text))


def _stems(text: str, stem: Callable[[str], str]) -> set[str]:
    return {stem(word.casefold()) for word in content_words(text)}
