"""Segments are merged behind: nothing that an index says changes, and nobody waits for it."""

import random
import threading
import time
from contextlib import closing

import pytest
from corpus import SPEC, document, features, sentences_of, unit

from retrieval.domain import EVERYTHING
from retrieval.errors import IndexDamagedError
from retrieval.store.files import behind
from retrieval.store.files.index_store import FileIndexStore
from retrieval.store.files.segment_writer import SegmentWriter

WORDS = "krill whale sing winter fire rome burn tower river stone bridge gold".split()


def some_documents(number, seed):
    chosen = random.Random(seed)
    made = {}
    for n in range(number):
        lines = [" ".join(chosen.choices(WORDS, k=chosen.randint(1, 9))) for _ in range(8)]
        one = document(f"{n:03} {seed}.txt", [f"Title {n}", *lines])
        made[one.path] = (one, [unit(*(chosen.gauss(0, 1) for _ in range(3))) for _ in range(9)])
    return made


def change(store, documents, *, without=()):
    """Publish documents beside those that are there."""
    with store.begin(SPEC) as writer:
        there = writer.previous.documents if writer.previous else {}
        for path in sorted({*documents, *there} - {*without}):
            if path in documents:
                made, vectors = documents[path]
                writer.add(made, sentences_of(made), [features(vectors)], sha256=f"of {path}")
            else:
                writer.keep(there[path])
        return writer.publish()


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An index of five segments of 30 documents each, a fifth of them deleted."""
    monkeypatch.setattr("retrieval.store.files.writer.taken_in", lambda sizes, new: ())
    store = FileIndexStore(tmp_path / "index", keep=2)
    for seed in range(5):
        gone = [one.path for one in store.states()[0].documents][::5] if seed else []
        change(store, some_documents(30, seed), without=gone)
    return store


def told(reader):
    """All that a reader says of some questions."""
    chosen = random.Random(3)
    found, numbers = [], []
    for _ in range(10):
        vector = unit(*(chosen.gauss(0, 1) for _ in range(3)))
        one = reader.shortlist(vector, chosen.sample(WORDS, 3), scope=EVERYTHING, k=25)
        found.append((one.ids.tolist(), reader.places(one.ids.tolist())))
        numbers += [*one.dense.tolist(), *one.lexical.tolist()]
    return [*found, reader.documents()], numbers


def assert_same(one, other):
    assert one[0] == other[0]
    assert one[1] == pytest.approx(other[1], abs=1e-6)


def partials(store):
    return list((store._directory / "builds").glob(".*.partial"))


def test_what_is_merged_says_what_it_said_and_is_the_same_build(store):
    states = store.states()
    with closing(store.open()) as before:
        said = told(before)
        store.tidy()
        with closing(store.open(verify=True)) as after:
            assert (len(before.info.segments), len(after.info.segments)) == (5, 1)
            assert after.info.build_id == before.info.build_id
            assert_same(told(after), said)
        # Whoever had it open goes on with the files that were.
        assert_same(told(before), said)
    assert [(one.info.build_id, one.documents) for one in store.states()] == [
        (one.info.build_id, one.documents) for one in states
    ]
    assert partials(store) == []


def test_a_change_builds_on_it_and_what_was_can_be_gone_back_to(store):
    earlier = store.states()[1]
    store.tidy()
    store.rollback(earlier.info.build_id)
    with closing(store.open(verify=True)) as reader:
        assert reader.documents() == earlier.documents
    new = some_documents(2, 9)
    change(store, new)
    store.tidy()
    with closing(store.open(verify=True)) as reader:
        assert {*new} < {one.path for one in reader.documents()}
        assert len(reader.info.segments) == 2


def test_what_no_state_names_goes(store):
    for seed in (7, 8, 9):
        store.tidy()
        change(store, some_documents(1, seed))
    folders = {path.name for path in (store._directory / "builds").iterdir()}
    with closing(store.open(verify=True)):
        # Two states, and what was merged before each of them.
        assert len(folders) <= 5


def test_where_segments_are_few_nothing_is_done(store, monkeypatch):
    store.tidy()
    names = sorted(store._directory.rglob("*"))
    monkeypatch.setattr(behind, "PreviousIndex", None)  # Not even opened.
    store.tidy()
    assert sorted(store._directory.rglob("*")) == names


def test_without_an_index_there_is_nothing_to_do(tmp_path):
    FileIndexStore(tmp_path / "none").tidy()


@pytest.mark.parametrize("patience", [0, None])
def test_whoever_wants_to_write_does_not_wait_for_it(store, monkeypatch, patience):
    begun, add = threading.Event(), SegmentWriter.add

    def slowly(self, *values, **options):
        if threading.current_thread() is merging:
            begun.set()
            time.sleep(0.05)
        add(self, *values, **options)

    monkeypatch.setattr(SegmentWriter, "add", slowly)
    merging = threading.Thread(target=store.tidy)
    merging.start()
    begun.wait(10)
    waited = []
    started = time.monotonic()
    with store.begin(SPEC, timeout=patience, waiting=lambda: waited.append(1)):
        assert time.monotonic() - started < 2  # 120 documents would take six seconds.
        merging.join(10)
        assert not merging.is_alive()
        assert partials(store) == []
    assert waited == []
    with closing(store.open(verify=True)) as reader:
        assert len(reader.info.segments) == 5


def test_it_ends_when_it_is_told_to(store):
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > 20

    store.tidy(stop=stop)
    assert len(asked) < 30
    assert partials(store) == []
    with closing(store.open(verify=True)) as reader:
        assert len(reader.info.segments) == 5


def test_damage_is_not_copied(store):
    build = store._directory / "builds" / store.builds()[0]
    file = build / "vectors.faiss"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(IndexDamagedError, match=r"vectors\.faiss is damaged"):
        store.tidy()
    assert partials(store) == []


def test_an_index_that_is_merged_while_it_is_opened_is_opened_anew(store, monkeypatch):
    opened = []

    def overtaken(self, build, *, verify=False):
        opened.append(build)
        if len(opened) == 1:
            store.tidy()
            raise FileNotFoundError(build / "gone")
        return original(self, build, verify=verify)

    from retrieval.store.files.reader import FileIndexReader

    original = FileIndexReader.__init__
    monkeypatch.setattr(FileIndexReader, "__init__", overtaken)
    with closing(store.open()) as reader:
        assert len(reader.info.segments) == 1
    assert len(opened) == 2


def tidy(directory):
    FileIndexStore(directory, keep=2).tidy()


def test_a_merge_that_is_killed_at_any_moment_loses_nothing(store, process):
    with closing(store.open()) as reader:
        said = told(reader)
    moments, merged = random.Random(5), 0
    for number in range(12):
        merging = process(target=tidy, args=(store._directory,))
        merging.start()
        while merging.is_alive() and not partials(store):
            time.sleep(0.0005)
        merging.join(moments.uniform(0, 0.05))
        merging.kill()
        merging.join()
        with closing(store.open(verify=True)) as reader:
            assert_same(told(reader), said)
            merged += len(reader.info.segments) == 1
        if number % 4 == 3:
            # The next build isn't kept from anything, and clears away what is left.
            change(store, some_documents(3, 100 + number))
            change(store, some_documents(30, 200 + number))
            assert partials(store) == []
            with closing(store.open(verify=True)) as reader:
                said = told(reader)
