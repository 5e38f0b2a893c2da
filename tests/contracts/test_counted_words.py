"""Words are counted in the collections of a scope: the others might as well not be indexed."""

import numpy as np
import pytest
from corpus import EAST, NORTH, UP, document, publish, unit

from retrieval.domain import EVERYTHING, Scope

OPEN = document(
    "open/whales.txt",
    ["Whales", "Blue whales eat krill.", "They sing in winter, and whales sing in summer too."],
    collection="open",
)
CLOSED = document(
    "closed/rome.txt",
    ["Rome", "Krill was not eaten.", "Krill and krill again, in a sentence of many more words."],
    collection="closed",
)
VECTORS = [UP, EAST, unit(1, 1, 0)]
SCOPE = Scope(collections=frozenset({"open"}))
TERMS = ["krill", "sing", "rome", "unheard"]


@pytest.fixture
def both(new_store):
    """Open an index with a collection beside, and one without."""
    readers = []
    for documents in ([(CLOSED, VECTORS), (OPEN, VECTORS)], [(OPEN, VECTORS)]):
        store = new_store()
        publish(store, documents)
        readers.append(store.open())
    yield readers
    for reader in readers:
        reader.close()


def test_rarity_is_that_of_an_index_without_the_others(both):
    beside, without = both
    assert beside.rarity(TERMS, scope=SCOPE) == pytest.approx(without.rarity(TERMS), abs=1e-6)
    assert beside.rarity(TERMS) != pytest.approx(without.rarity(TERMS), abs=1e-3)


@pytest.mark.parametrize("aliases", [(), ("rome",), ("summer",)])
def test_so_are_the_shortlist_and_its_evidence(both, aliases):
    beside, without = both
    first = beside.documents(SCOPE)[0].rows.start
    for vector in (EAST, NORTH):
        found = beside.shortlist(vector, TERMS, aliases=aliases, scope=SCOPE, k=10)
        expected = without.shortlist(vector, TERMS, aliases=aliases, scope=EVERYTHING, k=10)
        assert (found.ids - first).tolist() == expected.ids.tolist()
        assert found.dense == pytest.approx(expected.dense, abs=1e-6)
        assert found.lexical == pytest.approx(expected.lexical, abs=1e-5)
        said = beside.evidence(found.ids, vector, TERMS, aliases=aliases, scope=SCOPE)
        assert said.lexical == pytest.approx(found.lexical, abs=1e-6)


def test_a_document_alone_is_counted_with_its_collection(both):
    beside, _ = both
    one = SCOPE & Scope(documents=frozenset({"open/whales.txt"}))
    assert np.array_equal(beside.rarity(TERMS, scope=one), beside.rarity(TERMS, scope=SCOPE))
