"""BM25 over the sentences of an index: the one file that knows bm25s."""

import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer  # type: ignore[import-not-found]

from retrieval.encoder.protocol import FloatArray
from retrieval.errors import IndexDamagedError

__all__ = ["LexicalIndex"]


class LexicalIndex:
    """Stemmed words of n sentences, with their BM25 weights."""

    def __init__(self, index: Any, size: int) -> None:  # noqa: ANN401 (bm25s has no types)
        self._index = index
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str]) -> "LexicalIndex":
        """Index sentences; their position is their id."""
        bm25s = _bm25s()
        index = bm25s.BM25()
        index.index(_tokenize(texts), show_progress=False)
        return cls(index, len(texts))

    def scores(self, question: str) -> FloatArray:
        """Return the BM25 score of every sentence, float32 [n]."""
        words = [w for w in _tokenize([question])[0] if w in self._index.vocab_dict]
        if not words:
            return np.zeros(self._size, dtype=np.float32)
        scores: FloatArray = self._index.get_scores(words)
        return scores

    def save(self, directory: Path) -> None:
        """Write the index into a directory of its own."""
        self._index.save(str(directory), show_progress=False)

    @classmethod
    def load(cls, directory: Path) -> "LexicalIndex":
        """Open a saved index."""
        try:
            index = _bm25s().BM25.load(str(directory), mmap=True)
        except (ValueError, KeyError, OSError) as error:
            raise IndexDamagedError(
                f"{directory} is damaged; run `verbatim index` to build the index anew."
            ) from error
        return cls(index, int(index.scores["num_docs"]))


def _tokenize(texts: Sequence[str]) -> list[list[str]]:
    words: list[list[str]] = _bm25s().tokenize(
        list(texts),
        stopwords="en",
        stemmer=Stemmer.Stemmer("english"),  # One must not be shared between threads.
        return_ids=False,
        show_progress=False,
    )
    return words


@cache
def _bm25s() -> Any:  # noqa: ANN401
    import bm25s  # type: ignore[import-untyped]

    # It sets its own logger to DEBUG when imported.
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return bm25s
