import numpy as np
import pytest

from retrieval.indexing.build import build_index
from retrieval.ranking.fusion import fuse
from retrieval.ranking.query import Query
from retrieval.ranking.rank import find
from retrieval.store.files.corpus import Corpus
from retrieval.store.files.current import open_current
from retrieval.testing import HashEncoder

TEXTS = {
    "rollo.txt": "Rollo\n\nRollo was a Viking. He became the ruler of Normandy in 911.\n",
    "whales.txt": "Whales\n\nBlue whales eat krill. They weigh two hundred tonnes.\n",
}


@pytest.fixture
def corpus(seeds, write, index):
    write(TEXTS)
    encoder = HashEncoder()
    build_index(seeds, index, encoder)
    opened = open_current(index, lambda build: Corpus(build, encoder))
    yield opened
    opened.close()


def said(corpus, found):
    return [corpus.sentence_text(row) for row in found.rows.tolist()]


def test_the_sentence_that_answers_comes_first(corpus):
    found = find(Query(question="Who was the ruler of Normandy?"), corpus)
    assert said(corpus, found)[0] == "He became the ruler of Normandy in 911."
    assert (np.diff(found.scores) <= 0).all()
    assert np.allclose(found.scores, fuse(found.evidence))
    assert found.shares.sum() == pytest.approx(1)
    assert np.allclose(found.matches @ found.shares, found.evidence.sentence)


def test_titles_are_no_hits(corpus):
    assert len(find(Query(question="Rollo"), corpus)) == 4
    assert "Rollo" not in said(corpus, find(Query(question="Rollo"), corpus))


def test_titles_are_hits_where_there_is_nothing_else(seeds, write, index):
    write({"only.md": "# Just a title\n"})
    build_index(seeds, index, HashEncoder())
    corpus = open_current(index, lambda build: Corpus(build, HashEncoder()))
    assert said(corpus, find(Query(question="title"), corpus)) == ["Just a title"]
    corpus.close()


def test_a_search_can_be_narrowed(corpus):
    whales = corpus.documents[1].rows
    found = find(Query(question="Who was the ruler of Normandy?"), corpus, within=whales)
    assert set(found.rows.tolist()) < set(whales)


def test_a_search_in_nothing_finds_nothing(corpus):
    found = find(Query(question="Who?"), corpus, within=range(0))
    assert len(found) == 0


def test_a_neighbour_helps(corpus):
    found = find(Query(question="When did the Viking rule?"), corpus)
    context = dict(zip(said(corpus, found), found.evidence.context.tolist(), strict=True))
    assert context["Rollo was a Viking."] == context["He became the ruler of Normandy in 911."]


@pytest.mark.parametrize("question", ["", "?", "\x00", "q" * 5000])
def test_no_question_is_too_odd(corpus, question):
    assert len(find(Query(question=question), corpus)) == 4
