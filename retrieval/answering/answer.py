"""From a question to a ranking and an answer."""

from collections.abc import Sequence

import numpy as np

from retrieval.answering.confidence.having import with_value_first
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.confidence.questions import Wanted, wanted
from retrieval.answering.kinds.adjust import adjusted
from retrieval.answering.preferences import preferences
from retrieval.answering.selection import select
from retrieval.answering.structured.adjust import by_structure
from retrieval.answering.understanding.lists import asks_for_list
from retrieval.answering.view import IndexView
from retrieval.domain import Answer, Hit, Ranking, State
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import EncodedQuery, Query
from retrieval.ranking.rank import rank
from retrieval.ranking.rerank import Reranker, reorder
from retrieval.ranking.wordings import with_found_otherwise
from retrieval.text.words import read

__all__ = [
    "CANDIDATES",
    "as_hit",
    "compose",
    "judged",
    "judged_ranking",
    "search",
    "search_wordings",
]

CANDIDATES = 10
"""How many hits an answer is made from."""

_RERANKED = 20
"""How many sentences a reranker reads: each costs it a run of its model."""

_PREFERRED_AMONG = 20
"""How many of the best are looked at for what they say in the way that it is asked."""

_NEAREST = 3
"""How many passages are shown when none answers."""


def judged_ranking(
    encoded: EncodedQuery,
    view: IndexView,
    judge: Judge,
    *,
    limit: int,
    reranker: Reranker | None = None,
) -> Ranking:
    """Order the sentences of a view by how well they answer, and judge the first.

    Args:
        encoded: A question, with what its conversation adds.
        view: What is searched.
        judge: Says how likely the first of them does.
        limit: How many hits are wanted at most.
        reranker: Re-orders the best of them, if there is one.
    """
    found = search(encoded, view, limit=limit, reranker=reranker)
    return judged(found, encoded, view, judge, limit=limit)


def search(
    encoded: EncodedQuery, view: IndexView, *, limit: int, reranker: Reranker | None = None
) -> Candidates:
    """Order the sentences of a view by how well they answer; see `judged_ranking`."""
    found = rank(
        encoded,
        view.reader,
        view.sentence_text,
        view.block,
        scope=view.scope,
        least=limit,
        wants_date=wanted(read(encoded.query.question)) is Wanted.TIME,
    )
    if reranker is not None:
        found = _reranked(found, encoded.query, view, reranker)
    found = _preferred(found, encoded.query, view)
    found = adjusted(found, encoded.query, view)
    return with_value_first(encoded.query, found, view)


def search_wordings(
    wordings: Sequence[EncodedQuery],
    view: IndexView,
    *,
    limit: int,
    reranker: Reranker | None = None,
) -> tuple[EncodedQuery, Candidates]:
    """Search a question in all of its wordings, at least one.

    Returns:
        The wording that the best sentence answers, the first of equals, and what all have found.
    """
    found = [search(one, view, limit=limit, reranker=reranker) for one in wordings]
    tops = [float(one.scores[0]) if len(one) else 0.0 for one in found]
    at = tops.index(max(tops))
    others = found[:at] + found[at + 1 :]
    if not others:
        return wordings[at], found[at]
    joined = with_found_otherwise(
        found[at], others, wordings[at], view.reader, scope=view.scope, most=max(limit, CANDIDATES)
    )
    return wordings[at], joined


def judged(
    found: Candidates, encoded: EncodedQuery, view: IndexView, judge: Judge, *, limit: int
) -> Ranking:
    """Judge the first of the sentences that a search found; see `judged_ranking`."""
    best = found.rows[:limit].tolist()
    view.look_up(best)
    return Ranking(
        hits=tuple(
            as_hit(view, row, score)
            for row, score in zip(best, found.scores.tolist(), strict=False)
        ),
        confidence=judge.confidence(encoded.query, found, view),
    )


def compose(query: Query, ranking: Ranking, view: IndexView, judge: Judge) -> Answer:
    """Make an answer of the hits of a question, or say that they hold none."""
    state = judge.state(ranking.confidence)
    answered = state is not State.NONE
    selection = select(query.question, ranking.hits, view, listing=asks_for_list(query.question))
    nearest = selection.passages + selection.more
    return Answer(
        question=query.question,
        understood_as=query.understood if query.topic else None,
        answered=answered,
        confidence=ranking.confidence,
        passages=selection.passages if answered else nearest[:_NEAREST],
        more=selection.more if answered else nearest[_NEAREST:],
        build_id=view.reader.info.build_id,
        perhaps=state is State.PERHAPS,
        differ=answered and selection.differ,
    )


def _preferred(found: Candidates, query: Query, view: IndexView) -> Candidates:
    """Raise what says what is asked for in the way that it is asked, and where it is looked for."""
    raised = np.zeros(len(found), dtype=np.float32)
    best = found.rows[:_PREFERRED_AMONG].tolist()
    raised[: len(best)] = preferences(best, query, view)
    scores = (found.scores + raised)[: len(best)]
    raised[: len(best)] += by_structure(best, scores, query.question, view)
    return found.raised(raised) if raised.any() else found


def _reranked(found: Candidates, query: Query, view: IndexView, reranker: Reranker) -> Candidates:
    best = found.rows[:_RERANKED].tolist()
    view.look_up(best)
    texts = [view.sentence_text(row) for row in best]
    order = reorder(range(len(found)), texts, query.understood, reranker)
    return found.in_order(np.array(order, dtype=np.int64))


def as_hit(view: IndexView, row: int, score: float) -> Hit:
    """Name a ranked sentence by where it stands."""
    at = view.place(row)
    return Hit(
        sentence_id=row,
        path=view.document(row).path,
        start=at.start,
        end=at.end,
        score=score,
    )
