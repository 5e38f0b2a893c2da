"""Asking every question."""

from dataclasses import replace

from retrieval.domain import (
    Answer,
    Citation,
    Confidence,
    Hit,
    Level,
    Passage,
    Ranking,
    Span,
    Turn,
)
from retrieval.evaluation.dataset import AnswerSpan, Question
from retrieval.evaluation.runner import ask_all
from retrieval.evaluation.sources import CorpusFile

TEXT = "Rollo led the Norse. Harald stayed."
SOURCES = {"a.txt": CorpusFile(path="a.txt", text=TEXT)}
SENTENCES = ((0, 20), (21, 35))


class WordSearcher:
    """Ranks the two sentences by the words they share with the question."""

    def __init__(self):
        self.histories = []

    def ask(self, question, *, history=()):
        self.histories.append(history)
        return self._examine(question)[1]

    def rank(self, question, *, history=(), limit=10):
        assert history == self.histories[-1]
        ranking, _ = self._examine(question)
        return replace(ranking, hits=ranking.hits[:limit])

    def _examine(self, question):
        words = set(question.strip("?").lower().split())
        hits = sorted(
            (
                Hit(
                    sentence_id=row,
                    path="a.txt",
                    start=start,
                    end=end,
                    score=float(len(words & set(TEXT[start:end].strip(".").lower().split()))),
                )
                for row, (start, end) in enumerate(SENTENCES)
            ),
            key=lambda hit: -hit.score,
        )
        confidence = Confidence(probability=min(hits[0].score / 3, 1.0), level=Level.MEDIUM)
        first = hits[0]
        passage = Passage(
            citation=Citation(path="a.txt", title="a", headings=(), first_line=1, last_line=1),
            text=TEXT,
            start=0,
            end=len(TEXT),
            highlights=(Span(start=first.start, end=first.end),),
            score=first.score,
        )
        answer = Answer(
            question=question,
            answered=confidence.probability >= 0.5,
            confidence=confidence,
            passages=(passage,),
            more=(),
            build_id="1",
        )
        return Ranking(hits=tuple(hits), confidence=confidence), answer


def question(number, text, *, history=(), answers=()):
    return Question(
        id=f"q{number}",
        question=text,
        history=history,
        answers=tuple(AnswerSpan(document="a.txt", start=low, end=high) for low, high in answers),
    )


def test_every_question_is_asked_in_order_with_its_history():
    searcher = WordSearcher()
    history = (Turn(question="Who came?", answer="The Norse."),)
    steps = []
    outcomes = ask_all(
        searcher,
        [
            question(1, "Who led the Norse?", answers=[(0, 5)]),
            question(2, "Who stayed?", history=history, answers=[(0, 5)]),
            question(3, "Why?"),
        ],
        SOURCES,
        progress=lambda stage, done, total: steps.append((stage, done, total)),
    )
    assert steps == [("asking", 1, 3), ("asking", 2, 3), ("asking", 3, 3)]
    assert searcher.histories == [(), history, ()]
    assert [one.id for one in outcomes] == ["q1", "q2", "q3"]
    assert [one.judgement.rank for one in outcomes] == [1, 2, None]
    assert [one.answerable for one in outcomes] == [True, True, False]
    assert [one.answered for one in outcomes] == [True, False, False]
    assert [one.probability for one in outcomes] == [1.0, 1 / 3, 0.0]
    assert all(one.seconds > 0 and one.quotations == 1 and not one.violations for one in outcomes)


class SlowSearcher(WordSearcher):
    """Takes two seconds of its own clock to answer, and five more to rank."""

    now = 0.0

    def ask(self, question, *, history=()):
        self.now += 2.0
        return super().ask(question, history=history)

    def rank(self, question, *, history=(), limit=10):
        self.now += 5.0
        return super().rank(question, history=history, limit=limit)


def test_the_time_is_that_of_asking_and_of_nothing_else(monkeypatch):
    searcher = SlowSearcher()
    monkeypatch.setattr("retrieval.evaluation.runner.perf_counter", lambda: searcher.now)
    asked = [question(n, "Who led the Norse?", answers=[(0, 5)]) for n in range(3)]
    assert [one.seconds for one in ask_all(searcher, asked, SOURCES)] == [2.0, 2.0, 2.0]


def test_a_file_that_changed_after_indexing_is_a_violation():
    changed = {"a.txt": CorpusFile(path="a.txt", text=TEXT.replace("Rollo", "Roula"))}
    (outcome,) = ask_all(WordSearcher(), [question(1, "Who led the Norse?")], changed)
    assert outcome.violations
