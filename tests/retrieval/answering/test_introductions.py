from contextlib import closing

import pytest

from retrieval.answering.introductions import introductions, told_by
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

REPORT = """\
The ferry strike

Norwegian Transport Minister Liv Sandnes met her Danish counterpart on Tuesday. The Swedish
Ambassador to Norway Per Ek was there too.

“They seem to be on their way to an offer,” Ek said. “I was given their word.”

The office of Norway's transport minister released a statement. The statement said that the ferries
sail again.

Ada Holm, the keeper of the light at Brae, had no part in it. "Nobody asked me," Holm told us.

The crews want more pay.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"report.txt": REPORT})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


def row_of(beginning, view):
    return next(
        row
        for row in range(view.reader.info.sentences)
        if view.sentence_text(row).startswith(beginning)
    )


def test_a_quoted_sentence_is_its_speakers(view):
    told = told_by(row_of("“I was given", view), view)
    assert "Ambassador" in told
    assert "Ek" in told
    assert "keeper of the light" in told_by(row_of('"Nobody asked', view), view)


@pytest.mark.parametrize("beginning", ["The crews", "The statement said", "Norwegian Transport"])
def test_what_is_no_quotation_is_nobodys(view, beginning):
    assert told_by(row_of(beginning, view), view) == ""


def test_who_is_named_has_been_introduced(view):
    known = " ".join(introductions(row_of("“They seem", view), view))
    assert "Ambassador to Norway Per Ek" in known
    assert "Sandnes" not in known


def test_a_role_stands_for_whoever_was_said_to_hold_it(view):
    known = " ".join(introductions(row_of("The statement said", view), view))
    assert "Minister Liv Sandnes" in known
    assert "Ek" not in known.split()


def test_nothing_is_known_where_nobody_is_spoken_of(view):
    assert introductions(row_of("The crews", view), view) == []
