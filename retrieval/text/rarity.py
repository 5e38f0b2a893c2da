"""How much a term weighs, where few texts can't tell.

In an index of twenty sentences none uses "when": by inverse document frequency alone it would be
the rarest of words, and a question that begins with it be held to ask of something that isn't
there. So in an index of fewer than `LEAST` texts a word counts as used by at least the share of
texts that use it in everyday English. Larger ones tell themselves.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["LEAST", "expected_shares", "inverse_frequency"]

LEAST = 1000
"""Texts from which on an index tells by itself how rare a word is."""


def inverse_frequency(
    size: int, used: ArrayLike, terms: Sequence[str] | None = None
) -> NDArray[np.float64]:
    """Weigh terms by how few texts use them, in Lucene's form of BM25 (Robertson & Zaragoza 2009).

    Args:
        size: How many texts there are.
        used: How many of them use each term, numbers [t].
        terms: The terms, as `retrieval.text.search_terms` makes them; None: no English words.

    Returns:
        float64 [t], above 0.
    """
    count = np.asarray(used, dtype=np.float64)
    if size < LEAST and terms is not None:
        shares = expected_shares()
        count = np.maximum(count, size * np.array([shares.get(term, 0.0) for term in terms]))
    weights: NDArray[np.float64] = np.log1p((size - count + 0.5) / (count + 0.5))
    return weights


@cache
def expected_shares() -> Mapping[str, float]:
    """Return the share of texts of some sixty words that use a term, for common English ones."""
    text = files("retrieval.text").joinpath("english_shares.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {term: float(share) for term, share in lines}
