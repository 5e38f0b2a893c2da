"""An index of many segments: it ranks as one, shares what did not change, and outlives a kill."""

import json
import random
import shutil
from contextlib import closing, suppress

import numpy as np
import pytest
from corpus import SPEC, document, features, sentences_of, unit

from retrieval.answering.searcher import open_index
from retrieval.domain import EVERYTHING, Scope
from retrieval.errors import IndexDamagedError, IndexOutdatedError
from retrieval.indexing.build import build_index
from retrieval.store.files import manifest as manifests
from retrieval.store.files.index_store import FileIndexStore
from retrieval.store.files.manifest import MANIFEST
from retrieval.store.files.publish import RETIRED, open_workplace
from retrieval.testing import HashEncoder

WORDS = "krill whale sing winter fire rome burn tower river stone bridge gold".split()
ENCODER = HashEncoder(dimension=32)


@pytest.fixture
def never_merged(monkeypatch):
    monkeypatch.setattr("retrieval.store.files.writer.taken_in", lambda sizes, new: ())


def some_documents(number, seed):
    """Make documents of random words and vectors, by path."""
    chosen = random.Random(seed)
    made = {}
    for n in range(number):
        lines = [" ".join(chosen.choices(WORDS, k=chosen.randint(1, 9))) for _ in range(8)]
        collection = chosen.choice(["", "open", "closed"])
        one = document(f"{n:03} {seed}.txt", [f"Title {n}", *lines], collection=collection)
        vectors = [unit(*(chosen.gauss(0, 1) for _ in range(3))) for _ in range(9)]
        made[one.path] = (one, vectors)
    return made


def change(store, documents, *, keep=()):
    """Publish documents, and some of the index before as they are."""
    with store.begin(SPEC) as writer:
        there = writer.previous.documents if writer.previous else {}
        for path in sorted([*documents, *keep]):
            if path in documents:
                made, vectors = documents[path]
                writer.add(made, sentences_of(made), [features(vectors)], sha256=f"of {path}")
            else:
                writer.keep(there[path])
        return writer.publish()


@pytest.fixture
def both(tmp_path, never_merged):
    """The same documents in five segments, a third of them deleted, and in one."""
    parts = [some_documents(40, seed) for seed in range(5)]
    many, one = FileIndexStore(tmp_path / "many"), FileIndexStore(tmp_path / "one")
    alive = {}
    for part in parts:
        gone = sorted(alive)[::4]
        kept = [path for path in alive if path not in gone]
        change(many, part, keep=kept)
        alive = {path: alive[path] for path in kept} | part
    change(one, alive)
    with closing(many.open()) as first, closing(one.open()) as second:
        yield first, second


def test_many_segments_rank_as_one(both):
    many, one = both
    assert (len(many.info.segments), one.info.segments) == (5, ("exact",))
    assert many.info.sentences == one.info.sentences == len(many.documents()) * 9
    assert many.documents() == one.documents()
    chosen = random.Random(3)
    scopes = [
        EVERYTHING,
        Scope(collections=frozenset({"open"})),
        Scope(documents=frozenset(chosen.sample([each.path for each in one.documents()], 20))),
    ]
    for _ in range(20):
        terms = chosen.sample([*WORDS, "unheard"], 3)
        vector = unit(*(chosen.gauss(0, 1) for _ in range(3)))
        for scope in scopes:
            found = many.shortlist(vector, terms, aliases=["gold"], scope=scope, k=25)
            expected = one.shortlist(vector, terms, aliases=["gold"], scope=scope, k=25)
            assert found.ids.tolist() == expected.ids.tolist()
            assert found.dense == pytest.approx(expected.dense, abs=1e-6)
            assert found.lexical == pytest.approx(expected.lexical, abs=1e-6)
            assert found.contexts.tolist() == expected.contexts.tolist()
            assert many.rarity(terms, scope=scope) == pytest.approx(
                one.rarity(terms, scope=scope), abs=1e-6
            )
        ids = found.ids
        for name in ("values", "scales", "offsets"):
            assert np.array_equal(getattr(many.tokens(ids), name), getattr(one.tokens(ids), name))
        assert many.places(ids.tolist()) == one.places(ids.tolist())


def folders(index):
    return {path.name for path in (index / "builds").iterdir()}


def test_a_change_writes_its_own_segment_and_shares_the_others(tmp_path, never_merged):
    store = FileIndexStore(tmp_path / "index")
    first = change(store, some_documents(40, 0))
    paths = sorted(one.path for one in store.states()[0].documents)
    second = change(store, some_documents(1, 1), keep=paths[1:])
    builds = tmp_path / "index" / "builds"
    sizes = [
        sum(path.stat().st_size for path in (builds / info.build_id).rglob("*"))
        for info in (first, second)
    ]
    assert sizes[1] < sizes[0] / 2
    # One that only takes a document away writes no files but its manifest.
    third = change(store, {}, keep=paths[2:])
    assert [path.name for path in (builds / third.build_id).iterdir()] == [MANIFEST]
    assert [state.info.documents for state in store.states()] == [38, 40, 40]


def test_a_segment_goes_with_the_last_state_that_names_it(tmp_path, never_merged):
    store = FileIndexStore(tmp_path / "index", keep=2)
    first = change(store, some_documents(3, 0))
    old = [one.path for one in store.states()[0].documents]
    infos = [change(store, some_documents(1, seed), keep=old) for seed in (1, 2, 3)]
    # The first is no state any more, but its segment is part of those that are.
    assert folders(tmp_path / "index") == {first.build_id, *(one.build_id for one in infos[1:])}
    assert (tmp_path / "index" / "builds" / first.build_id / RETIRED).exists()
    assert store.builds() == (infos[2].build_id, infos[1].build_id)
    for one in store.builds():
        store.rollback(one)
    infos += [change(store, some_documents(2, seed)) for seed in (4, 5)]
    assert folders(tmp_path / "index") == {one.build_id for one in infos[-2:]}


