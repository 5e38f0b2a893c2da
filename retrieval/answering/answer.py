"""From a question to a ranking and an answer."""

import numpy as np

from retrieval.answering.confidence.judge import Judge
from retrieval.answering.selection import select
from retrieval.answering.understanding.lists import asks_for_list
from retrieval.domain import Answer, Hit, Ranking
from retrieval.ranking.query import Query
from retrieval.ranking.rank import Candidates, find
from retrieval.ranking.rerank import Reranker, reorder
from retrieval.store.files.corpus import Corpus
from retrieval.store.files.dense import Rows

__all__ = ["CANDIDATES", "as_hit", "compose", "rank"]

CANDIDATES = 10
"""How many hits an answer is made from."""

_RERANKED = 20
"""How many sentences a reranker reads: each costs it a run of its model."""

_NEAREST = 3
"""How many passages are shown when none answers."""


def rank(
    query: Query,
    corpus: Corpus,
    judge: Judge,
    *,
    limit: int,
    within: Rows | None = None,
    reranker: Reranker | None = None,
) -> Ranking:
    """Order the sentences of a corpus by how well they answer.

    Args:
        query: A question, with what its conversation adds.
        corpus: What is searched.
        judge: Says how likely the first of them does.
        limit: How many hits are wanted at most.
        within: Look only at these sentences.
        reranker: Re-orders the best of them, if there is one.
    """
    found = find(query, corpus, least=limit, within=within)
    if reranker is not None:
        found = _reranked(found, query, corpus, reranker)
    return Ranking(
        hits=tuple(
            as_hit(corpus, row, score)
            for row, score in zip(found.rows[:limit].tolist(), found.scores.tolist(), strict=False)
        ),
        confidence=judge.confidence(query.question, found, corpus),
    )


def compose(query: Query, ranking: Ranking, corpus: Corpus, judge: Judge) -> Answer:
    """Make an answer of the hits of a question, or say that they hold none."""
    answered = judge.accepts(ranking.confidence)
    selection = select(query.question, ranking.hits, corpus, listing=asks_for_list(query.question))
    nearest = selection.passages + selection.more
    return Answer(
        question=query.question,
        understood_as=query.understood if query.topic else None,
        answered=answered,
        confidence=ranking.confidence,
        passages=selection.passages if answered else nearest[:_NEAREST],
        more=selection.more if answered else nearest[_NEAREST:],
        build_id=corpus.manifest.build_id,
    )


def _reranked(found: Candidates, query: Query, corpus: Corpus, reranker: Reranker) -> Candidates:
    texts = [corpus.sentence_text(row) for row in found.rows[:_RERANKED].tolist()]
    order = reorder(range(len(found)), texts, query.understood, reranker)
    return found.in_order(np.array(order, dtype=np.int64))


def as_hit(corpus: Corpus, row: int, score: float) -> Hit:
    """Name a ranked sentence by where it stands."""
    sentence = corpus.sentence(row)
    return Hit(
        sentence_id=row,
        path=corpus.document(row).path,
        start=sentence.start,
        end=sentence.end,
        score=score,
    )
