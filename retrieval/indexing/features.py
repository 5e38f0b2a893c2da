"""The recipe: what is computed from the sentences of a document to find them by."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray, IntArray
from retrieval.encoder.protocol import Encoded, Encoder
from retrieval.indexing.contexts import Context
from retrieval.store.token_codes import compress
from retrieval.store.values import BEFORE, SCALES, VALUES, Features

__all__ = ["RECIPE", "extract"]

RECIPE = "7"
"""Raised with every change to what is computed of a context: an older index is then embedded anew.
Contexts that are cut otherwise need no other recipe, for each is known by its own text."""

_PROBE = "Grain prices doubled between harvest and midwinter, merchants in eleven towns reported."
_SAME_POOLING = 0.9


@dataclass(frozen=True, slots=True)
class _Read:
    """What one sentence got from its context."""

    vector: FloatArray
    tokens: FloatArray


def extract(contexts: Sequence[Context], encoder: Encoder) -> list[Features]:
    """Compute the features of each context's sentences; many at once, so that batches are full.

    What a context gets depends on nothing but itself and the encoder.
    """
    read = _read(contexts, encoder)
    if not _pools_by_mean(encoder):
        read = _read_alone(contexts, read, encoder)
    return list(map(_features, read))


def _features(read: Sequence[_Read]) -> Features:
    values, scales = compress([r.tokens for r in read])
    return Features(
        vectors=_rounded(np.stack([r.vector for r in read])),
        per_sentence={BEFORE: np.arange(len(read), dtype=np.int32)},
        token_counts=np.array([len(r.tokens) for r in read], dtype=np.int32),
        per_token={VALUES: values, SCALES: scales},
    )


def _rounded(vectors: FloatArray) -> FloatArray:
    """Round to half precision: every store can keep these numbers in half the room, as they are.

    A cosine changes by less than a thousandth.
    """
    rounded: FloatArray = vectors.astype(np.float16).astype(np.float32)
    return rounded


def _read(cut: Sequence[Context], encoder: Encoder) -> list[list[_Read]]:
    """Let the model read contexts; one that is too long for it is read on from where it stopped."""
    found: list[list[_Read]] = [[] for _ in cut]
    waiting = list(range(len(cut)))
    while waiting:
        # The first piece of a context begins with its title, a later one with a sentence.
        begins = [cut[i].spans[len(found[i])][0] if found[i] else 0 for i in waiting]
        texts = [cut[i].text[begin:] for i, begin in zip(waiting, begins, strict=True)]
        encoded = encoder.encode_passages(texts, hidden=True)
        for row, (i, begin) in enumerate(zip(waiting, begins, strict=True)):
            left = [(a - begin, b - begin) for a, b in cut[i].spans[len(found[i]) :]]
            found[i] += _sentences(encoded, row, left)
        waiting = [i for i in waiting if len(found[i]) < len(cut[i].spans)]
    return found


def _sentences(encoded: Encoded, row: int, spans: Sequence[tuple[int, int]]) -> list[_Read]:
    places = encoded.token_spans[row]
    read_to = int(places[-1, 1]) if len(places) else 0
    found = []
    for position, (start, end) in enumerate(spans):
        # The first is taken as it is: nothing could hold more of it.
        if position and _more_to_read(places, read_to, end):
            break
        own = np.flatnonzero((places[:, 0] >= start) & (places[:, 0] < end))
        vector = _mean(encoded.hidden[row][own]) if len(own) else encoded.vectors[row]
        found.append(_Read(vector, encoded.tokens[row][own]))
    return found


def _pools_by_mean(encoder: Encoder) -> bool:
    """Tell whether a sentence's vector can be had from the states of its tokens.

    Models that pool otherwise (by their first token, or through a further layer) don't say so,
    but a text shows it: leaving out the special tokens turns a mean by a few degrees only.
    """
    encoded = encoder.encode_passages([_PROBE], hidden=True)
    states = encoded.hidden[0]
    if not len(states) or states.shape[1] != encoder.dimension:
        return False
    return float(_mean(states) @ encoded.vectors[0]) > _SAME_POOLING


def _read_alone(
    cut: Sequence[Context], read: Sequence[Sequence[_Read]], encoder: Encoder
) -> list[list[_Read]]:
    """Replace the vectors by those of the sentences read alone."""
    texts = [context.text[start:end] for context in cut for start, end in context.spans]
    vectors = iter(encoder.encode_passages(texts).vectors)
    return [[_Read(next(vectors), sentence.tokens) for sentence in own] for own in read]


def _more_to_read(places: IntArray, read_to: int, end: int) -> bool:
    return len(places) > 0 and read_to < end


def _mean(states: FloatArray) -> FloatArray:
    mean = states.mean(axis=0)
    unit: FloatArray = (mean / max(float(np.linalg.norm(mean)), 1e-12)).astype(np.float32)
    return unit
