import json

import pytest

from retrieval.evaluation.dataset import read_questions
from retrieval.evaluation.sources import Sources
from retrieval.testing import HashEncoder
from retrieval.training.corpora import TYPED, TYPED_KINDS
from retrieval.training.typed_lessons import typed_lessons

TEXT = "Hut\n\nThe stove is lit at dusk. Dogs sleep in the barn. The warden has the key.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "hut.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("in the barn")
    answers = [{"document": "hut.txt", "start": start, "end": start + 11}]
    lines = [
        {"id": "1", "question": "where do dogs sleep", "answers": answers},
        {"id": "2", "question": "how old is the stove", "answers": []},
        {"id": "3", "question": "thanks", "answers": []},
    ]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (tmp_path / "questions.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_answered_question_is_also_asked_where_its_answer_is_not(folder):
    taught = list(typed_lessons([folder], HashEncoder()))
    told = [(one.question, one.right, one.hidden) for one in taught]
    assert told == [
        ("where do dogs sleep", True, False),
        ("where do dogs sleep", False, True),
        ("how old is the stove", False, False),
    ]
    first, hidden = taught[:2]
    # Beside another sentence: the first has all words of the question, the other has not.
    assert first.reading.numbers[6] > hidden.reading.numbers[6]


def test_every_folder_that_ships_can_be_read_and_asked():
    folders = [one for kind in TYPED_KINDS for one in sorted((TYPED / kind).iterdir())]
    answered = unanswered = 0
    for one in folders:
        sources = Sources(one / "corpus")
        for question in read_questions(one / "questions.jsonl", sources=sources):
            answered += bool(question.answers)
            unanswered += not question.answers
    assert len(folders) == 238
    assert (answered, unanswered) == (2736, 1784)
