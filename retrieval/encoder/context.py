"""Token vectors of sentences that the model read inside their paragraph ("late chunking").

A word's vector depends on the words around it, so a sentence read inside its paragraph knows
what its pronouns stand for. Günther et al., "Late Chunking", 2024 (arXiv 2409.04701), pool such
tokens to one vector; here they stay tokens, for late interaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.encoder.protocol import Encoded, Encoder, FloatArray, IntArray

__all__ = ["Paragraph", "SentenceTokens", "encode_in_context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text and the sentences in it."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    """Half-open character ranges in ``text``, in order and without overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTokens:
    """The tokens of one sentence; t may be 0."""

    ids: IntArray
    """int32 [t]."""
    vectors: FloatArray
    """float32 [t, w], unit length."""
    weights: FloatArray
    """float32 [t], or empty where the encoder gives no weights."""


def encode_in_context(
    encoder: Encoder, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[SentenceTokens, ...], ...]:
    """Encode paragraphs and hand each sentence its tokens, in the order given.

    A paragraph that is longer than the model's maximum is read in several pieces, each of which
    begins with the first sentence that the one before did not hold in full; only a sentence that
    is itself longer than the maximum is cut.
    """
    found: list[list[SentenceTokens]] = [[] for _ in paragraphs]
    waiting = [i for i, paragraph in enumerate(paragraphs) if paragraph.sentences]
    while waiting:
        starts = [paragraphs[i].sentences[len(found[i])][0] for i in waiting]
        pieces = [paragraphs[i].text[start:] for i, start in zip(waiting, starts, strict=True)]
        encoded = encoder.encode_passages(pieces)
        for row, (i, start) in enumerate(zip(waiting, starts, strict=True)):
            left = paragraphs[i].sentences[len(found[i]) :]
            found[i] += _whole_sentences(encoded, row, [(a - start, b - start) for a, b in left])
        waiting = [i for i in waiting if len(found[i]) < len(paragraphs[i].sentences)]
    return tuple(tuple(sentences) for sentences in found)


def _whole_sentences(
    encoded: Encoded, row: int, sentences: list[tuple[int, int]]
) -> list[SentenceTokens]:
    spans = encoded.token_spans[row]
    read_to = int(spans[-1, 1]) if len(spans) else 0
    found = []
    for position, (start, end) in enumerate(sentences):
        # The first is taken as it is: nothing could hold more of it.
        if position and end > read_to:
            break
        own = np.flatnonzero((spans[:, 0] >= start) & (spans[:, 0] < end))
        weights = encoded.weights[row][own] if encoded.weights else np.empty(0, np.float32)
        found.append(
            SentenceTokens(
                ids=encoded.token_ids[row][own],
                vectors=encoded.tokens[row][own],
                weights=weights,
            )
        )
    return found
