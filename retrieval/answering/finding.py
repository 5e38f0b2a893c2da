"""Searching a question in its conversation and alone, in all of its wordings, as people voted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from retrieval.answering.answer import judged, search_wordings
from retrieval.answering.confidence.judge import Judge
from retrieval.answering.conversation.context import Understanding
from retrieval.answering.conversation.elliptic import is_elliptic
from retrieval.answering.understanding.parts import refers_back
from retrieval.answering.understanding.rewording import (
    by_form,
    by_permission,
    by_role,
    common_alternatives,
    reworded,
)
from retrieval.answering.view import IndexView
from retrieval.answering.votes import Marks, QuestionVectors, marks_for, put_last
from retrieval.domain import Ranking, State, Vote
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import EncodedQuery, Query, encode
from retrieval.ranking.rerank import Reranker
from retrieval.reading.unhelpful_file import UnhelpfulEntry
from retrieval.text.languages.identify import language_of
from retrieval.text.languages.models import words_lead
from retrieval.text.synonyms import Synonyms
from retrieval.text.words import read, stems

__all__ = ["Finder", "Found"]

_FEW = 4
"""Words of a question that leans on what was asked before, in languages other than English."""


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
    told: bool = True
    """Whether its topic says what is asked, or changes what comes first; no other is told."""


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
        unhelpful: What the owner says is no answer to what.
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
        unhelpful: Sequence[UnhelpfulEntry] = (),
    ) -> None:
        self._view = view
        self._encoder = encoder
        self._judge = judge
        self._reranker = reranker
        self._synonyms = synonyms
        self._votes = votes
        self._vectors = vectors
        self._unhelpful = unhelpful

    def find(self, meant: Understanding, alone: Query, *, limit: int) -> Found:
        """Search a question with its conversation and, if need be, alone; judge what wins.

        What isn't surely answered so is searched in common other words too.
        """
        found = self._otherwise(self._better(meant, alone, limit), limit)
        if not found.query.topic or self._shows(found):
            return found
        # What was spoken of before may hide what the question says by itself.
        itself = Understanding(query=alone, certain=True, probability=0.0)
        other = self._otherwise(self._better(itself, alone, limit), limit)
        if self._shows(other):
            return other if _same_document(found, other) else found
        # Of what nothing answers, nobody can say that it was meant so.
        return found if meant.certain else other

    def _better(self, meant: Understanding, alone: Query, limit: int) -> Found:
        queries = [meant.query] if meant.certain else [meant.query, alone]
        worded = [[query, *self._in_owners_words(query)] for query in queries]
        encoded = iter(self._encode([one for those in worded for one in those]))
        wordings = [list(islice(encoded, len(those))) for those in worded]
        searched = [self._search(those, limit) for those in wordings]
        at = 0
        if not meant.certain and not meant.joined_wins(*(_best(found) for _, found in searched)):
            at = 1
        found = self._judged(queries[at], wordings[at], searched[at], limit)
        firsts = [those.rows[:1].tolist() for _, those in searched]
        changes = len(firsts) == 1 or firsts[0] != firsts[1]
        return replace(found, told=changes or _leans_back(meant.query))

    def _otherwise(self, found: Found, limit: int) -> Found:
        """Search a question in common other words as well, unless it is answered without."""
        if self._judge.state(found.ranking.confidence) is State.ANSWER:
            return found
        others = self._in_common_words(found.query)
        if not others:
            return found
        wordings = [*found.wordings, *self._encode(others)]
        other = self._judged(found.query, wordings, self._search(wordings, limit), limit)
        return replace(other, told=found.told)

    def _judged(
        self,
        query: Query,
        wordings: Sequence[EncodedQuery],
        searched: tuple[EncodedQuery, Candidates],
        limit: int,
    ) -> Found:
        best, candidates = searched
        marks = marks_for(wordings, self._votes, self._vectors, self._unhelpful)
        candidates = put_last(candidates, marks, self._view, among=limit)
        return Found(
            query=query,
            wordings=wordings,
            worded=best.query,
            ranking=judged(candidates, best, self._view, self._judge, limit=limit),
            marks=marks,
        )

    def _encode(self, queries: Sequence[Query]) -> list[EncodedQuery]:
        return encode(queries, self._encoder, self._view.reader.languages)

    def _search(
        self, wordings: Sequence[EncodedQuery], limit: int
    ) -> tuple[EncodedQuery, Candidates]:
        return search_wordings(wordings, self._view, limit=limit, reranker=self._reranker)

    def _shows(self, found: Found) -> bool:
        return self._judge.state(found.ranking.confidence) is not State.NONE

    def _in_owners_words(self, query: Query) -> list[Query]:
        """Return a question in the other words that the owner's synonyms give for its own."""
        return reworded(query, self._synonyms, self._view.uses) if self._synonyms else []

    def _in_common_words(self, query: Query) -> list[Query]:
        """Return a question with common other words for those that no document uses.

        What the owner has said of a word is meant, and no more.
        """
        view, question = self._view, query.question
        language = query.language or language_of(question, view.reader.languages)
        if words_lead(language, view.reader.spec.model):
            return []
        places = self._synonyms.occurrences(question)
        own = stems(" ".join(question[one.start : one.end] for one in places))
        alternatives = common_alternatives(
            question, lambda stem: stem not in own and view.rarity(stem) >= 1, view.uses
        )
        others = reworded(query, alternatives, view.uses) if alternatives else []
        forms = [form] if (form := by_form(question)) else by_role(question, view.uses)
        forms = forms or by_permission(question, view.uses)
        return [*others, *(replace(query, question=form) for form in forms)]


def _leans_back(query: Query) -> bool:
    """Tell whether a question says too little alone: "and where is it", "und in Berlin?"."""
    question = query.question
    if query.language:  # Not English, that is.
        return len(read(question)) <= _FEW
    return refers_back(question) or is_elliptic(question)


def _same_document(one: Found, other: Found) -> bool:
    """Tell whether the first hits of two stand in one document."""
    return one.ranking.hits[0].path == other.ranking.hits[0].path


def _best(found: Candidates) -> float:
    return float(found.scores[0]) if len(found) else 0.0
