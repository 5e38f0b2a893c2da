"""A sentence that has what an answer must have, before one as good that misses it.

To "how much is it?" behind a question for lamp oil, "Lamp oil is sold by the smith" shares more
with the conversation, and "A jar costs 12 crowns" says it. Only where a follow-up names nothing of
its own: of typed questions that stand alone this put 13 right sentences first, and showed 36 for
such as nothing answers.
"""

from itertools import islice

import numpy as np

from retrieval.answering.confidence.misses import misses_value
from retrieval.answering.view import IndexView
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import Query
from retrieval.text.words import read

__all__ = ["with_value_first"]

_FARTHEST = 0.08
"""How much lower than the best sentence one may stand to come before it all the same."""
_AHEAD = 0.005
_AMONG = 5


def with_value_first(query: Query, found: Candidates, view: IndexView) -> Candidates:
    """Put the best sentence that misses nothing first, where the first of all misses something.

    Args:
        query: What was asked; nothing changes where it stands alone, or names something.
        found: What was found for it, best first.
        view: Where it stands.
    """
    question = query.question
    if not query.topic or not all(word.common for word in read(question)):
        return found
    rows, scores = found.rows[:_AMONG].tolist(), found.scores[:_AMONG].tolist()
    view.look_up(rows)
    if len(rows) < 2 or not misses_value(question, rows[0], view):
        return found
    for place, (row, score) in islice(enumerate(zip(rows, scores, strict=True)), 1, None):
        if scores[0] - score > _FARTHEST:
            break
        if not misses_value(question, row, view):
            raised = np.zeros(len(found), dtype=np.float32)
            raised[place] = scores[0] - score + _AHEAD
            return found.raised(raised)
    return found
