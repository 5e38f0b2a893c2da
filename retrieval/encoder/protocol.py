"""What the rest of the program asks of an embedding model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from retrieval.arrays import FloatArray, IntArray

__all__ = ["Encoded", "Encoder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """The vectors of n texts, in the order the texts were given.

    Tokens that a tokenizer adds by itself ([CLS], [SEP], …) and those of a model's prompt are
    left out of every per-token field, and so are the tokens beyond the model's maximum length:
    text ``i`` has t_i tokens, which may be none.
    """

    vectors: FloatArray
    """float32 [n, d], unit length: one per text, pooled the way the model's authors pool."""
    tokens: tuple[FloatArray, ...]
    """n × float32 [t_i, w], unit length: one per token, for late interaction."""
    token_ids: tuple[IntArray, ...]
    """n × int32 [t_i]: positions in the vocabulary."""
    token_spans: tuple[IntArray, ...]
    """n × int32 [t_i, 2]: half-open character ranges in the text that was given."""
    hidden: tuple[FloatArray, ...] = ()
    """n × float32 [t_i, h]: the last hidden states as they are, only when asked for."""
    weights: tuple[FloatArray, ...] = ()
    """n × float32 [t_i]: how much each token matters, where the token head says so."""

    def __len__(self) -> int:
        return len(self.vectors)


class Encoder(Protocol):
    """An embedding model; every method may be called from several threads at once."""

    @property
    def name(self) -> str:
        """The model as its user named it."""

    @property
    def dimension(self) -> int:
        """Length of a sentence vector."""

    @property
    def fingerprint(self) -> str:
        """Equal for equal vectors: a hash of everything in the model that decides them."""

    def encode_queries(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode questions, with the model's own query prompt."""

    def encode_passages(self, texts: Sequence[str], *, hidden: bool = False) -> Encoded:
        """Encode pieces of documents, with the model's own document prompt."""
