"""How well each word of a question is met by a sentence, and by the sentences around it.

Late interaction as in ColBERT (Khattab & Zaharia 2020, arXiv 2004.12832): a question's token
counts for its best cosine among a sentence's tokens ("MaxSim"), and a sentence for the mean over
the question's tokens. Here the mean is weighted, because "supplier" says more than "of", and the
same is asked of the whole context, because half of a question is often met by the sentence
before.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.protocol import FloatArray
from retrieval.indexing.quantize import ByteArray
from retrieval.store.files.dense import RowArray

__all__ = ["Interaction", "TokenTable", "best_matches", "interact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenTable:
    """The stored tokens of n sentences."""

    values: ByteArray
    """int8 [T, w], as `retrieval.indexing.quantize.compress` makes them."""
    scales: FloatArray
    """float32 [T]."""
    offsets: RowArray
    """int64 [n + 1]: the tokens of sentence i are the rows offsets[i]:offsets[i + 1]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Scores of m sentences, each a weighted mean of cosines."""

    sentence: FloatArray
    """float32 [m]: what each sentence meets by itself."""
    context: FloatArray
    """float32 [m]: what it meets together with those sentences of its context that are given."""
    matches: FloatArray
    """float32 [m, q]: each question token's best cosine in each sentence."""
    shares: FloatArray
    """float32 [q]: how much each question token counts; they add up to 1."""


def best_matches(query: FloatArray, table: TokenTable, rows: RowArray) -> FloatArray:
    """Return every question token's best cosine in each sentence.

    Args:
        query: float32 [q, w], unit length.
        table: Tokens of all sentences.
        rows: int64 [m]: the sentences looked at.

    Returns:
        float32 [m, q]; −1 throughout for a sentence without tokens.
    """
    starts, stops = table.offsets[rows], table.offsets[rows + 1]
    counts = stops - starts
    best = np.full((len(rows), len(query)), -1, dtype=np.float32)
    full = np.flatnonzero(counts)
    if not len(full) or not len(query):
        return best
    # Position of every token among those looked at, less where its sentence begins there.
    firsts = np.cumsum(counts[full]) - counts[full]
    places = np.repeat(starts[full] - firsts, counts[full]) + np.arange(counts[full].sum())
    # A token's scale is applied to its q cosines, which are fewer than its numbers.
    cosines = table.values[places].astype(np.float32) @ query.T
    cosines *= table.scales[places, np.newaxis]
    best[full] = np.maximum.reduceat(cosines, firsts, axis=0)
    return best


def interact(
    query: FloatArray,
    weights: FloatArray,
    table: TokenTable,
    rows: RowArray,
    contexts: NDArray[np.integer],
) -> Interaction:
    """Score sentences by late interaction.

    Args:
        query: float32 [q, w], unit length; q may be 0, which scores 0.
        weights: float32 [q], positive; empty: every token counts the same.
        table: Tokens of all sentences.
        rows: int64 [m]: the sentences to score.
        contexts: int [m]: equal for sentences of one context.
    """
    best = best_matches(query, table, rows)
    shares = _shares(weights, len(query))
    names, places = np.unique(contexts, return_inverse=True)
    together = np.full((len(names), len(query)), -1, dtype=np.float32)
    np.maximum.at(together, places, best)
    return Interaction(
        sentence=best @ shares,
        context=(together @ shares)[places],
        matches=best,
        shares=shares,
    )


def _shares(weights: FloatArray, count: int) -> FloatArray:
    counted = weights if len(weights) else np.ones(count, dtype=np.float32)
    shares: FloatArray = (counted / max(float(counted.sum()), 1e-12)).astype(np.float32)
    return shares
