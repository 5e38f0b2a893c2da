"""An index in PostgreSQL answers as the same one in files does, asked by the real model."""

import json

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index
from retrieval.indexing.copying import copy_index
from retrieval.store import open_store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

EVERY = 10
"""Of the questions one in so many is asked."""


def test_the_same_sentence_comes_first_and_the_same_is_withheld(sets, encoder, postgres, tmp_path):
    files, database = open_store(tmp_path / "index"), open_store(postgres.new_database())
    build_index(sets / "squad2-a" / "corpus", files, encoder)
    copy_index(files, database, progress=lambda *_: None)
    lines = (sets / "squad2-a" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines[::EVERY]]
    same = 0
    with open_index(files, encoder) as one, open_index(database, encoder) as other:
        for question in questions:
            expected, found = one.ask(question), other.ask(question)
            assert found.answered == expected.answered, question
            firsts = [[(p.citation, p.text) for p in a.passages[:1]] for a in (expected, found)]
            same += firsts[0] == firsts[1]
    assert same >= 0.99 * len(questions)
