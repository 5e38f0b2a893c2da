"""How well each word of a question is met by a sentence, and by the sentences around it.

Late interaction as in ColBERT (Khattab & Zaharia 2020, arXiv 2004.12832): a question's token
counts for its best cosine among a sentence's tokens ("MaxSim"), and a sentence for the mean over
the question's tokens. Here the mean is weighted, because "supplier" says more than "of", and the
same is asked of the whole context, because half of a question is often met by the sentence
before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import FloatArray, IdArray, distinct
from retrieval.store.token_codes import dot_products
from retrieval.store.values import TokenVectors

__all__ = ["INTRODUCED", "Interaction", "best_matches", "interact", "matches_with_above"]

INTRODUCED = 0.3
"""How much what introduces a sentence counts in its own place: it is shared by all that stands
below it, and read once more in the context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Scores of m sentences, each a weighted mean of cosines."""

    sentence: FloatArray
    """float32 [m]: what each sentence meets by itself."""
    context: FloatArray
    """float32 [m]: what it meets together with those sentences of its context that are given."""
    matches: FloatArray
    """float32 [m, q]: each question token's best cosine in each sentence and its introductions."""
    around: FloatArray
    """float32 [m, q]: the same in what is given of its context."""
    shares: FloatArray
    """float32 [q]: how much each question token counts; they add up to 1."""


def best_matches(query: FloatArray, tokens: TokenVectors) -> FloatArray:
    """Return every question token's best cosine in each sentence.

    Args:
        query: float32 [q, w], unit length.
        tokens: Those of m sentences.

    Returns:
        float32 [m, q]; −1 throughout for a sentence without tokens.
    """
    counts = tokens.offsets[1:] - tokens.offsets[:-1]
    is_full = counts > 0
    if not is_full.any() or not len(query):
        return np.full((len(counts), len(query)), -1, dtype=np.float32)
    # A token's scale is applied to its q cosines, which are fewer than its numbers; as single
    # precision at once, since half of it is slow to read, and would be q times.
    cosines = dot_products(tokens.values, query)
    cosines *= tokens.scales.astype(np.float32)[:, np.newaxis]
    if is_full.all():
        every: FloatArray = np.maximum.reduceat(cosines, tokens.offsets[:-1], axis=0)
        return every
    best = np.full((len(counts), len(query)), -1, dtype=np.float32)
    best[is_full] = np.maximum.reduceat(cosines, tokens.offsets[:-1][is_full], axis=0)
    return best


def matches_with_above(
    query: FloatArray,
    ids: IdArray,
    above: Sequence[IdArray],
    tokens_of: Callable[[IdArray], TokenVectors],
) -> tuple[FloatArray, list[FloatArray | None]]:
    """Return every question token's best cosine in m sentences, and in what stands above each.

    Args:
        query: float32 [q, w], unit length.
        ids: int64 [m], the sentences.
        above: Of each kind of what may stand above them, int64 [m, i]: ids, −1 where there is none.
        tokens_of: Returns the tokens of sentences by their ids; asked once for all of them.

    Returns:
        float32 [m, q]; and of each kind the same, −1 throughout where nothing stands above, None
        where nothing stands above any.
    """
    others = distinct(np.concatenate([one[one >= 0] for one in above]))
    best = best_matches(query, tokens_of(np.concatenate([ids, others])))
    # Behind the last stands what is met where there is none.
    met = np.concatenate([best[len(ids) :], np.full((1, len(query)), -1, np.float32)])
    return best[: len(ids)], [
        met[np.where(one >= 0, others.searchsorted(one), len(others))].max(axis=1)
        if (one >= 0).any()
        else None
        for one in above
    ]


def interact(
    own: FloatArray,
    weights: FloatArray,
    contexts: NDArray[np.integer],
    introduced: FloatArray | None = None,
) -> Interaction:
    """Score sentences by late interaction.

    What introduces a sentence is compared with it, as if it stood in it: a question's words are
    met by "Falcon 300" above "The default PIN is 9930." It counts for `INTRODUCED` of what the
    sentence would gain if it did, and in the context for all of it.

    Args:
        own: float32 [m, q]: each question token's best cosine in each sentence, as `best_matches`
            has it; q may be 0, which scores 0.
        weights: float32 [q], positive; empty: every token counts the same.
        contexts: int [m]: equal for sentences of one context.
        introduced: float32 [m, q]: each question token's best cosine in what introduces each
            sentence; None: nothing does.
    """
    best = own if introduced is None else np.maximum(own, introduced)
    shares = _shares(weights, own.shape[1])
    names = distinct(contexts.astype(np.int64, copy=False))
    places = names.searchsorted(contexts)
    # Those of one context behind each other, of which each is the best: at once, by their places,
    # they would be compared number by number.
    order = places.argsort(kind="stable")
    begins = places[order].searchsorted(np.arange(len(names)))
    together = np.maximum(np.maximum.reduceat(best[order], begins, axis=0), np.float32(-1))
    return Interaction(
        sentence=(own if best is own else own + INTRODUCED * (best - own)) @ shares,
        context=(together @ shares)[places],
        matches=best,
        around=together[places],
        shares=shares,
    )


def _shares(weights: FloatArray, count: int) -> FloatArray:
    counted = weights if len(weights) else np.ones(count, dtype=np.float32)
    shares: FloatArray = (counted / max(float(counted.sum()), 1e-12)).astype(np.float32)
    return shares
