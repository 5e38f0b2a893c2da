"""Question sets: what is read, and what is refused in which words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import Turn
from retrieval.errors import EvaluationError
from retrieval.evaluation.dataset import AnswerSpan, Question, read_questions, spread
from retrieval.evaluation.sources import CorpusFile

SOURCES = {"a.txt": CorpusFile(path="a.txt", text="Rollo led the Norse.  ")}
GOOD = {
    "id": "q1",
    "question": "Who led the Norse?",
    "history": [{"question": "Who came?", "answer": "The Norse."}],
    "answers": [{"document": "a.txt", "start": 0, "end": 5}],
}


def write(path, *lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def line(**changes):
    return json.dumps({**GOOD, **changes})


def test_a_question_with_its_history_and_answers(tmp_path):
    file = write(tmp_path / "q.jsonl", line(), "", line(id="q2", history=[], answers=[]))
    first, second = read_questions(file, sources=SOURCES)
    assert first.history == (Turn(question="Who came?", answer="The Norse."),)
    assert first.answers == (AnswerSpan(document="a.txt", start=0, end=5),)
    assert (second.id, second.history, second.answers) == ("q2", (), ())


def test_questions_of_another_corpus_lose_their_answers(tmp_path):
    foreign = line(answers=[{"document": "elsewhere.txt", "start": 5, "end": 900}])
    (question,) = read_questions(write(tmp_path / "q.jsonl", foreign), sources=None)
    assert question.answers == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "line 2: Invalid JSON"),
        ("[]", "line 2: Input should be an object"),
        (line(id=""), "line 2: id: String should have at least 1 character"),
        (line(id=7), "line 2: id: Input should be a valid string"),
        (line(question=" "), "line 2: question: "),
        ('{"id": "q2", "question": "Who?"}', "line 2: answers: Field required"),
        (line(history="no"), "line 2: history: "),
        (line(id="q1"), "line 2: the id 'q1' was used before"),
        (
            line(id="q2", answers=[{"document": "b.txt", "start": 0, "end": 1}]),
            "line 2: the corpus has no document 'b.txt'",
        ),
        (
            line(id="q2", answers=[{"document": "a.txt", "start": 5, "end": 5}]),
            "line 2: 5–5 is not a range of characters of a.txt, which has 22",
        ),
        (
            line(id="q2", answers=[{"document": "a.txt", "start": 0, "end": 23}]),
            "line 2: 0–23 is not a range",
        ),
        (
            line(id="q2", answers=[{"document": "a.txt", "start": -1, "end": 2}]),
            "line 2: answers.0.start: ",
        ),
        (
            line(id="q2", answers=[{"document": "a.txt", "start": "0", "end": 2}]),
            "line 2: answers.0.start: ",
        ),
        (
            line(id="q2", answers=[{"document": "a.txt", "start": 20, "end": 22}]),
            "line 2: the answer in a.txt is only white space",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, bad, reason):
    file = write(tmp_path / "q.jsonl", line(), bad)
    with pytest.raises(EvaluationError) as error:
        read_questions(file, sources=SOURCES)
    message = str(error.value)
    assert message.startswith(f"{file}, ")
    assert reason in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_missing_an_empty_and_a_foreign_file_are_named(tmp_path):
    with pytest.raises(EvaluationError, match=r"q\.jsonl can't be read: No such file"):
        read_questions(tmp_path / "q.jsonl", sources=SOURCES)
    with pytest.raises(EvaluationError, match="holds no question"):
        read_questions(write(tmp_path / "q.jsonl", ""), sources=SOURCES)
    (tmp_path / "q.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EvaluationError, match="is not UTF-8"):
        read_questions(tmp_path / "q.jsonl", sources=SOURCES)


def numbered(count):
    return [
        Question(id=str(number), question="?", history=(), answers=()) for number in range(count)
    ]


def test_a_limit_spreads_over_the_file():
    assert [one.id for one in spread(numbered(10), 4)] == ["0", "2", "5", "7"]
    assert len(spread(numbered(3), None)) == 3


@given(st.integers(1, 50), st.integers(1, 60))
def test_a_limit_keeps_order_and_repeats_nothing(count, limit):
    ids = [int(one.id) for one in spread(numbered(count), limit)]
    assert len(ids) == min(count, limit)
    assert ids == sorted(set(ids))
