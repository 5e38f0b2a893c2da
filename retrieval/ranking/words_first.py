"""Words before vectors, for a question in a language that the model doesn't know."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.domain import Scope
from retrieval.ranking.candidates import Candidates, in_best_order
from retrieval.ranking.query import EncodedQuery
from retrieval.store.interface import IndexReader
from retrieval.text.languages.known import ENGLISH
from retrieval.text.languages.matching import cut, met, word_of
from retrieval.text.question_terms import asked_words

__all__ = ["WordMatches", "match_words", "words_first"]

_OWN, _NEAR, _PARAGRAPH, _DOCUMENT, _FUSED = 1.0, 0.5, 0.5, 0.25, 1.3
"""How much the words of the sentence count, those of it and its neighbours, of all sentences of its
paragraph and of its document that were found, and the fused score. Set by what German and Chinese
have in common; alone, either would have the fused score count more, or less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatches:
    """How the words of a question are met by m sentences."""

    own: FloatArray
    """float32 [m, w]: how well each word is met by each sentence."""
    near: FloatArray
    """float32 [m, w]: and by the sentence together with those before and after it."""
    paragraph: FloatArray
    """float32 [m, w]: and by the best of all those sentences in its paragraph."""
    document: FloatArray
    """float32 [m, w]: and in its document."""
    told: FloatArray
    """float32 [m, w]: and by the sentence together with the question or the headings over it."""
    shares: FloatArray
    """float32 [w]: how much each word counts, by its rarity; they add up to 1."""


def match_words(
    question: str,
    language: str,
    rows: list[int],
    reader: IndexReader,
    text_of: Callable[[int], str],
    *,
    scope: Scope,
) -> WordMatches:
    """Compare the words of a question with sentences and their neighbours in the paragraph.

    Args:
        question: The question, with what its conversation adds.
        language: The ISO 639-1 code of its language.
        rows: The ids of the sentences.
        reader: Where they are from.
        text_of: Returns the words of a sentence by its id.
        scope: Where words are counted.
    """
    words = asked_words(question, language, reader.languages)
    asked = tuple({word.term: word for word in words}.values())
    rarity = reader.rarity(
        [word.term for word in asked],
        variants={word.term: word.variants for word in asked if word.variants},
        scope=scope,
    )
    whole = max(float(rarity.sum()), 1e-9)
    places = reader.places(rows)
    around = [
        [at for at in (place.id - 1, place.id, place.id + 1) if at in place.block_ids]
        for place in places
    ]
    said_in: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for place, ids in zip(places, around, strict=True):
        looked_at = dict.fromkeys((*ids, *place.introduced_by))
        said_in[reader.document(place.document).language or ENGLISH].update(looked_at)
    known: dict[int, FloatArray] = {}
    for spoken, rows_in in said_in.items():
        meant = [word_of(one.word, one.by_language[spoken]) for one in asked]
        said = [cut(text_of(row), spoken) for row in rows_in]
        known.update(zip(rows_in, met(meant, said), strict=True))
    size = (len(rows), len(asked))
    own = np.array([known[place.id] for place in places], np.float32).reshape(size)
    near = [np.max([known[at] for at in ids], axis=0) for ids in around]
    told = [
        np.max([known[at] for at in (place.id, *place.introduced_by)], axis=0) for place in places
    ]
    return WordMatches(
        own=own,
        near=np.array(near, np.float32).reshape(size),
        paragraph=_together(own, [(place.document, place.block) for place in places]),
        document=_together(own, [place.document for place in places]),
        told=np.array(told, np.float32).reshape(size),
        shares=(rarity / whole).astype(np.float32),
    )


def words_first(
    found: Candidates,
    encoded: EncodedQuery,
    reader: IndexReader,
    text_of: Callable[[int], str],
    *,
    scope: Scope,
) -> Candidates:
    """Order sentences by the words that they share with a question, the fused score after them."""
    words = match_words(
        encoded.query.text,
        encoded.language,
        found.rows.tolist(),
        reader,
        text_of,
        scope=scope,
    )
    scores = (
        _OWN * (words.own @ words.shares)
        + _NEAR * (words.near @ words.shares)
        + _PARAGRAPH * (words.paragraph @ words.shares)
        + _DOCUMENT * (words.document @ words.shares)
        + _FUSED * found.scores
    ) / (_OWN + _NEAR + _PARAGRAPH + _DOCUMENT + _FUSED)
    return in_best_order(found, scores.astype(np.float32))


def _together(own: FloatArray, groups: Sequence[Hashable]) -> FloatArray:
    """Say how well each word is met by the best of those in the same group, float32 [m, w]."""
    rows: defaultdict[Hashable, list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        rows[group].append(row)
    together = own.copy()
    for some in rows.values():
        together[some] = own[some].max(axis=0)
    return together
