"""An index is the same wherever it is copied to, and back."""

import numpy as np
import pytest
from corpus import BOTH, EAST, SPEC, publish

from retrieval.domain import EVERYTHING
from retrieval.errors import IndexBusyError, IndexDamagedError, IndexNotFoundError
from retrieval.indexing.copying import copy_index
from retrieval.store.files.index_store import FileIndexStore
from retrieval.store.memory import MemoryIndexStore
from retrieval.store.postgres.index_store import PostgresIndexStore


def silent(*_):
    """Nobody looks."""


def contents(store):
    with store.begin(SPEC) as writer:
        return [writer.stored(one) for one in writer.previous.documents.values()]


def test_there_and_back_everything_is_as_it_was(postgres, tmp_path):
    first, last = FileIndexStore(tmp_path / "first"), FileIndexStore(tmp_path / "last")
    database = PostgresIndexStore(postgres.new_database())
    publish(first, BOTH)
    told = []
    copy_index(first, database, progress=lambda *step: told.append(step), origin="a copy")
    info = copy_index(database, last, progress=silent)
    assert (info.documents, info.sentences) == (2, 7)
    assert [step[1:] for step in told] == [(0, 2), (1, 2), (2, 2)]
    assert database.states()[0].origin == "a copy"
    for one, other in zip(contents(first), contents(last), strict=True):
        assert (one.document, one.sentences) == (other.document, other.sentences)
        assert np.array_equal(one.features.vectors, other.features.vectors)
        for name, rows in (one.features.per_sentence | one.features.per_token).items():
            there = (other.features.per_sentence | other.features.per_token)[name]
            assert np.array_equal(rows, there)
            assert rows.dtype == there.dtype
    assert first.builds() != last.builds()
    found = []
    for store in (first, database, last):
        reader = store.open()
        found.append(reader.shortlist(EAST, ["whale"], scope=EVERYTHING, k=9))
        reader.close()
    for other in found[1:]:
        assert other.ids.tolist() == found[0].ids.tolist()
        assert other.lexical == pytest.approx(found[0].lexical, abs=1e-6)


def test_without_an_index_there_is_nothing_to_copy(tmp_path):
    target = MemoryIndexStore()
    with pytest.raises(IndexNotFoundError):
        copy_index(FileIndexStore(tmp_path / "none"), target, progress=silent)
    assert target.builds() == ()


@pytest.mark.parametrize("held", ["source", "target"])
def test_while_another_writes_the_copy_is_what_is_tried_again(tmp_path, worded, held):
    stores = {name: FileIndexStore(tmp_path / name) for name in ("source", "target")}
    for store in stores.values():
        publish(store, BOTH)
    said = worded("; try again when it has ended")
    with stores[held].begin(SPEC), pytest.raises(IndexBusyError, check=said):
        copy_index(stores["source"], stores["target"], progress=silent)


def test_a_damaged_index_is_not_copied(postgres, tmp_path):
    url = postgres.new_database()
    database, target = PostgresIndexStore(url), FileIndexStore(tmp_path / "index")
    publish(database, BOTH)
    postgres.sql("UPDATE verbatim.documents SET text = 'x' WHERE path = 'rome.txt'", url=url)
    with pytest.raises(IndexDamagedError):
        copy_index(database, target, progress=silent)
    assert target.builds() == ()
