"""The recipe: what is computed from the sentences of a document to find them by."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.domain import BlockKind, Document, Sentence
from retrieval.encoder.protocol import Encoded, Encoder, FloatArray, IntArray
from retrieval.indexing.contexts import Context, contexts
from retrieval.indexing.quantize import compress
from retrieval.store.files.tables import Features

__all__ = ["BEFORE", "QUOTABLE", "RECIPE", "SCALES", "VALUES", "Part", "extract"]

RECIPE = "3"
"""Raised with every change to what this file computes: an older index is then embedded anew."""

BEFORE = "before"
"""Per sentence, int32: how many sentences of its context stand before it."""
QUOTABLE = "quotable"
"""Per sentence, bool: False for titles, headings and bylines, which name things and say nothing."""
VALUES = "values"
"""Per token, int8 [w]: see `retrieval.indexing.quantize`."""
SCALES = "scales"
"""Per token, float32."""

_PROBE = "Grain prices doubled between harvest and midwinter, merchants in eleven towns reported."
_SAME_POOLING = 0.9

_NAMING = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of a document's sentences that holds whole blocks only; mostly the whole document."""

    document: Document
    sentences: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class _Read:
    """What one sentence got from its context."""

    vector: FloatArray
    tokens: FloatArray


def extract(parts: Sequence[Part], encoder: Encoder) -> list[Features]:
    """Compute the features of each part; several parts at once, so that batches are full."""
    cut = [contexts(part.document, part.sentences) for part in parts]
    all_contexts = [context for own in cut for context in own]
    read = _read(all_contexts, encoder)
    if not _pools_by_mean(encoder):
        read = _read_alone(all_contexts, read, encoder)
    following = iter(read)
    return [
        _features(part, own, [sentence for _ in own for sentence in next(following)])
        for part, own in zip(parts, cut, strict=True)
    ]


def _features(part: Part, own: Sequence[Context], read: Sequence[_Read]) -> Features:
    values, scales = compress([r.tokens for r in read])
    kinds = [part.document.blocks[sentence.block].kind for sentence in part.sentences]
    return Features(
        vectors=np.stack([r.vector for r in read]),
        per_sentence={
            BEFORE: np.concatenate([np.arange(len(c.spans), dtype=np.int32) for c in own]),
            QUOTABLE: np.array([kind not in _NAMING for kind in kinds]),
        },
        token_counts=np.array([len(r.tokens) for r in read], dtype=np.int32),
        per_token={VALUES: values, SCALES: scales},
    )


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
