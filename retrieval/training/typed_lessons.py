"""What the answer reader learns from questions as people type them.

Each question is laid beside the sentence that is found first, and one with an answer also beside
what would be found first if the answer were not there: the same question, unanswered. That, and the
weights, keep the reader from telling by the question alone what is answered: whoever makes up
questions that documents don't answer puts them in other words than those that they do.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from retrieval.answering.confidence.judge import reading_for
from retrieval.answering.confidence.reading import Reading
from retrieval.answering.view import IndexView
from retrieval.domain import Answer, Hit
from retrieval.encoder.protocol import Encoder
from retrieval.evaluation.dataset import AnswerSpan, read_questions
from retrieval.evaluation.judging import judge
from retrieval.evaluation.sources import Sources
from retrieval.indexing.build import build_index
from retrieval.ranking.candidates import Candidates
from retrieval.store import open_store
from retrieval.text.words import read
from retrieval.training.recording import examined, recording_searcher

__all__ = ["TypedLesson", "typed_lessons", "weighed"]

_LOOKED_AT = 30
_PARTS = 8
_LEAST, _MOST = 0.2, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLesson:
    """A question beside a sentence."""

    question: str
    folder: str
    """The name of the documents' folder."""
    reading: Reading
    right: bool
    """Whether the sentence answers."""
    hidden: bool
    """Whether what answers was taken away."""
    weight: float = 1.0


def typed_lessons(folders: Iterable[Path], encoder: Encoder) -> Iterator[TypedLesson]:
    """Ask evaluation folders their own questions, each folder by itself.

    A question whose answer is not found first teaches nothing but that its first sentence is wrong.

    Args:
        folders: Each with ``corpus`` and ``questions.jsonl``.
        encoder: The model.
    """
    for folder in folders:
        sources = Sources(folder / "corpus")
        with TemporaryDirectory() as index:
            build_index(folder / "corpus", Path(index), encoder)
            with closing(open_store(Path(index)).open()) as reader:
                searcher, recording = recording_searcher(reader, encoder, None)
                for question in read_questions(folder / "questions.jsonl", sources=sources):
                    found = examined(question.question, (), searcher, recording)
                    if found is None:
                        continue
                    judged, first = found
                    shown = [first, *_highlighted(searcher.ask(question.question))]
                    lesson = TypedLesson(
                        question=question.question,
                        folder=folder.name,
                        reading=reading_for(judged.question, judged.found, judged.view),
                        right=judge(shown, question.answers, sources).rank is not None,
                        hidden=False,
                    )
                    if lesson.right or not question.answers:
                        yield lesson
                    others = _others(judged.found, judged.view, question.answers, sources)
                    if question.answers and others is not None:
                        reading = reading_for(judged.question, others, judged.view)
                        yield replace(lesson, reading=reading, right=False, hidden=True)


def _highlighted(answer: Answer) -> list[Hit]:
    """Return what the first passage of an answer highlights: of a list, or a row, all of it."""
    return [
        Hit(sentence_id=-1, path=one.citation.path, start=span.start, end=span.end, score=0.0)
        for one in (*answer.passages, *answer.more)[:1]
        for span in one.highlights
    ]


def _others(
    found: Candidates, view: IndexView, answers: Sequence[AnswerSpan], sources: Sources
) -> Candidates | None:
    """Return what is found where the answers are not; none where nothing is."""
    kept = []
    for place, row in enumerate(found.rows[:_LOOKED_AT].tolist()):
        sentence, path = view.sentence(row), view.document(row).path
        hit = Hit(sentence_id=row, path=path, start=sentence.start, end=sentence.end, score=0.0)
        if not judge([hit], answers, sources).right:
            kept.append(place)
    return found.in_order(np.array(kept)) if kept else None


def _words(question: str) -> list[str]:
    return [word.lower for word in read(question)]


def weighed(lessons: Sequence[TypedLesson]) -> list[TypedLesson]:
    """Weigh lessons so that the words of a question tell nothing of whether it is answered.

    The weight is one over how likely a logistic regression over its words and their pairs, fitted
    to the questions of other folders, takes what is so (inverse propensity; Rosenbaum and Rubin
    1983).
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    texts = [one.question for one in lessons]
    right = np.array([one.right for one in lessons])
    names = {name: place for place, name in enumerate(dict.fromkeys(x.folder for x in lessons))}
    part = np.array([names[one.folder] % _PARTS for one in lessons])
    likely = np.full(len(lessons), right.mean())
    for held_out in range(_PARTS):
        seen, own = np.flatnonzero(part != held_out), np.flatnonzero(part == held_out)
        if not len(own) or len(set(right[seen])) < 2:
            continue
        words = TfidfVectorizer(ngram_range=(1, 2), tokenizer=_words, token_pattern=None)
        fitted = LogisticRegression(max_iter=500).fit(
            words.fit_transform([texts[place] for place in seen]), right[seen]
        )
        likely[own] = fitted.predict_proba(words.transform([texts[place] for place in own]))[:, 1]
    share = right.mean()
    weights = np.where(right, share / likely, (1 - share) / (1 - likely)).clip(_LEAST, _MOST)
    return [
        replace(one, weight=float(weight)) for one, weight in zip(lessons, weights, strict=True)
    ]
