"""Questions with known answers, read strictly from a JSON Lines file.

One object a line::

    {"id": "q1", "question": "Who led the Norse?",
     "history": [{"question": "…", "answer": "…"}],
     "answers": [{"document": "Normans.txt", "start": 308, "end": 313}]}

``history`` holds the earlier turns of the conversation, oldest first, and may be left out.
``answers`` are character offsets into the decoded document; an empty list says that the
corpus does not answer the question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from retrieval.domain import Turn
from retrieval.errors import EvaluationError
from retrieval.evaluation.sources import CorpusFile

__all__ = ["AnswerSpan", "Question", "read_questions", "spread"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpan:
    """Where an answer stands."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its conversation so far and its known answers."""

    id: str
    question: str
    history: tuple[Turn, ...]
    answers: tuple[AnswerSpan, ...]
    """Empty: the corpus does not answer it."""


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _Turn(_Strict):
    question: str
    answer: str = ""


class _Answer(_Strict):
    document: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class _Line(_Strict):
    id: str = Field(min_length=1)
    question: str = Field(pattern=r"\S")
    history: list[_Turn] = []
    answers: list[_Answer]


def read_questions(
    path: Path, *, sources: Mapping[str, CorpusFile] | None, limit: int | None = None
) -> tuple[Question, ...]:
    """Read a question set.

    Args:
        path: the JSON Lines file, in UTF-8; empty lines are passed over.
        sources: the corpus the answers point into. ``None`` is for questions that are asked
            of another corpus: their answers are not checked, and dropped.
        limit: at most so many questions, see `spread`.

    Raises:
        EvaluationError: the file can't be read, or a line is not such an object, repeats an
            id, or has an answer that is not visible text of the corpus.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EvaluationError(f"{path} can't be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path} is not UTF-8: save it again in that encoding.") from error
    questions: dict[str, Question] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        question = _question(line, place, sources)
        if question.id in questions:
            raise EvaluationError(f"{place}: the id {question.id!r} was used before.")
        questions[question.id] = question
    if not questions:
        raise EvaluationError(f"{path} holds no question: write one JSON object a line.")
    return spread(tuple(questions.values()), limit)


def spread(questions: Sequence[_T], limit: int | None) -> tuple[_T, ...]:
    """Return ``limit`` of the questions, in order and evenly over the whole sequence.

    Of n questions these are number ⌊i·n/limit⌋ for i = 0, 1, …: the same ones in every run, and
    from every part of a file that is sorted by document.
    """
    if limit is None or limit >= len(questions):
        return tuple(questions)
    return tuple(questions[index * len(questions) // limit] for index in range(limit))


def _question(line: str, place: str, sources: Mapping[str, CorpusFile] | None) -> Question:
    try:
        parsed = _Line.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg']}" if where else first["msg"]
        raise EvaluationError(f"{place}: {reason}.") from None
    if sources is not None:
        for answer in parsed.answers:
            _check_answer(answer, place, sources)
    return Question(
        id=parsed.id,
        question=parsed.question,
        history=tuple(Turn(question=turn.question, answer=turn.answer) for turn in parsed.history),
        answers=tuple(
            AnswerSpan(document=answer.document, start=answer.start, end=answer.end)
            for answer in (parsed.answers if sources is not None else ())
        ),
    )


def _check_answer(answer: _Answer, place: str, sources: Mapping[str, CorpusFile]) -> None:
    source = sources.get(answer.document)
    if source is None:
        raise EvaluationError(f"{place}: the corpus has no document {answer.document!r}.")
    if not answer.start < answer.end <= len(source.text):
        raise EvaluationError(
            f"{place}: {answer.start}–{answer.end} is not a range of characters of "
            f"{answer.document}, which has {len(source.text)}."
        )
    if not source.text[answer.start : answer.end].strip():
        raise EvaluationError(f"{place}: the answer in {answer.document} is only white space.")
