from contextlib import closing

import pytest

from retrieval.answering.units import spoken, wish_of
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

GUIDE = """\
# Guide

## Where is the code?

Is it in the repository? Is the code there?

## Where is the lamp?

It is in the tower. The tower is closed.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"guide.md": GUIDE})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


def answering(question, sentence, view):
    rows = {view.sentence_text(row): row for row in range(view.reader.info.sentences)}
    return [view.sentence_text(row) for row in spoken(rows[sentence], wish_of(question), view)]


def test_a_short_paragraph_answers_whole_what_stands_above_it(view):
    assert answering("where is the lamp", "It is in the tower.", view) == [
        "It is in the tower.",
        "The tower is closed.",
    ]


def test_what_was_found_is_always_among_what_answers(view):
    found = "Is it in the repository?"
    assert answering("where is the code", found, view) == [found]
