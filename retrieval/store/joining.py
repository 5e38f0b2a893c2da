"""Putting together what was computed of a document's contexts one after the other."""

from collections.abc import Sequence

import numpy as np

from retrieval.store.values import Features

__all__ = ["joined_features"]


def joined_features(parts: Sequence[Features]) -> Features:
    """Return the features of all parts in a row; there is at least one part."""
    first = parts[0]
    if len(parts) == 1:
        return first
    counts = [
        np.zeros(len(one), np.int32) if one.token_counts is None else one.token_counts
        for one in parts
    ]
    return Features(
        vectors=np.concatenate([one.vectors for one in parts]),
        per_sentence={
            name: np.concatenate([one.per_sentence[name] for one in parts])
            for name in first.per_sentence
        },
        token_counts=np.concatenate(counts),
        per_token={
            name: np.concatenate([one.per_token[name] for one in parts]) for name in first.per_token
        },
    )
