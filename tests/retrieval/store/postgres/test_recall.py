"""The graph over the packaged model's own vectors: what it finds, and that answers stay the same.

It takes some minutes; `test_restart.py` has a graph over vectors drawn by lot.
"""

import json
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import EVERYTHING
from retrieval.indexing.build import build_index
from retrieval.indexing.copying import copy_index
from retrieval.store.files.index_store import FileIndexStore
from retrieval.store.postgres import scopes
from retrieval.store.postgres.index_store import PostgresIndexStore

SETS = Path(__file__).parents[5] / "shared" / "eval"
CORPORA = ("squad2-a", "canard-a", "doc2dial-a", "softdocs-a")
EACH = 60

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not (SETS / CORPORA[0]).is_dir(), reason=f"there is no {SETS}"),
]


@pytest.fixture(scope="module")
def stores(postgres, encoder, tmp_path_factory):
    """The same sentences, enough for a graph, in a database and in files."""
    folder = tmp_path_factory.mktemp("recall")
    for name in CORPORA:
        shutil.copytree(SETS / name / "corpus", folder / "seeds" / name)
    database, files = PostgresIndexStore(postgres.new_database()), FileIndexStore(folder / "index")
    build_index(folder / "seeds", files, encoder)
    copy_index(files, database, progress=lambda *_: None)
    return database, files


def questions():
    chosen = []
    for name in CORPORA:
        lines = (SETS / name / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        chosen += random.Random(15).sample([json.loads(line)["question"] for line in lines], EACH)
    return chosen


def test_the_ten_nearest_are_found(stores, encoder, monkeypatch):
    vectors = encoder.encode_queries(questions()).vectors

    def nearest():
        with closing(stores[0].open()) as reader:
            assert reader._build.corpus.is_graph
            return [
                reader.shortlist(one, [], scope=EVERYTHING, k=100).dense[:10] for one in vectors
            ]

    found = nearest()
    monkeypatch.setattr(scopes, "_EXACT", 10**9)
    # Of equal ones any may be left out.
    right = sum(
        int((some >= best[-1] - 1e-6).sum()) for some, best in zip(found, nearest(), strict=True)
    )
    assert right >= 0.98 * 10 * len(vectors)


def test_answers_are_those_of_files(stores, encoder):
    database, files = (open_index(store, encoder) for store in stores)
    with database, files:
        pairs = [(database.ask(one), files.ask(one)) for one in questions()]
    assert all(mine.state == its.state for mine, its in pairs)
    first = [(mine.passages[0], its.passages[0]) for mine, its in pairs if its.passages]
    same = [(a.citation, a.text) == (b.citation, b.text) for a, b in first]
    assert len(same) >= 0.9 * len(pairs)
    assert sum(same) >= 0.99 * len(same)
