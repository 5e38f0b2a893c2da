"""Listing the states of the index, and finding one to go back to."""

import pytest

from bot.app.states import find_state, go_back, history
from retrieval.errors import IndexNotFoundError, IndexOutdatedError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.states import Difference
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=32)


@pytest.fixture
def store(tmp_path):
    """Three states: a, then a and b, then another a without b."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    store = open_store(tmp_path / "index")
    (seeds / "a.txt").write_text("A\n\nThe lamp burns whale oil.")
    build_index(seeds, store, ENCODER, origin="first")
    (seeds / "b.txt").write_text("B\n\nThe quay is closed.")
    build_index(seeds, store, ENCODER, origin="second")
    (seeds / "a.txt").write_text("A\n\nThe lamp burns gas.")
    (seeds / "b.txt").unlink()
    build_index(seeds, store, ENCODER, origin="third")
    return store


def test_each_state_says_what_it_changed_and_how_it_came_to_be(store):
    third, second, first = history(store)
    assert [one.origin for one in (first, second, third)] == ["first", "second", "third"]
    assert [one.info.documents for one in (first, second, third)] == [1, 2, 1]
    assert first.difference is None
    assert second.difference == Difference(added=("b.txt",))
    assert third.difference == Difference(changed=("a.txt",), removed=("b.txt",))
    assert [one.current for one in (first, second, third)] == [False, False, True]
    assert third.rollback is None


def test_going_back_says_what_it_changes(store):
    third, second, first = (one.info.build_id for one in history(store))
    switch = go_back(store, None, fingerprint=ENCODER.fingerprint, origin="somebody")
    assert (switch.before.build_id, switch.after.build_id) == (third, second)
    assert switch.difference == Difference(added=("b.txt",), changed=("a.txt",))
    # Once more is once further.
    switch = go_back(store, None, fingerprint=ENCODER.fingerprint, origin="somebody")
    assert (switch.before.build_id, switch.after.build_id) == (second, first)
    listed = history(store)
    assert [one.current for one in listed] == [False, False, True]
    assert listed[2].rollback.origin == "somebody"
    with pytest.raises(IndexNotFoundError, match="before the one that answers now"):
        go_back(store, None, fingerprint=ENCODER.fingerprint, origin="somebody")


def test_a_state_of_another_model_could_not_be_asked(store):
    with pytest.raises(IndexOutdatedError, match="another model") as caught:
        go_back(store, None, fingerprint="another", origin="")
    assert caught.value.remedies[0].about == "model"
    assert store.rolled_back() is None


def test_an_empty_name_is_nobodys(store):
    with pytest.raises(IndexNotFoundError, match="An empty id names no state"):
        find_state(store.states(), store.current(), " ")
