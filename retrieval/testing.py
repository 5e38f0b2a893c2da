"""An encoder without a model, so that whoever tests a pipeline needs neither weights nor time."""

import hashlib
from collections.abc import Sequence

import numpy as np

from retrieval.arrays import FloatArray
from retrieval.encoder.protocol import Encoded
from retrieval.text.stop_words import HASH_ENCODER_STOP_WORDS
from retrieval.text.word_patterns import SEARCH_WORD

__all__ = ["HashEncoder"]

_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")
_SHORTEST_STEM = 3
_COMMON_WEIGHT = 0.1
_VOCABULARY = 1 << 20


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


class HashEncoder:
    """A bag of roughly stemmed words, hashed: texts are near when they share words.

    Every word is a fixed pattern of ±1/√d, so that two different words are nearly orthogonal
    and the cosine of two texts is about the share of words they have in common. Function words
    hardly count. Equal on every machine and in every process.
    """

    def __init__(self, *, dimension: int = 256, name: str = "hash") -> None:
        if dimension < 8 or dimension % 8:
            raise ValueError(f"dimension must be a multiple of 8, not {dimension}")
        self.name = name
        self.dimension = dimension
        self.fingerprint = hashlib.sha256(f"hash encoder 1 {name} {dimension}".encode()).hexdigest()

    def encode_queries(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode questions; the same as passages, since a bag of words has no prompts."""
        return self._encode(texts, hidden=hidden)

    def encode_passages(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode pieces of documents."""
        return self._encode(texts, hidden=hidden)

    def _encode(self, texts: Sequence[str], *, hidden: bool) -> Encoded:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        tokens, token_ids, token_spans = [], [], []
        for row, text in enumerate(texts):
            words = list(SEARCH_WORD.finditer(text))
            stems = [_stem(word.group().casefold()) for word in words]
            own = np.zeros((len(words), self.dimension), dtype=np.float32)
            for position, stem in enumerate(stems):
                own[position] = self._pattern(stem)
            weights = [
                _COMMON_WEIGHT if word.group().casefold() in HASH_ENCODER_STOP_WORDS else 1.0
                for word in words
            ]
            total = np.asarray(weights, dtype=np.float32) @ own
            length = float(np.linalg.norm(total))
            # A text without words still needs a direction; an own one keeps it away from the rest.
            vectors[row] = total / length if length > 0 else self._pattern("")
            tokens.append(own)
            token_ids.append(np.array([self._identifier(stem) for stem in stems], dtype=np.int32))
            spans = np.array([word.span() for word in words], dtype=np.int32)
            token_spans.append(spans.reshape(-1, 2))
        return Encoded(
            vectors=vectors,
            tokens=tuple(tokens),
            token_ids=tuple(token_ids),
            token_spans=tuple(token_spans),
            hidden=tuple(tokens) if hidden else (),
        )

    def _pattern(self, stem: str) -> FloatArray:
        digest = hashlib.shake_256(stem.encode("utf-8", "surrogatepass")).digest(
            self.dimension // 8
        )
        bits = np.unpackbits(np.frombuffer(digest, dtype=np.uint8)).astype(np.float32)
        pattern: FloatArray = (2 * bits - 1) / np.sqrt(np.float32(self.dimension))
        return pattern

    def _identifier(self, stem: str) -> int:
        digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:4], "big") % _VOCABULARY
