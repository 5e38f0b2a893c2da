"""What is searched for: a question, and what a conversation adds to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from retrieval.arrays import FloatArray, IntArray
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.topic import with_topic
from retrieval.text.languages.identify import language_of
from retrieval.text.question_terms import QuestionTerms, question_terms
from retrieval.text.search_terms import aliases

__all__ = ["EncodedQuery", "Query", "QueryWords", "encode", "words_of"]

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

    language: str = ""
    """ISO 639-1 code of the language that it is asked in; empty: its words tell."""

    @property
    def understood(self) -> str:
        """The question with its topic, as a reader is told it was understood."""
        if not self.topic:
            return self.question
        return with_topic(self.question, self.about or " ".join(self.topic))

    @property
    def text(self) -> str:
        """Everything that is searched for, the question first.

        Without the brackets that a reader is shown: each would be a token more to encode.
        """
        return " ".join((self.question, *self.topic, *self.said))

    @property
    def topical(self) -> str:
        """The question with the words of its topic."""
        return " ".join((self.question, *self.topic))

    @property
    def parts(self) -> tuple[tuple[str, float], ...]:
        """What `text` is made of, each with how much its words count."""
        whole = ((self.question, 1.0), (" ".join(self.topic), _TOPIC), (" ".join(self.said), _SAID))
        return tuple((part, share) for part, share in whole if part)

    def shares(self, spans: IntArray) -> FloatArray:
        """Say how much each token of `text` counts by where it comes from.

        Args:
            spans: int32 [t, 2]: the characters of each token in `text`.

        Returns:
            float32 [t]: 1 for the question's own tokens, less for the conversation's.
        """
        starts = spans[:, 0]
        end_of_topic = len(self.topical)
        topical = np.where(starts < end_of_topic, _TOPIC, _SAID)
        shares: FloatArray = np.where(starts < len(self.question), 1.0, topical).astype(np.float32)
        return shares


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryWords:
    """What a query is searched for by its words."""

    asked: QuestionTerms
    aliases: tuple[str, ...]
    """What its identifiers are also found by."""
    language: str
    """ISO 639-1 code of the language that it is asked in."""


@lru_cache(maxsize=64)
def words_of(query: Query, languages: tuple[str, ...] = ()) -> QueryWords:
    """Return what a query is searched for by its words.

    Args:
        query: What is asked.
        languages: Those of what is searched, the one that most of it is in first; empty: English.
    """
    language = query.language or language_of(query.question, languages)
    return QueryWords(
        asked=question_terms(query.text, language, languages),
        aliases=tuple(dict.fromkeys(aliases(query.text))),
        language=language,
    )


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
    """Its different words, stemmed in its own language."""
    variants: Mapping[str, Sequence[str]]
    """What some of them are in the other languages of what is searched."""
    language: str
    """ISO 639-1 code of the language that it is asked in."""
    spans: IntArray
    """int32 [q, 2]: the characters of each token in `Query.text`."""
    aliases: tuple[str, ...]
    """What its identifiers are also found by."""


def encode(
    queries: Sequence[Query], encoder: Encoder, languages: tuple[str, ...] = ()
) -> list[EncodedQuery]:
    """Encode queries in one batch.

    Args:
        queries: What is asked.
        encoder: The model of what is searched.
        languages: Those of what is searched, the one that most of it is in first; empty: English.
    """
    encoded = encoder.encode_queries([query.text for query in queries])
    found = []
    for row, query in enumerate(queries):
        words = words_of(query, languages)
        found.append(
            EncodedQuery(
                query=query,
                vector=encoded.vectors[row],
                tokens=encoded.tokens[row],
                weights=query.shares(encoded.token_spans[row])
                * (encoded.weights[row] if encoded.weights else np.float32(1)),
                spans=encoded.token_spans[row],
                terms=words.asked.terms,
                variants=words.asked.variants,
                language=words.language,
                aliases=words.aliases,
            )
        )
    return found
