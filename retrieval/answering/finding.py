"""Searching a question in its conversation and alone, in all of its wordings, as people voted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from retrieval.answering.answer import judged, search_wordings
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.conversation.context import Understanding
from retrieval.answering.understanding.rewording import by_form, common_alternatives, reworded
from retrieval.answering.view import IndexView
from retrieval.answering.votes import Marks, QuestionVectors, marks_for, put_last
from retrieval.domain import Ranking, State, Vote
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import EncodedQuery, Query, encode
from retrieval.ranking.rerank import Reranker
from retrieval.text.languages.identify import language_of
from retrieval.text.languages.models import words_lead
from retrieval.text.synonyms import Synonyms
from retrieval.text.words import read, stems

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
        found = self._better(meant, alone, limit)
        if not found.query.topic or self._shows(found):
            return found
        # What was spoken of before may hide what the question says by itself.
        itself = Understanding(query=alone, certain=True, probability=0.0)
        other = self._better(itself, alone, limit)
        return other if self._shows(other) and _same_document(found, other) else found

    def _better(self, meant: Understanding, alone: Query, limit: int) -> Found:
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

    def _shows(self, found: Found) -> bool:
        return self._judge.state(found.ranking.confidence) is not State.NONE

    def _reworded(self, query: Query) -> list[Query]:
        """Return a question in other words that say the same: the owner's, and common ones.

        Common ones only for words that no document uses: what the documents call it is found best.
        """
        view, synonyms = self._view, self._synonyms
        language = language_of(query.question, view.reader.languages)
        if not words_lead(language, view.reader.spec.model):
            view.look_up_rarity([word.stem for word in read(query.question)])
            # What the owner has said of a word is meant, and no more.
            own = stems(
                " ".join(
                    query.question[one.start : one.end]
                    for one in synonyms.occurrences(query.question)
                )
            )
            synonyms += common_alternatives(
                query.question,
                lambda stem: stem not in own and view.rarity(stem) >= 1,
                view.uses,
            )
        others = reworded(query, synonyms, view.uses) if synonyms else []
        form = by_form(query.question)
        return others if form is None else [*others, replace(query, question=form)]


def _same_document(one: Found, other: Found) -> bool:
    """Tell whether the first hits of two stand in one document."""
    return one.ranking.hits[0].path == other.ranking.hits[0].path


def _best(found: Candidates) -> float:
    return float(found.scores[0]) if len(found) else 0.0
