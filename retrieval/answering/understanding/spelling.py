"""Reading a slip of the keyboard as the word of the documents that was meant.

Only where both the documents and the question are English. A word is taken for a slip only if the
documents don't use it in any form, English doesn't either (english.txt, some 63,000 common words
and names), and it is no identifier, number or abbreviation; and only if a word of the documents,
or one of those that questions are built of, is one slip away: a letter left out, put in, changed
or swapped with the next (Damerau 1964: four of five slips are one of these). Long words may have
two. Among several the more likely slip wins (letters swapped, doubled, or neighbours on the
keyboard), then the more frequent word; a name is read as another name only.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.answering.understanding.vocabulary import Vocabulary
from retrieval.text.languages.identify import ENGLISH, language_of
from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.word_patterns import LETTERS, POSSESSIVE_OR_PLURAL
from retrieval.text.wording import words

__all__ = ["Correction", "Spelled", "correct"]

_SHORTEST = 4
_FEW = 2
_ENGLISH = 0.6
"""Share of English words in an English question, at least; slips and names are none."""
_LONG = 8
"""Letters of a word from which on it may have two slips."""
_MOST_CANDIDATES = 50
_OFTEN = 100
"""Uses of a word from which on more of them say nothing."""
_EASY = 2.0
"""How much likelier letters are swapped or doubled than one is changed, in nats."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WHOLE = re.compile(r"\S+")
_OPENING = " ([{"
_PARTS = re.compile(r"[-–—/,]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One word that was read as another."""

    start: int
    """Where it stands in the question as it was typed."""
    end: int
    typed: str
    meant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A question with its slips mended."""

    question: str
    corrections: tuple[Correction, ...] = ()


def correct(question: str, vocabulary: Vocabulary) -> Spelled:
    """Mend the slips in a question by the words of the documents.

    Args:
        question: As it was typed.
        vocabulary: The words of the documents.
    """
    if (
        not vocabulary.english
        or language_of(question) != ENGLISH
        or not _reads_as_english(question, vocabulary)
    ):
        return Spelled(question=question)
    first = len(question) - len(question.lstrip(_OPENING))
    made = [
        Correction(start=start, end=end, typed=question[start:end], meant=meant)
        for start, end in _words(question)
        if (meant := _meant(question[start:end], vocabulary, first=start == first)) is not None
    ]
    text, last = [], 0
    for one in made:
        text += [question[last : one.start], one.meant]
        last = one.end
    return Spelled(question="".join((*text, question[last:])), corrections=tuple(made))


def _reads_as_english(question: str, vocabulary: Vocabulary) -> bool:
    """Tell whether most of the words are English, as those of the documents are.

    Two words may both be slips, or names.
    """
    low = [word.casefold() for word in words(question)]
    known = sum(
        word in FUNCTION_WORDS or word in _english()[len(word)] or vocabulary.knows(word)
        for word in low
    )
    return len(low) <= _FEW or known >= _ENGLISH * len(low)


def _words(question: str) -> Iterator[tuple[int, int]]:
    """Find the words that are all letters, but not those inside an identifier or a quotation."""
    for whole in _WHOLE.finditer(question):
        text = whole.group()
        stop = whole.start() + len(text.rstrip(")]},.!?:;…"))
        start = whole.start() + len(text) - len(text.lstrip(_OPENING))
        position = start
        for part in _PARTS.split(question[start:stop]):
            # Most are letters only, and have no mark that an ending could begin with.
            word = part if part.isalpha() else POSSESSIVE_OR_PLURAL.sub("", part)
            if _written_plainly(word) and LETTERS.fullmatch(word):
                yield position, position + len(word)
            position += len(part) + 1


def _written_plainly(word: str) -> bool:
    """Tell words in small letters or with a capital from abbreviations and camelCase."""
    return len(word) >= _SHORTEST and (word.islower() or word.istitle())


def _meant(typed: str, vocabulary: Vocabulary, *, first: bool) -> str | None:
    word = typed.casefold()
    if word in FUNCTION_WORDS or word in _english()[len(word)] or vocabulary.knows(word):
        return None
    name = typed[0].isupper() and not first
    if name:
        found = _used(word, vocabulary, slips=1)
        # Another name is seldom a slip of this one, and never one that begins otherwise.
        found = {
            other
            for other in found
            if other[0] == word[0] and (vocabulary.names(other) or _ease(word, other) >= _EASY)
        }
        found = found if len(word) > _SHORTEST else set()
    else:
        found = _used(word, vocabulary, slips=1) | _building(word)
        if not found and len(word) >= _LONG:
            found = {other for other in _used(word, vocabulary, slips=2) if other[0] == word[0]}
        if not found:
            found = {other for other in _other_forms(word) if vocabulary.knows(other)}
    best = max(found, key=lambda other: (_likelihood(word, other, vocabulary), other), default=None)
    if best is None:
        return None
    return best.capitalize() if typed[0].isupper() else best


def _used(word: str, vocabulary: Vocabulary, *, slips: int) -> set[str]:
    """Return the words of the documents that are so many slips away at most."""
    lengths = range(len(word) - slips, len(word) + slips + 1)
    return set(chain.from_iterable(_near(word, vocabulary.of_length(n), slips) for n in lengths))


def _building(word: str) -> set[str]:
    """Return the words one slip away that questions are built of."""
    return set(_near(word, _BUILDING_WORDS, 1))


def _other_forms(word: str) -> set[str]:
    """Return the words of English one slip away: the documents may use another form of one."""
    lengths = range(len(word) - 1, len(word) + 2)
    return set(chain.from_iterable(_near(word, _english()[n], 1) for n in lengths))


def _near(word: str, others: Collection[str], slips: int) -> list[str]:
    found = process.extract(
        word, others, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_CANDIDATES
    )
    return [other for other, _, _ in found]


def _likelihood(word: str, other: str, vocabulary: Vocabulary) -> float:
    """Weigh how easily a slip happens (in nats) against how often the word is used."""
    used = _OFTEN if other in _BUILDING_WORDS else min(vocabulary.count(other), _OFTEN)
    return math.log(1 + used) + _ease(word, other)


def _ease(word: str, other: str) -> float:
    first = 0.0 if word[0] == other[0] else -_EASY
    if sorted(word) == sorted(other):
        return first + _EASY
    if len(word) != len(other):
        longer, shorter = max(word, other, key=len), min(word, other, key=len)
        doubled = any(
            longer[i] == longer[i + 1] and longer[:i] + longer[i + 1 :] == shorter
            for i in range(len(longer) - 1)
        )
        return first + (_EASY if doubled else 1.0)
    changed = [(one, two) for one, two in zip(word, other, strict=True) if one != two]
    return first + (1.0 if all(_beside(one, two) for one, two in changed) else 0.0)


def _beside(one: str, two: str) -> bool:
    """Tell whether two keys touch."""
    places = [
        (float(row), column + row / 2)
        for key in (one, two)
        for row, keys in enumerate(_ROWS)
        if (column := keys.find(key)) >= 0
    ]
    if len(places) < 2:
        return False
    (first, left), (second, right) = places
    return abs(first - second) <= 1 and abs(left - right) <= 1


_BUILDING_WORDS = frozenset(word for word in FUNCTION_WORDS if len(word) >= _SHORTEST)


@cache
def _english() -> Mapping[int, frozenset[str]]:
    """Return the common words of English by their length."""
    text = files("retrieval.answering.understanding").joinpath("english.txt")
    words: defaultdict[int, set[str]] = defaultdict(set)
    for line in text.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words[len(line)].add(line)
    return defaultdict(frozenset, {length: frozenset(some) for length, some in words.items()})
