"""How well each word of a question is met by the words of a sentence, in any language.

Late interaction (Khattab & Zaharia 2020) with words in the place of token vectors: each word of
the question counts for the best word of the sentence. Equal stems meet wholly; others by the share
of the runs of four letters that they have in common (character 4-grams, McNamee and Mayfield
2004), which finds German compounds and endings that no stemmer knows.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.text.languages.cutting import lower_words, plain, terms_of
from retrieval.text.languages.known import ENGLISH
from retrieval.text.languages.separable import rejoined, without_infix
from retrieval.text.search_terms import stop_words

__all__ = ["ForeignWord", "cut", "met", "word_of"]

_RUN = 4
_PARTLY = 0.8
"""What a word counts at most that has another stem."""


@dataclass(frozen=True, slots=True, eq=False)
class ForeignWord:
    """A word of a text, or a pair of characters of one without blanks.

    One is the same as another only if it is the same object: that is quick to tell, and equal words
    mostly are.
    """

    term: str
    """Its stem, which an index counts it by."""
    runs: frozenset[str]
    """Its runs of four letters; none of a pair of characters."""


@lru_cache(maxsize=8192)
def cut(text: str, language: str) -> tuple[ForeignWord, ...]:
    """Cut a text into its words, without the commonest of its language.

    Behind them, verbs with the particles that stand apart from them.
    """
    common = stop_words(language)
    words = [word for word in lower_words(text, language) if word not in common]
    words += [whole for _, whole in rejoined(text, language)]
    return tuple(one for word in words for one in _cut(word, language))


def met(asked: Sequence[ForeignWord], said: Sequence[Sequence[ForeignWord]]) -> FloatArray:
    """Say how well each word of a question is met by the best word of each of some sentences.

    Args:
        asked: w words of a question.
        said: The words of n sentences.

    Returns:
        float32 [n, w], between 0 and 1.
    """
    # Sentences of one answer share most of their words: each is compared once.
    numbers: dict[ForeignWord, int] = {}
    rows = [[numbers.setdefault(word, len(numbers)) for word in words] for words in said]
    terms: defaultdict[str, list[int]] = defaultdict(list)
    runs: defaultdict[str, list[int]] = defaultdict(list)
    for word, number in numbers.items():
        terms[word.term].append(number)
        for run in word.runs:
            runs[run].append(number)
    alike = np.zeros((len(numbers) + 1, len(asked)), np.float32)
    for place, word in enumerate(asked):
        common = Counter(number for run in word.runs for number in runs.get(run, ()))
        for number, count in common.items():
            alike[number, place] = _PARTLY * count / len(word.runs)
        alike[terms.get(word.term, []), place] = 1.0
    best = np.zeros((len(said), len(asked)), np.float32)
    for at, row in enumerate(rows):
        best[at] = alike[row].max(axis=0, initial=0.0)
    return best


def word_of(word: str, term: str, language: str) -> ForeignWord:
    """Return a lower-case word of a language, or a pair of characters, with its term."""
    is_pair = word == term and len(word) <= 2
    return ForeignWord(term, frozenset() if is_pair else _runs(word, language))


@lru_cache(maxsize=16_384)
def _cut(word: str, language: str) -> tuple[ForeignWord, ...]:
    terms = terms_of(word, language)
    if len(terms) == 1:
        return (word_of(word, terms[0], language),)
    return tuple(ForeignWord(term, frozenset()) for term in terms)


def _runs(word: str, language: str) -> frozenset[str]:
    if language != ENGLISH:
        word = plain(without_infix(word, language), language)
    marked = f"^{word}"
    return frozenset(marked[at : at + _RUN] for at in range(max(len(marked) - _RUN + 1, 1)))
