"""A question to the files: FAISS searches, and only what it found is looked at more closely."""

from contextlib import closing

import numpy as np
import pytest
from corpus import SPEC, document, publish, unit

from retrieval.domain import EVERYTHING, Scope
from retrieval.store.files.dense import VectorIndex
from retrieval.store.files.index_store import FileIndexStore
from retrieval.text.search_terms import search_terms

QUESTION = unit(1, 1, 1)
WORDS = "abcdefgh"


@pytest.fixture
def reader(tmp_path):
    """Five documents of a title and eight sentences, each sentence of one letter."""
    random = np.random.default_rng(7)
    store = FileIndexStore(tmp_path / "index")
    publish(
        store,
        [
            (
                document(f"{n}.txt", [f"Title {n}", *(f"{word}{n}" for word in WORDS)]),
                [unit(*row) for row in random.standard_normal((9, 3))],
            )
            for n in range(5)
        ],
        SPEC,
    )
    with closing(store.open()) as opened:
        yield opened


@pytest.fixture
def looked_at(monkeypatch):
    """What FAISS was asked for and what it found, and which rows were scored one by one."""
    seen = {"searches": [], "scored": []}
    search, scores = VectorIndex.search, VectorIndex.scores

    def searching(self, query, k, *, within=None):
        found = search(self, query, k, within=within)
        seen["searches"].append((k, within.count, set(found[0].tolist())))
        return found

    def scoring(self, query, rows):
        seen["scored"].append(set(rows.tolist()))
        return scores(self, query, rows)

    monkeypatch.setattr(VectorIndex, "search", searching)
    monkeypatch.setattr(VectorIndex, "scores", scoring)
    return seen


def test_faiss_searches_and_only_what_is_near_or_has_the_words_is_scored(reader, looked_at):
    (with_the_word,) = (row for row in range(9) if reader.text(0, *_span(reader, row)) == "a0")
    found = reader.shortlist(QUESTION, search_terms("a0"), scope=EVERYTHING, k=2)
    ((k, rows, near),) = looked_at["searches"]
    # Five titles are no hits.
    assert (k, rows, len(near)) == (6, 40, 6)
    # What is near has its similarity from that search.
    (scored,) = looked_at["scored"] or [set()]
    assert not near & scored
    assert with_the_word in near | scored
    assert len(near | scored) <= 12
    assert set(found.ids.tolist()) <= near | scored


def test_the_scope_is_a_selector_of_the_search(reader, looked_at):
    scope = Scope(documents=frozenset({"3.txt"}))
    reader.shortlist(QUESTION, (), scope=scope, k=100)
    ((_, rows, near),) = looked_at["searches"]
    assert rows == 8
    assert near == set(range(28, 36))
    assert looked_at["scored"] == []


def _span(reader, row):
    (place,) = reader.places([row])
    return place.start, place.end
