"""What people have marked unhelpful comes last for questions like those that it was shown for.

One person's opinion is said and changes nothing: a passage comes last where two more people found
it unhelpful than helpful, or where somebody did whose opinion decides, or where the owner's file
says so (`retrieval.reading.unhelpful_file`). What a pin shows is never put last: whoever looks
after the documents has chosen it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from threading import Lock

import numpy as np

from retrieval.answering.likeness import SAME_MEANING, may_ask_the_same, same_words
from retrieval.answering.view import IndexView
from retrieval.arrays import FloatArray
from retrieval.domain import Answer, Passage, Vote
from retrieval.encoder.protocol import Encoder
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.query import EncodedQuery
from retrieval.reading.unhelpful_file import UnhelpfulEntry
from retrieval.text.words import read

__all__ = [
    "NO_MARKS",
    "Mark",
    "Marks",
    "QuestionVectors",
    "marks_for",
    "put_last",
    "weigh",
    "with_marks",
    "words_of",
]

_LEAST = 2
"""How many more people have to find a passage unhelpful than helpful."""
_KEPT = 2_000
"""Questions whose vectors are remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What people think of a sentence as an answer to a question."""

    by: int
    """How many find it unhelpful, at least one; whoever wrote the owner's file is one."""
    is_last: bool
    """Whether that is enough to put it last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is thought of some sentences as answers to one question, by their words."""

    voted: Mapping[tuple[str, str], Mark]
    """By the path of a document and the words of a sentence of it."""
    own: frozenset[str] = frozenset()
    """The words of sentences that the owner's file says this of, in whichever document."""

    def __bool__(self) -> bool:
        return bool(self.voted or self.own)

    def of(self, path: str, sentence: str) -> Mark | None:
        """Return what is thought of a sentence of a document."""
        said = words_of(sentence)
        voted = self.voted.get((path, said))
        if said not in self.own:
            return voted
        return Mark(by=1 + (voted.by if voted is not None else 0), is_last=True)


NO_MARKS = Marks(voted={})


class QuestionVectors:
    """The vectors of questions that were voted on, remembered from one question to the next."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, FloatArray] = {}
        self._lock = Lock()

    def of(self, questions: Sequence[str]) -> FloatArray:
        """Return float32 [n, d], unit length; at least one question."""
        with self._lock:
            known = dict(self._known)
        missing = [one for one in dict.fromkeys(questions) if one not in known]
        if missing:
            known |= dict(zip(missing, self._encoder.encode_queries(missing).vectors, strict=True))
            with self._lock:
                self._known = {one: known[one] for one in list(known)[-_KEPT:]}
        return np.stack([known[one] for one in questions])


def marks_for(
    asked: Sequence[EncodedQuery],
    votes: Sequence[Vote],
    vectors: QuestionVectors,
    own: Sequence[UnhelpfulEntry] = (),
) -> Marks:
    """Return the sentences that are marked unhelpful for questions like one.

    Args:
        asked: The question in its wordings.
        votes: All that count here, the latest first.
        vectors: Of the questions that were voted on, and of those of the owner's file.
        own: What the owner's file says.
    """
    if not votes and not own:
        return NO_MARKS
    known = [*(vote.question for vote in votes), *(entry.question for entry in own)]
    cosines = vectors.of(known) @ np.stack([one.vector for one in asked]).T
    questions = [one.query.understood for one in asked]
    is_meant = [
        any(map(_is_like, questions, likeness, [question] * len(questions)))
        for question, likeness in zip(known, cosines.tolist(), strict=True)
    ]
    meant = compress(votes, is_meant)
    told: dict[tuple[str, str], dict[int, Vote]] = {}
    for vote in meant:
        for sentence in vote.sentences:
            # Of somebody's votes the latest counts.
            told.setdefault((vote.path, words_of(sentence)), {}).setdefault(vote.voter, vote)
    marks = {place: weigh(list(cast.values())) for place, cast in told.items()}
    said = compress(own, is_meant[len(votes) :])
    return Marks(
        voted={place: mark for place, mark in marks.items() if mark is not None},
        own=frozenset(words_of(one) for entry in said for one in entry.quotations),
    )


def _is_like(asked: str, cosine: float, voted: str) -> bool:
    if same_words(asked, voted):
        return True
    return cosine >= SAME_MEANING and may_ask_the_same(asked, voted)


def weigh(votes: Sequence[Vote]) -> Mark | None:
    """Weigh the votes on a sentence, one a person, the latest first."""
    against = [vote for vote in votes if not vote.helpful]
    if not against:
        return None
    decisive = next((vote for vote in votes if vote.is_decisive), None)
    if decisive is not None:
        return Mark(by=len(against), is_last=not decisive.helpful)
    ahead = len(against) - (len(votes) - len(against))
    return Mark(by=len(against), is_last=ahead >= _LEAST)


def put_last(found: Candidates, marks: Marks, view: IndexView, *, among: int) -> Candidates:
    """Put what is marked so behind all else that is looked at.

    Args:
        found: Sentences, best first.
        marks: What is thought of some.
        view: Where they stand.
        among: How many of the best are looked at; those behind them stay where they are.
    """
    rows = found.rows[:among].tolist()
    marked = _marked(rows, marks, view) if marks else set()
    kept = [place for place, row in enumerate(rows) if row not in marked]
    if not marked or not kept:
        return found
    gone = [place for place, row in enumerate(rows) if row in marked]
    order = np.array([*kept, *gone, *range(len(rows), len(found))], np.int64)
    scores = found.scores[order]
    scores[len(kept) : len(rows)] = np.minimum(
        scores[len(kept) : len(rows)], found.scores[kept[-1]]
    )
    return replace(found.in_order(order), scores=scores)


def _marked(rows: Sequence[int], marks: Marks, view: IndexView) -> set[int]:
    """Return those of some sentences that are to come last."""
    view.look_up(rows)
    return {
        row
        for row in rows
        if (mark := marks.of(view.document(row).path, view.sentence_text(row))) is not None
        and mark.is_last
    }


def words_of(sentence: str) -> str:
    """Return what tells one sentence from another, however its lines are broken or marked up."""
    return " ".join(word.lower for word in read(sentence)) or " ".join(sentence.split())


def with_marks(answer: Answer, marks: Marks) -> Answer:
    """Say on each passage how many have marked it unhelpful."""
    if not marks:
        return answer
    return replace(
        answer,
        passages=tuple(_said(passage, marks) for passage in answer.passages),
        more=tuple(_said(passage, marks) for passage in answer.more),
    )


def _said(passage: Passage, marks: Marks) -> Passage:
    found = [
        mark.by
        for span in passage.highlights
        if (mark := marks.of(passage.citation.path, passage.said(span))) is not None
    ]
    return replace(passage, unhelpful=max(found)) if found else passage