def test_where_a_manifest_cannot_be_read_no_segment_goes(tmp_path, never_merged):
    store = FileIndexStore(tmp_path / "index", keep=2)
    first = change(store, some_documents(3, 0))
    old = [one.path for one in store.states()[0].documents]
    for seed in (1, 2):
        last = change(store, some_documents(1, seed), keep=old)
    path = tmp_path / "index" / "builds" / last.build_id / MANIFEST
    content = path.read_bytes()
    path.write_bytes(b"{")
    with open_workplace(tmp_path / "index", timeout=0, waiting=lambda: None, keep=2):
        pass
    path.write_bytes(content)
    assert first.build_id in folders(tmp_path / "index")
    with closing(store.open(verify=True)) as reader:
        assert len(reader.documents()) == 4


@pytest.mark.parametrize("killed_at", range(4))
def test_killed_while_old_states_are_cleared_away(tmp_path, monkeypatch, never_merged, killed_at):
    """Whatever was removed before: what is listed can be gone to."""
    store = FileIndexStore(tmp_path / "index", keep=2)
    change(store, some_documents(3, 0))
    for seed in range(1, 4):
        old = [one.path for one in store.states()[0].documents]
        change(store, some_documents(2, seed), keep=old[2:])
    steps = []

    def stepping(real):
        def step(*args, **more):
            steps.append(args)
            if len(steps) > killed_at:
                raise KeyboardInterrupt
            return real(*args, **more)

        return step

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", stepping(shutil.rmtree))
        patched.setattr(type(tmp_path), "rename", stepping(type(tmp_path).rename))
        with suppress(KeyboardInterrupt):
            for seed in range(4, 9):
                change(store, some_documents(2, seed))
    assert len(steps) > killed_at
    for build_id in reversed(store.builds()):
        store.rollback(build_id)
    change(store, some_documents(2, 9))
    for build_id in reversed(store.builds()):
        store.rollback(build_id)
    assert len(store.builds()) == 2
    assert not [name for name in folders(tmp_path / "index") if name.startswith(".")]


def test_a_damaged_segment_of_an_earlier_build_is_named_and_mended(
    seeds, write, index, never_merged
):
    write({"whales.txt": "Whales\n\nBlue whales eat krill.\n", "b.txt": "B\n\nAnother one.\n"})
    first = build_index(seeds, index, ENCODER)
    write({"b.txt": "B\n\nIt was changed.\n"})
    build_index(seeds, index, ENCODER)
    for name in ("corpus.sqlite3", "vectors.faiss", "places.npy"):
        path = index / "builds" / first.build_id / name
        content = path.read_bytes()
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        with pytest.raises(IndexDamagedError, match=rf"{first.build_id}/{name} is damaged"):
            open_index(index, ENCODER)
        path.write_bytes(content)
    path.unlink()
    with pytest.raises(IndexDamagedError, match=r"places\.npy is missing"):
        open_index(index, ENCODER)
    assert build_index(seeds, index, ENCODER).embedded == 4
    with open_index(index, ENCODER, verify=True) as searcher:
        assert "krill" in searcher.ask("What do blue whales eat?").passages[0].text


def test_an_index_of_the_format_before_is_made_anew(seeds, write, index):
    write({"whales.txt": "Whales\n\nBlue whales eat krill.\n"})
    first = build_index(seeds, index, ENCODER)
    path = index / "builds" / first.build_id / MANIFEST
    content = json.loads(path.read_text())
    del content["checksum"]
    content["format"] -= 1
    content["checksum"] = manifests._checksum(content)
    path.write_text(json.dumps(content))
    with pytest.raises(IndexOutdatedError, match="another version of Verbatim"):
        open_index(index, ENCODER)
    assert build_index(seeds, index, ENCODER).embedded == first.embedded
    with open_index(index, ENCODER, verify=True) as searcher:
        assert searcher.ask("What do blue whales eat?").passages


def test_a_large_build_is_several_segments_of_which_each_lives_as_long_as_it_is_named(
    tmp_path, monkeypatch, never_merged
):
    monkeypatch.setattr("retrieval.store.files.writer.SEGMENT", 20)
    store = FileIndexStore(tmp_path / "index", keep=2)
    first = change(store, some_documents(7, 0))  # nine sentences each
    build = tmp_path / "index" / "builds" / first.build_id
    assert [one.folder for one in manifests.read_manifest(build).segments] == [".", "1", "2"]
    old = [one.path for one in store.states()[0].documents]
    for seed in range(1, 4):
        # Of the first build only what its second folder holds.
        info = change(store, some_documents(1, seed), keep=old[3:6])
        now = manifests.read_manifest(tmp_path / "index" / "builds" / info.build_id)
        assert [one.folder for one in now.segments] == [f"../{first.build_id}/1", "."]
        assert {name.rpartition("/")[0] for name in now.files} == {
            f"../{first.build_id}/1",
            f"../{first.build_id}/1/lexical",
            "",
            "lexical",
        }
        with closing(store.open(verify=True)) as reader:
            assert [one.path for one in reader.documents() if one.path in old] == old[3:6]
            assert all(reader.text(one.id).startswith("Title") for one in reader.documents())
    assert first.build_id in folders(tmp_path / "index")
    for seed in range(4, 6):
        change(store, some_documents(1, seed))
    assert first.build_id not in folders(tmp_path / "index")
