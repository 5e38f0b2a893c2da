"""Words before vectors, for a question in a language that the model doesn't know."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.domain import Scope
from retrieval.ranking.candidates import Candidates, in_best_order
from retrieval.store.interface import IndexReader
from retrieval.text.languages.identify import language_of
from retrieval.text.languages.matching import ForeignWord, cut, met

__all__ = ["WordMatches", "match_words", "words_first"]

_OWN, _NEAR, _FUSED = 0.5, 0.35, 0.35
"""How much the words of the sentence, those of it and its neighbours, and the fused score count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatches:
    """How the words of a question are met by m sentences."""

    own: FloatArray
    """float32 [m, w]: how well each word is met by each sentence."""
    near: FloatArray
    """float32 [m, w]: and by the sentence together with those before and after it."""
    shares: FloatArray
    """float32 [w]: how much each word counts, by its rarity; they add up to 1."""


def match_words(
    question: str,
    rows: list[int],
    reader: IndexReader,
    text_of: Callable[[int], str],
    *,
    scope: Scope,
) -> WordMatches:
    """Compare the words of a question with sentences and their neighbours in the paragraph."""
    language = language_of(question)
    asked = tuple(dict.fromkeys(cut(question, language)))
    rarity = reader.rarity([word.term for word in asked], scope=scope)
    whole = max(float(rarity.sum()), 1e-9)
    known: dict[int, FloatArray] = {}

    def meets(row: int) -> FloatArray:
        if row not in known:
            known[row] = _meets(asked, cut(text_of(row), language))
        return known[row]

    own, near = [], []
    for place in reader.places(rows):
        inside = place.block_ids
        around = [at for at in (place.id - 1, place.id, place.id + 1) if at in inside]
        own.append(meets(place.id))
        near.append(np.max([meets(at) for at in around], axis=0))
    size = (len(rows), len(asked))
    return WordMatches(
        own=np.array(own, np.float32).reshape(size),
        near=np.array(near, np.float32).reshape(size),
        shares=(rarity / whole).astype(np.float32),
    )


def words_first(
    found: Candidates,
    question: str,
    reader: IndexReader,
    text_of: Callable[[int], str],
    *,
    scope: Scope,
) -> Candidates:
    """Order sentences by the words that they share with a question, the fused score after them."""
    words = match_words(question, found.rows.tolist(), reader, text_of, scope=scope)
    scores = (
        _OWN * (words.own @ words.shares)
        + _NEAR * (words.near @ words.shares)
        + _FUSED * found.scores
    ) / (_OWN + _NEAR + _FUSED)
    return in_best_order(found, scores.astype(np.float32))


def _meets(asked: tuple[ForeignWord, ...], said: tuple[ForeignWord, ...]) -> FloatArray:
    return np.array([met(word, said) for word in asked], np.float32)
