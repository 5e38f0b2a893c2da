"""What the answer reader looks at: a question's tokens, a sentence's, and the ranking's numbers."""

from dataclasses import dataclass

import numpy as np

from retrieval.answering.confidence.evidence import Rarity
from retrieval.arrays import FloatArray, IntArray
from retrieval.text.words import places, read

__all__ = ["NUMBERS", "Reading", "compare"]

NUMBERS = 8
"""How many numbers of the ranking are read."""
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
    rare = np.full(len(tokens), _COMMON, np.float32)
    equal = np.zeros(len(tokens), np.float32)
    total = held = 0.0
    for word, (start, end) in zip(words, places(question), strict=True):
        at = (starts >= start) & (starts < end)
        equal[at] = word.stem in said
        if not word.common:
            weight = rarity(word.stem)
            rare[at] = weight
            total += weight
            held += weight * (word.stem in said)
    if len(sentence_tokens) and len(tokens):
        cosines = tokens @ sentence_tokens.T
        beyond = cosines.max(axis=0)
        best = np.sort(cosines, axis=1)[:, ::-1][:, :2]
        if best.shape[1] < 2:
            best = np.repeat(best, 2, axis=1)
    else:
        beyond = np.full(len(sentence_tokens), -1, np.float32)
        best = np.full((len(tokens), 2), -1, np.float32)
    numbers = (*scores, held / total if total > 0 else 0.0, np.log1p(len(sentence_tokens)) / 4)
    return Reading(
        question=tokens,
        marks=np.column_stack([best, counted * len(counted), rare, equal]).astype(np.float32),
        sentence=sentence_tokens,
        beyond=beyond,
        numbers=np.array(numbers, np.float32),
    )
