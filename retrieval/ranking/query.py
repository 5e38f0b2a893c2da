"""What is searched for: a question, and what a conversation adds to it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import FloatArray, IntArray
from retrieval.encoder.protocol import Encoder
from retrieval.text.search_terms import aliases, search_terms

__all__ = ["EncodedQuery", "Query", "encode"]

_TOPIC = 0.5
_SAID = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question with words from its conversation, which count for less than its own."""

    question: str
    """As it was asked."""
    topic: tuple[str, ...] = ()
    """Words that set the topic of the conversation."""
    about: str = ""
    """The topic as a reader is told it; empty: its words."""
    said: tuple[str, ...] = ()
    """Words of the last answer, near which the next one often stands."""
    last: frozenset[str] = frozenset()
    """The case-folded words of the last answer, beside which the next one often stands."""
    seen: tuple[frozenset[str], ...] = ()
    """The case-folded words of each answer that the reader has been shown."""

    @property
    def understood(self) -> str:
        """The question with its topic, as a reader is told it was understood."""
        if not self.topic:
            return self.question
        return f"{self.question} (about: {self.about or ' '.join(self.topic)})"

    @property
    def text(self) -> str:
        """Everything that is searched for, the question first.

        Without the brackets that a reader is shown: each would be a token more to encode.
        """
        return " ".join((self.question, *self.topic, *self.said))

    def shares(self, spans: IntArray) -> FloatArray:
        """Say how much each token of `text` counts by where it comes from.

        Args:
            spans: int32 [t, 2]: the characters of each token in `text`.

        Returns:
            float32 [t]: 1 for the question's own tokens, less for the conversation's.
        """
        starts = spans[:, 0]
        end_of_topic = len(" ".join((self.question, *self.topic)))
        topical = np.where(starts < end_of_topic, _TOPIC, _SAID)
        shares: FloatArray = np.where(starts < len(self.question), 1.0, topical).astype(np.float32)
        return shares


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedQuery:
    """A query as an index is searched with it."""

    query: Query
    vector: FloatArray
    """float32 [d], unit length."""
    tokens: FloatArray
    """float32 [q, w], unit length."""
    weights: FloatArray
    """float32 [q], positive: how much each token counts."""
    terms: tuple[str, ...]
    """Its different words, stemmed."""
    spans: IntArray
    """int32 [q, 2]: the characters of each token in `Query.text`."""
    aliases: tuple[str, ...]
    """What its identifiers are also found by."""


def encode(queries: Sequence[Query], encoder: Encoder) -> list[EncodedQuery]:
    """Encode queries in one batch."""
    encoded = encoder.encode_queries([query.text for query in queries])
    return [
        EncodedQuery(
            query=query,
            vector=encoded.vectors[row],
            tokens=encoded.tokens[row],
            weights=query.shares(encoded.token_spans[row])
            * (encoded.weights[row] if encoded.weights else np.float32(1)),
            spans=encoded.token_spans[row],
            terms=tuple(dict.fromkeys(search_terms(query.text))),
            aliases=tuple(dict.fromkeys(aliases(query.text))),
        )
        for row, query in enumerate(queries)
    ]
