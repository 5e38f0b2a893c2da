import numpy as np
import pytest

from retrieval.answering.view import IndexView
from retrieval.domain import Scope
from retrieval.indexing.build import build_index
from retrieval.ranking.fusion import fuse
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.store import open_store
from retrieval.testing import HashEncoder

TEXTS = {
    "rollo.txt": "Rollo\n\nRollo was a Viking. He became the ruler of Normandy in 911.\n",
    "whales.txt": "Whales\n\nBlue whales eat krill. They weigh two hundred tonnes.\n",
}


@pytest.fixture
def view(seeds, write, index):
    write(TEXTS)
    encoder = HashEncoder()
    build_index(seeds, index, encoder)
    reader = open_store(index).open()
    yield IndexView(reader)
    reader.close()


def find(query, view):
    (encoded,) = encode([query], HashEncoder())
    return rank(encoded, view.reader, view.sentence_text, view.block, scope=view.scope)


def said(view, found):
    return [view.sentence_text(row) for row in found.rows.tolist()]


def test_the_sentence_that_answers_comes_first(view):
    found = find(Query(question="Who was the ruler of Normandy?"), view)
    assert said(view, found)[0] == "He became the ruler of Normandy in 911."
    assert (np.diff(found.scores) <= 0).all()
    assert np.allclose(found.scores, fuse(found.evidence))
    assert found.shares.sum() == pytest.approx(1)
    assert np.allclose(found.matches @ found.shares, found.evidence.sentence)


def test_titles_are_no_hits(view):
    assert len(find(Query(question="Rollo"), view)) == 4
    assert "Rollo" not in said(view, find(Query(question="Rollo"), view))


def test_titles_are_hits_where_there_is_nothing_else(seeds, write, index):
    write({"only.md": "# Just a title\n"})
    build_index(seeds, index, HashEncoder())
    reader = open_store(index).open()
    view = IndexView(reader)
    assert said(view, find(Query(question="title"), view)) == ["Just a title"]
    reader.close()


def test_a_search_can_be_narrowed(view):
    whales = IndexView(view.reader, Scope(documents=frozenset({"whales.txt"})))
    found = find(Query(question="Who was the ruler of Normandy?"), whales)
    assert set(found.rows.tolist()) < set(whales.documents()[0].rows)


def test_a_search_in_nothing_finds_nothing(view):
    nothing = IndexView(view.reader, Scope(documents=frozenset()))
    assert len(find(Query(question="Who?"), nothing)) == 0


def test_a_neighbour_helps(view):
    found = find(Query(question="When did the Viking rule?"), view)
    context = dict(zip(said(view, found), found.evidence.context.tolist(), strict=True))
    assert context["Rollo was a Viking."] == context["He became the ruler of Normandy in 911."]


@pytest.mark.parametrize("question", ["", "?", "\x00", "q" * 5000])
def test_no_question_is_too_odd(view, question):
    assert len(find(Query(question=question), view)) == 4
