"""Asking every question of a set, one after the other, as a person would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from retrieval.domain import Answer, Hit, Level, Ranking, State, Turn
from retrieval.evaluation.citations import citation_violations
from retrieval.evaluation.dataset import Question
from retrieval.evaluation.judging import Judgement, judge
from retrieval.evaluation.sources import CorpusFile
from retrieval.indexing.progress import Progress

__all__ = ["Askable", "Outcome", "ask_all"]

_RANKED = 10  # The measures look no further than the tenth hit.


class Askable(Protocol):
    """What of a searcher the evaluation needs."""

    def ask(self, question: str, *, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question, as every door does."""

    def rank(self, question: str, *, history: Sequence[Turn] = (), limit: int = 10) -> Ranking:
        """Return the ranking that the answer is made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one question."""

    id: str
    answerable: bool
    """Whether the corpus answers it, as the question set says."""
    judgement: Judgement
    hits: tuple[Hit, ...]
    probability: float
    """The confidence of the answer."""
    level: Level
    state: State
    quotations: int
    """How many highlights the answer holds, those kept for "more" included."""
    violations: tuple[str, ...]
    """What is wrong with its citations, in words."""
    seconds: float
    """From question to answer."""

    @property
    def answered(self) -> bool:
        """Whether something was shown as an answer, or as perhaps one."""
        return self.state is not State.NONE


def ask_all(
    searcher: Askable,
    questions: Sequence[Question],
    sources: Mapping[str, CorpusFile],
    *,
    progress: Progress | None = None,
    stage: str = "asking",
) -> tuple[Outcome, ...]:
    """Ask the questions in their order; ``progress`` is told of each, under ``stage``."""
    outcomes = []
    for done, question in enumerate(questions, start=1):
        outcomes.append(_ask(searcher, question, sources))
        if progress is not None:
            progress(stage, done, len(questions))
    return tuple(outcomes)


def _ask(searcher: Askable, question: Question, sources: Mapping[str, CorpusFile]) -> Outcome:
    # What is timed is what a person waits for.
    started = perf_counter()
    answer = searcher.ask(question.question, history=question.history)
    seconds = perf_counter() - started
    ranking = searcher.rank(question.question, history=question.history, limit=_RANKED)
    hits = ranking.hits[:_RANKED]
    return Outcome(
        id=question.id,
        answerable=bool(question.answers),
        judgement=judge(hits, question.answers, sources),
        hits=hits,
        probability=answer.confidence.probability,
        level=answer.confidence.level,
        state=answer.state,
        quotations=sum(len(one.highlights) for one in (*answer.passages, *answer.more)),
        violations=citation_violations(answer, sources),
        seconds=seconds,
    )
