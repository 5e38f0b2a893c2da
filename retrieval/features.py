"""The recipe: what is computed from the sentences of a document to find them by."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.domain import Document, Sentence
from retrieval.encoder.protocol import Encoder
from retrieval.store.tables import Features

__all__ = ["RECIPE", "Part", "extract"]

RECIPE = "1"
"""Raised with every change to what this file computes: an older index is then embedded anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of a document's sentences that holds whole blocks only; mostly the whole document."""

    document: Document
    sentences: Sequence[Sentence]

    def texts(self) -> list[str]:
        """Return the sentences as they stand in the document."""
        text = self.document.text
        return [text[sentence.start : sentence.end] for sentence in self.sentences]


def extract(parts: Sequence[Part], encoder: Encoder) -> list[Features]:
    """Compute the features of each part; several parts at once, so that batches are full."""
    encoded = encoder.encode_passages([text for part in parts for text in part.texts()])
    ends = np.cumsum([len(part.sentences) for part in parts])
    return [Features(vectors=vectors) for vectors in np.split(encoded.vectors, ends[:-1])]
