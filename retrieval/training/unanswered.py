"""Questions made unanswerable by one word, from questions whose answer is known.

What a reader of answers has to learn is that one word decides: another year, another name, the
opposite. SQuAD 2.0's questions without an answer were written so by people (Rajpurkar, Jia and
Liang 2018); here a word of an answered question is swapped for another of its kind that stands
near the answer and not in it, or turned into its opposite, or the question is negated. Many read
badly, and teach all the same.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from retrieval.text.words import Word, read

__all__ = ["NEIGHBOURS", "spoil"]

NEIGHBOURS = 12
"""Sentences on each side of the answering one from which another word is taken."""

_SWAPPED, _OPPOSED = 0.75, 0.1
"""Shares of the swapped and of those with an opposite; the rest is negated."""
_ENDING = 3
_SHORTEST = 5
_AUXILIARIES = frozenset(
    """is are was were do does did can could has have had will would should may might
    must""".split()
)


def spoil(
    question: str, sentence: str, near: Sequence[str], rng: np.random.Generator
) -> str | None:
    """Change one word of a question so that its sentence no longer answers it.

    Args:
        question: One that the sentence answers.
        sentence: The sentence.
        near: Sentences of the same document, from which another word is taken.
        rng: What draws the way and the word.

    Returns:
        The question changed, or ``None`` when no way leads to one.
    """
    drawn = float(rng.random())
    if drawn < _SWAPPED:
        return _swapped(question, sentence, near, rng)
    return _opposed(question, rng) if drawn < _SWAPPED + _OPPOSED else _negated(question)


def _swapped(
    question: str, sentence: str, near: Sequence[str], rng: np.random.Generator
) -> str | None:
    asked = read(question)
    known = {word.stem for word in (*asked, *read(sentence))}
    others: dict[str, list[str]] = {}
    for text in near:
        for word in read(text):
            if not word.common and word.stem not in known:
                others.setdefault(_kind(word), []).append(word.text)
    places = [
        place for place, word in enumerate(asked) if not word.common and _kind(word) in others
    ]
    if not places:
        return None
    word = asked[int(rng.choice(places))]
    choices = others[_kind(word)]
    return _replace(question, word.text, choices[int(rng.integers(len(choices)))])


def _opposed(question: str, rng: np.random.Generator) -> str | None:
    found = [word for word in read(question) if word.lower in _opposites()]
    if not found:
        return None
    word = found[int(rng.integers(len(found)))]
    choices = _opposites()[word.lower]
    return _replace(question, word.text, choices[int(rng.integers(len(choices)))])


def _negated(question: str) -> str | None:
    word = next((word for word in read(question) if word.lower in _AUXILIARIES), None)
    return None if word is None else _replace(question, word.text, f"{word.text} not")


def _kind(word: Word) -> str:
    """Name the kind within which words are swapped."""
    if word.text.isdigit() and len(word.text) == 4:
        return "year"
    if word.number:
        return "number"
    if word.name:
        return "name"
    return word.lower[-_ENDING:] if len(word.lower) >= _SHORTEST else word.lower[-1:]


def _replace(question: str, word: str, other: str) -> str:
    start = question.index(word)
    return question[:start] + other + question[start + len(word) :]


@cache
def _opposites() -> dict[str, tuple[str, ...]]:
    lines = files("retrieval.text").joinpath("opposites.txt").read_text(encoding="utf-8")
    sides: dict[str, tuple[str, ...]] = {}
    for line in lines.splitlines():
        if line and not line.startswith("#"):
            one, other = line.split()
            sides[one] = (*sides.get(one, ()), other)
            sides[other] = (*sides.get(other, ()), one)
    return sides
