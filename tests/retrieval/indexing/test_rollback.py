"""Going back to an earlier state of the index: it stays until a document changes."""

import random
import shutil
import time
from contextlib import closing

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from retrieval.answering.searcher import open_index
from retrieval.errors import IndexDamagedError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.store.files import writer
from retrieval.store.files.current import build_directory
from retrieval.store.files.schema import DATABASE
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=32)
ROME = "Rome\n\nThe Colosseum held fifty thousand people.\n"
WHALES = "Whales\n\nBlue whales eat krill.\n"


def texts(index):
    """Read all that answers now, every byte of it checked."""
    with open_index(index, ENCODER, verify=True) as searcher:
        return {one.path: searcher.text(one.path) for one in searcher.documents()}


@pytest.fixture
def gone_back(seeds, write, index):
    """Two states, the first of which was gone back to."""
    write({"rome.txt": ROME})
    first = build_index(seeds, index, ENCODER)
    write({"whales.txt": WHALES})
    second = build_index(seeds, index, ENCODER, origin="a test")
    open_store(index).rollback(first.build_id)
    return first, second


def test_it_answers_at_once_and_a_build_without_changes_leaves_it(seeds, index, gone_back):
    first, second = gone_back
    assert texts(index) == {"rome.txt": ROME}
    for _ in range(2):
        report = build_index(seeds, index, ENCODER)
        assert (report.build_id, report.held, report.left) == (
            second.build_id,
            first.build_id,
            None,
        )
        assert (report.added, report.changed, report.removed) == ((), (), ())
        assert report.embedded == 0
    assert open_store(index).current() == first.build_id
    assert texts(index) == {"rome.txt": ROME}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda seeds: (seeds / "go.txt").write_text("Go\n\nStones."), ("go.txt",)),
        (lambda seeds: (seeds / "whales.txt").write_text(WHALES + "They sing."), ("whales.txt",)),
        (lambda seeds: (seeds / "whales.txt").unlink(), ("whales.txt",)),
    ],
)
def test_a_change_builds_on_the_documents_as_they_are(
    seeds, index, gone_back, counting_encoder, change, told
):
    first, second = gone_back
    change(seeds)
    report = build_index(seeds, index, ENCODER)
    assert report.added + report.changed + report.removed == told
    assert (report.held, report.left) == (None, first.build_id)
    assert texts(index) == {path.name: path.read_text() for path in seeds.iterdir()}
    ids = [state.info.build_id for state in open_store(index).states()]
    assert ids == [report.build_id, second.build_id, first.build_id]
    # From here on it is as if nobody had ever gone back.
    again = build_index(seeds, index, ENCODER)
    assert (again.build_id, again.held, again.left) == (report.build_id, None, None)


def test_what_was_gone_back_from_need_not_be_embedded_again(seeds, write, index, counting_encoder):
    write({"rome.txt": ROME})
    first = build_index(seeds, index, counting_encoder)
    write({"whales.txt": WHALES})
    build_index(seeds, index, counting_encoder)
    open_store(index).rollback(first.build_id)
    counting_encoder.passages.clear()
    write({"go.txt": "Go\n\nStones surround stones.\n"})
    build_index(seeds, index, counting_encoder)
    assert any("Stones" in passage for passage in counting_encoder.passages)
    assert not any("krill" in passage for passage in counting_encoder.passages)


def test_a_file_that_was_only_touched_ends_nothing(seeds, index, gone_back):
    first, _ = gone_back
    (seeds / "rome.txt").write_text(ROME)
    assert build_index(seeds, index, ENCODER).held == first.build_id


def test_where_the_newest_state_is_gone_the_documents_are_read_again(seeds, index, gone_back):
    first, second = gone_back
    shutil.rmtree(build_directory(index, second.build_id))
    assert texts(index) == {"rome.txt": ROME}
    report = build_index(seeds, index, ENCODER)
    assert report.build_id not in (first.build_id, second.build_id)
    assert texts(index) == {"rome.txt": ROME, "whales.txt": WHALES}


def test_a_damaged_state_is_not_gone_to(seeds, index, gone_back):
    first, second = gone_back
    database = build_directory(index, second.build_id) / DATABASE
    content = bytearray(database.read_bytes())
    content[-10] ^= 1
    database.write_bytes(content)
    with pytest.raises(IndexDamagedError, match=DATABASE):
        open_store(index).rollback(second.build_id)
    assert open_store(index).current() == first.build_id
    assert texts(index) == {"rome.txt": ROME}


