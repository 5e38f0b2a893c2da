"""Searching a question in its conversation and alone, in all of its wordings, as people voted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from retrieval.answering.answer import judged, search_wordings
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.conversation.context import Understanding
from retrieval.answering.understanding.rewording import reworded
from retrieval.answering.view import IndexView
from retrieval.answering.votes import Marks, QuestionVectors, marks_for, put_last
from retrieval.domain import Ranking, Vote
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import EncodedQuery, Query, encode
from retrieval.ranking.rerank import Reranker
from retrieval.text.synonyms import Synonyms

__all__ = ["Finder", "Found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for a question."""

    query: Query
    wordings: Sequence[EncodedQuery]
    """It, and what else it was asked as."""
    worded: Query
    """The one of these that the first sentence answers."""
    ranking: Ranking
    marks: Marks
    """What people think of sentences as answers to questions like it."""


class Finder:
    """Searches one view of an index.

    Args:
        view: What may be seen.
        encoder: The model that questions are encoded with.
        judge: Says how likely a sentence answers.
        reranker: Re-orders the best sentences of each question.
        synonyms: What the owner says is called the same.
        votes: What people think of passages, the latest first.
        vectors: Of the questions that were voted on.
    """

    def __init__(
        self,
        view: IndexView,
        encoder: Encoder,
        judge: Judge,
        *,
        reranker: Reranker | None,
        synonyms: Synonyms,
        votes: Sequence[Vote],
        vectors: QuestionVectors,
    ) -> None:
        self._view = view
        self._encoder = encoder
        self._judge = judge
        self._reranker = reranker
        self._synonyms = synonyms
        self._votes = votes
        self._vectors = vectors

    def find(self, meant: Understanding, alone: Query, *, limit: int) -> Found:
        """Search a question with its conversation and, if need be, alone; judge what wins."""
        queries = [meant.query] if meant.certain else [meant.query, alone]
        worded = [[query, *self._reworded(query)] for query in queries]
        every = [one for those in worded for one in those]
        encoded = iter(encode(every, self._encoder, self._view.reader.languages))
        wordings = [list(islice(encoded, len(those))) for those in worded]
        searched = [
            search_wordings(those, self._view, limit=limit, reranker=self._reranker)
            for those in wordings
        ]
        at = 0
        if not meant.certain and not meant.joined_wins(*(_best(found) for _, found in searched)):
            at = 1
        best, found = searched[at]
        marks = marks_for(wordings[at], self._votes, self._vectors)
        found = put_last(found, marks, self._view, among=limit)
        return Found(
            query=queries[at],
            wordings=wordings[at],
            worded=best.query,
            ranking=judged(found, best, self._view, self._judge, limit=limit),
            marks=marks,
        )

    def _reworded(self, query: Query) -> list[Query]:
        """Return a question in the other words that the owner's synonyms give for its own."""
        return reworded(query, self._synonyms, self._view.uses) if self._synonyms else []


def _best(found: Candidates) -> float:
    return float(found.scores[0]) if len(found) else 0.0
