"""The sentences that may answer a question, with all that is known of each."""

from dataclasses import dataclass

import numpy as np

from retrieval.encoder.protocol import FloatArray
from retrieval.indexing.features import BEFORE, QUOTABLE, SCALES, VALUES
from retrieval.ranking.fusion import Evidence, first_impression, fuse
from retrieval.ranking.late_interaction import TokenTable, interact
from retrieval.ranking.query import Query
from retrieval.store.files.corpus import Corpus
from retrieval.store.files.dense import RowArray, Rows
from retrieval.text.wording import folded_words

__all__ = ["LOOKED_AT", "Candidates", "find"]

LOOKED_AT = 100
"""Sentences that are looked at closely; the answering one is among them for 99.5 of 100 questions
(squad2-a)."""

_SEEN_LATER = 0.1
"""What a sentence loses that the reader has been shown already: it still comes first where it is
far better than the rest."""
_SEEN_SHARE = 0.8
_SEEN_AMONG = 20
"""How many of the best sentences are compared with what was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """m sentences, best first."""

    rows: RowArray
    """int64 [m]: sentence ids."""
    scores: FloatArray
    """float32 [m]: see `retrieval.ranking.fusion.fuse`."""
    evidence: Evidence
    matches: FloatArray
    """float32 [m, q]: each question token's best cosine in each sentence."""
    shares: FloatArray
    """float32 [q]: how much each question token counts; they add up to 1."""

    def __len__(self) -> int:
        return len(self.rows)

    def in_order(self, order: RowArray) -> "Candidates":
        """Return the same sentences in another order; the best place keeps the best score."""
        return Candidates(
            rows=self.rows[order],
            scores=self.scores,
            evidence=self.evidence.take(order),
            matches=self.matches[order],
            shares=self.shares,
        )


def find(
    query: Query, corpus: Corpus, *, least: int = LOOKED_AT, within: Rows | None = None
) -> Candidates:
    """Choose sentences by their vectors and words, then compare them token by token.

    Args:
        query: A question, with what its conversation adds.
        corpus: What is searched.
        least: How many are wanted at least, if there are as many.
        within: Look only at these sentences.
    """
    encoded = corpus.encoder.encode_queries([query.text])
    searched = _quotable(corpus, within)
    dense = corpus.vectors.scores(encoded.vectors[0])[searched]
    lexical = corpus.lexical.scores(query.text)[searched]
    chosen = _best(first_impression(dense, lexical), max(least, LOOKED_AT))
    rows = searched[chosen]
    close = interact(
        encoded.tokens[0],
        query.shares(encoded.token_spans[0]) * (encoded.weights[0] if encoded.weights else 1),
        _token_table(corpus),
        rows,
        # A context is known by its first sentence.
        rows - corpus.per_sentence[BEFORE][rows],
    )
    evidence = Evidence(
        sentence=close.sentence, context=close.context, dense=dense[chosen], lexical=lexical[chosen]
    )
    scores = fuse(evidence)
    if query.seen:
        _put_back(scores, rows, query, corpus)
    order = np.lexsort((rows, -scores))
    return Candidates(
        rows=rows[order],
        scores=scores[order],
        evidence=evidence.take(order),
        matches=close.matches[order],
        shares=close.shares,
    )


def _put_back(scores: FloatArray, rows: RowArray, query: Query, corpus: Corpus) -> None:
    """Lower the scores (float32 [m], changed in place) of the best that have been shown."""
    for place in np.argsort(-scores)[:_SEEN_AMONG].tolist():
        words = folded_words(corpus.sentence_text(int(rows[place])))
        if any(len(words & answer) >= _SEEN_SHARE * len(words) for answer in query.seen):
            scores[place] -= _SEEN_LATER


def _quotable(corpus: Corpus, within: Rows | None) -> RowArray:
    """Leave out titles and headings, unless there is nothing else."""
    rows = np.arange(len(corpus)) if within is None else np.asarray(within, dtype=np.int64)
    quotable = rows[corpus.per_sentence[QUOTABLE][rows]]
    return quotable if len(quotable) else rows


def _best(scores: FloatArray, count: int) -> RowArray:
    if len(scores) <= count:
        return np.arange(len(scores))
    return np.argpartition(-scores, count)[:count]


def _token_table(corpus: Corpus) -> TokenTable:
    per_token = corpus.features.per_token
    return TokenTable(
        values=per_token[VALUES], scales=per_token[SCALES], offsets=corpus.features.token_offsets
    )