def go_back_and_forth(index, seeds, apart):
    """Go from state to state, and publish one now and then, until killed."""
    if apart:
        writer.taken_in = lambda sizes, new: ()
    store = open_store(index, keep=3)
    number = 0
    while True:
        number += 1
        for build_id in reversed(store.builds()):
            store.rollback(build_id, origin="a test that is killed")
        (seeds / "number.txt").write_text(f"Number\n\nIt is number {number}.\n")
        build_index(seeds, store, ENCODER)


@pytest.mark.parametrize("apart", [False, True])
def test_killed_at_any_moment_one_of_the_states_answers(seeds, write, index, process, apart):
    moments = random.Random(5)
    write({"rome.txt": ROME, "number.txt": "Number\n\nIt is number 0.\n"})
    build_index(seeds, index, ENCODER)
    for _ in range(3):
        child = process(target=go_back_and_forth, args=(index, seeds, apart))
        child.start()
        child.join(moments.uniform(0.5, 1.5))
        child.kill()
        child.join()
        store = open_store(index, keep=3)
        now = texts(index)
        assert now["rome.txt"] == ROME
        assert now["number.txt"].startswith("Number\n\nIt is number ")
        ids = store.builds()
        assert store.current() in ids
        assert 1 <= len(ids) <= 5  # too many by those that it was killed before removing
        for build_id in ids:
            store.rollback(build_id)  # every byte of each is checked
        (seeds / "number.txt").write_text(f"Number\n\nIt is number {time.time_ns()}.\n")
        build_index(seeds, store, ENCODER)
        assert texts(index) == {path.name: path.read_text() for path in seeds.iterdir()}
        assert not [one for one in (index / "builds").iterdir() if one.name.startswith(".")]


class Histories(RuleBasedStateMachine):
    """Documents change, builds run, somebody goes back: what answers is what was wanted."""

    @classmethod
    def beginning_in(cls, make_folder):
        return type("Here", (cls,), {"make_folder": staticmethod(make_folder)})

    def __init__(self):
        super().__init__()
        folder = self.make_folder("history")
        self.seeds, self.index = folder / "seeds", folder / "index"
        self.seeds.mkdir()
        self.store = open_store(self.index, keep=3)
        self.files = {"a.txt": "A\n\nThe first.\n"}
        self.made = {}
        self.answers = None

    @rule(name=st.sampled_from("abc"), words=st.sampled_from(["One.", "Two.", "Three."]))
    def write(self, name, words):
        text = f"{name.upper()}\n\n{words}\n"
        self.files[f"{name}.txt"] = text

    @precondition(lambda self: len(self.files) > 1)
    @rule(data=st.data())
    def remove(self, data):
        del self.files[data.draw(st.sampled_from(sorted(self.files)))]

    @rule()
    def build(self):
        for old in self.seeds.iterdir():
            old.unlink()
        for name, text in self.files.items():
            (self.seeds / name).write_text(text)
        newest = self.made[self.store.builds()[0]] if self.made else None
        report = build_index(self.seeds, self.store, ENCODER)
        if newest == self.files:
            assert report.embedded == 0
        else:
            self.answers = dict(self.files)
            self.made[report.build_id] = self.answers

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def go_back(self, data):
        build_id = data.draw(st.sampled_from(self.store.builds()))
        self.store.rollback(build_id)
        self.answers = self.made[build_id]

    @invariant()
    def what_answers_is_what_was_wanted(self):
        if self.answers is not None:
            with closing(self.store.open()) as reader:
                now = {one.path: reader.text(one.id) for one in reader.documents()}
            assert now == self.answers


@pytest.mark.parametrize("apart", [False, True])
def test_any_history_of_changes_and_rollbacks(tmp_path_factory, monkeypatch, apart):
    """Segments are merged, which they always are while they are small, or left as they are."""
    if apart:
        monkeypatch.setattr(writer, "taken_in", lambda sizes, new: ())
    machine = Histories.beginning_in(lambda name: tmp_path_factory.mktemp(name))
    run_state_machine_as_test(
        machine, settings=settings(max_examples=8, stateful_step_count=12, deadline=None)
    )
