"""How alike two texts are by runs of letters, in any language.

Words and their stems count what a question asks for; this also counts what else a sentence speaks
of, since the cosine of two bags of character n-grams (McNamee and Mayfield 2004) falls with what
only one of them has. It finds parts of compounds and endings that no stemmer knows.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.text.languages.cutting import lower_words
from retrieval.text.languages.scripts import Script, script_of

__all__ = ["likeness"]

_RUN = 5
"""Letters, a blank before and behind the word among them."""
_RUN_UNSPACED = 3
"""Of alphabets that are written without blanks, such as Thai."""
_FIRST_IDEOGRAPH = "\u3005"
"""From here on, one character says as much as some letters."""


def likeness(asked: str, texts: Sequence[tuple[str, str]], language: str) -> FloatArray:
    """Return the cosine of a question and of each of n texts, by their runs of letters.

    Args:
        asked: The question.
        texts: Each text with the ISO 639-1 code of its language.
        language: That of the question.

    Returns:
        float32 [n], between 0 and 1.
    """
    own = _counted(asked, language)
    found = [_product(own, _counted(text, spoken)) for text, spoken in texts]
    return np.array(found, np.float32)


def _product(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[run] for run, weight in one.items() if run in other)


@lru_cache(maxsize=8192)
def _counted(text: str, language: str) -> dict[str, float]:
    """Weigh the runs of a text by the logarithm of how often it has them; the squares sum to 1."""
    counts = Counter(run for word in lower_words(text, language) for run in _runs(word))
    weights = {run: 1 + math.log(count) for run, count in counts.items()}
    whole = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {run: weight / whole for run, weight in weights.items()}


def _runs(word: str) -> Iterator[str]:
    if word.isascii() or all(script_of(letter) is not Script.UNSPACED for letter in word):
        yield from _overlapping(f" {word} ", _RUN)
    elif max(word) >= _FIRST_IDEOGRAPH:
        yield from word
        yield from _overlapping(word, 2)
    else:
        yield from _overlapping(word, _RUN_UNSPACED)


def _overlapping(word: str, size: int) -> Iterator[str]:
    for at in range(max(len(word) - size, 0) + 1):
        yield word[at : at + size]
