"""BM25 over sentences and their neighbours: the one file that knows bm25s.

BM25 in Lucene's form (Robertson & Zaragoza 2009; Lù 2024, arXiv 2407.03618), with little
saturation to wait for (k1) and little punishment of length (b): sentences are short already.
"""

import logging
import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer  # type: ignore[import-not-found]

from retrieval.encoder.protocol import FloatArray
from retrieval.errors import IndexDamagedError
from retrieval.text.identifiers import identifier_terms

__all__ = ["LexicalIndex", "windows"]

_K1 = 0.9
_B = 0.4
_WORD = re.compile(r"\w+")
STOP_WORDS = frozenset(
    (
        "a an and are as at be but by for if in into is it no not of on or such that the their "
        "then there these they this to was will with"
    ).split()
)
"""Lucene's list for English. Question words stay: with a sentence's "when" they mean something."""
_NO_WORD = ""
"""Stands in texts without words, since the library needs one in each; no question has it."""


def windows(texts: Sequence[str], contexts: Sequence[int], title: str) -> list[str]:
    """Join each sentence with its neighbours in the same context, and with the title.

    The answer to "when did Rollo land?" often says "he" and names Rollo one sentence before.

    Args:
        texts: n sentences of one document in order.
        contexts: n numbers, equal for sentences of one context.
        title: The document's.
    """
    last = len(texts) - 1
    joined = []
    for i, own in enumerate(contexts):
        around = range(max(i - 1, 0), min(i + 1, last) + 1)
        near = (texts[j] for j in around if contexts[j] == own)
        joined.append(" ".join(chain(near, [title])))
    return joined


class LexicalIndex:
    """Stemmed words of n texts, with their BM25 weights."""

    def __init__(self, index: Any, size: int) -> None:  # noqa: ANN401 (bm25s has no types)
        self._index = index
        self._size = size
        # The library keeps the products only; a word's texts are the entries of its column.
        columns = np.diff(index.scores["indptr"])
        self._rarity = np.log1p((size - columns + 0.5) / (columns + 0.5))
        self._unseen = float(np.log1p((size + 0.5) / 0.5))

    @classmethod
    def build(cls, texts: Sequence[str]) -> "LexicalIndex":
        """Index texts; their position is their id."""
        index = _bm25s().BM25(k1=_K1, b=_B, method="lucene")
        index.index(
            [
                words + _stemmed(identifier_terms(text)) or [_NO_WORD]
                for words, text in zip(_tokenize(texts), texts, strict=True)
            ],
            show_progress=False,
        )
        return cls(index, len(texts))

    def scores(self, question: str) -> FloatArray:
        """Return how much of the question each text uses, float32 [n], at least 0, below 1.

        It is BM25 divided by the weight of all words of the question, those that no text uses
        among them: a question about something else scores low even in its best text.
        """
        words = set(_tokenize([question])[0])
        known = {word for word in words if self._has(word)}
        unseen = self._unseen * (len(words) - len(known))
        # What identifiers add is another way to find them, and no word that a text has to have.
        known.update(word for word in _stemmed(identifier_terms(question)) if self._has(word))
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        found = sorted(known)
        weight = self._rarity[[self._index.vocab_dict[word] for word in found]].sum() + unseen
        scores: FloatArray = np.asarray(self._index.get_scores(found), np.float32)
        return scores / np.float32(weight)

    def _has(self, stem: str) -> bool:
        return stem in self._index.vocab_dict

    def rarity(self, stem: str) -> float:
        """Return how rare a stem is: 1 where no text has it, towards 0 where most do."""
        place = self._index.vocab_dict.get(stem)
        return 1.0 if place is None else float(self._rarity[place]) / self._unseen

    def save(self, directory: Path) -> None:
        """Write the index into a directory of its own."""
        self._index.save(str(directory), show_progress=False)

    @classmethod
    def load(cls, directory: Path) -> "LexicalIndex":
        """Open a saved index.

        Raises:
            IndexDamagedError: It can't be read.
        """
        try:
            index = _bm25s().BM25.load(str(directory), mmap=True)
            return cls(index, int(index.scores["num_docs"]))
        except (ValueError, KeyError, OSError) as error:
            raise IndexDamagedError(
                f"{directory} is damaged; run `verbatim index` to build the index anew."
            ) from error


def _stemmed(words: Sequence[str]) -> list[str]:
    stems: list[str] = Stemmer.Stemmer("english").stemWords(list(words))
    return stems


def _tokenize(texts: Sequence[str]) -> list[list[str]]:
    # The library's own way builds a progress bar for every call, which takes longer than a search.
    stem = Stemmer.Stemmer("english").stemWords
    words = (_WORD.findall(text.lower()) for text in texts)
    return [stem([word for word in own if word not in STOP_WORDS]) for own in words]


@cache
def _bm25s() -> Any:  # noqa: ANN401
    import bm25s  # type: ignore[import-untyped]

    # It sets its own logger to DEBUG when imported.
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return bm25s
