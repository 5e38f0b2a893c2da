"""What the answer reader looks at: a question's tokens, a sentence's, and the ranking's numbers."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.answering.confidence.evidence import Rarity
from retrieval.arrays import FloatArray, IntArray
from retrieval.text.words import places, read

__all__ = ["NUMBERS", "Reading", "compare"]

NUMBERS = 8
"""How many numbers of the ranking are read."""
_MARKS = 5
_COMMON = 0.1
"""The rarity of a token that belongs to a common word, or to none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A question of q tokens beside a sentence of s tokens, both of width w."""

    question: FloatArray
    """float32 [q, w], unit length."""
    marks: FloatArray
    """float32 [q, 5]: best and second cosine in the sentence, share, rarity, equal stem."""
    sentence: FloatArray
    """float32 [s, w], unit length."""
    beyond: FloatArray
    """float32 [s]: each token's best cosine among the question's, which tells what is new."""
    numbers: FloatArray
    """float32 [NUMBERS]: score, its four parts, distance to the best other sentence, share of the
    question's rarity that the sentence has, logarithm of its length."""


def compare(
    question: str,
    sentence: str,
    *,
    question_tokens: FloatArray,
    spans: IntArray,
    shares: FloatArray,
    sentence_tokens: FloatArray,
    scores: FloatArray,
    rarity: Rarity,
) -> Reading:
    """Lay a question beside a sentence.

    Args:
        question: The question.
        sentence: One of its candidates.
        question_tokens: float32 [q, w], unit length; those of a conversation may follow.
        spans: int32 [q, 2]: the characters of each in the question.
        shares: float32 [q]: how much each counts.
        sentence_tokens: float32 [s, w], unit length.
        scores: float32 [6]: the sentence's score, its four parts, and its distance to the best of
            the others.
        rarity: How rare a stem is.
    """
    own = spans[:, 0] < len(question)
    tokens, counted, starts = question_tokens[own], shares[own], spans[own, 0]
    words, said = read(question), {word.stem for word in read(sentence)}
    # Of each word, and behind them of what belongs to none.
    weights = [*(_COMMON if word.common else rarity(word.stem) for word in words), _COMMON]
    equal = [*(word.stem in said for word in words), False]
    at = _word_of(starts.tolist(), places(question))
    telling = [place for place, word in enumerate(words) if not word.common]
    total = sum(weights[place] for place in telling)
    held = sum(weights[place] for place in telling if equal[place])
    best, beyond = _cosines(tokens, sentence_tokens)
    numbers = (*scores, held / total if total > 0 else 0.0, math.log1p(len(sentence_tokens)) / 4)
    marks = np.empty((len(tokens), _MARKS), np.float32)
    marks[:, :2] = best
    marks[:, 2] = counted * len(counted)
    marks[:, 3] = [weights[word] for word in at]
    marks[:, 4] = [equal[word] for word in at]
    return Reading(
        question=tokens,
        marks=marks,
        sentence=sentence_tokens,
        beyond=beyond,
        numbers=np.array(numbers, np.float32),
    )


def _word_of(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the word that each token stands in; behind the last: none."""
    # Plain numbers: arrays of a dozen take longer.
    begins = [begin for begin, _ in spans]
    words = [bisect_right(begins, start) - 1 for start in starts]
    return [
        word if word >= 0 and start < spans[word][1] else len(spans)
        for word, start in zip(words, starts, strict=True)
    ]


def _cosines(tokens: FloatArray, sentence: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return each token's best and second cosine, [q, 2], and each of the sentence's best, [s]."""
    if not len(tokens) or not len(sentence):
        return np.full((len(tokens), 2), -1, np.float32), np.full(len(sentence), -1, np.float32)
    cosines = tokens @ sentence.T
    if len(sentence) == 1:
        return np.repeat(cosines, 2, axis=1), cosines.max(axis=0)
    return np.partition(cosines, -2, axis=1)[:, :-3:-1], cosines.max(axis=0)
