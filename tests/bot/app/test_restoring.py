"""Documents of one collection go back to a state; whatever is in others, nothing of it does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.collections.sight import Sight
from bot.app.document_library import DocumentLibrary
from bot.app.restoring import plan_restoration, restore
from bot.app.states import history
from bot.errors import LibraryError
from retrieval.errors import IndexNotFoundError
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

ENCODER = HashEncoder(dimension=16)
MINE = Sight(only=frozenset({"mine"}))
NAMES = ("mine/a.md", "mine/deep/b.txt", "theirs/a.md", "theirs/deep/b.txt", "loose.md")
CHANGES = st.dictionaries(
    st.sampled_from(NAMES), st.none() | st.sampled_from(["One.", "Two words.", "Är drei."])
)


def world(folder):
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "always.md").write_text("Always here.\n")
    library = DocumentLibrary(seeds=seeds, removed=folder / "removed", max_bytes=10_000)
    return seeds, library, open_store(folder / "index", keep=30)


def files(seeds):
    found = (path for path in seeds.rglob("*") if path.is_file())
    return {path.relative_to(seeds).as_posix(): path.read_bytes() for path in found}


def change(seeds, changes):
    for name, text in changes.items():
        path = seeds / name
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n")


def mine(contents):
    return {path: content for path, content in contents.items() if path.startswith("mine/")}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CHANGES, min_size=1, max_size=5), CHANGES, st.data())
def test_any_state_comes_back_and_others_stay(tmp_path_factory, steps, unseen, data):
    seeds, library, store = world(tmp_path_factory.mktemp("w"))
    then = {}
    for changes in steps:
        change(seeds, changes)
        report = build_index(seeds, store, ENCODER)
        then.setdefault(report.build_id, files(seeds))
    # What somebody else has changed and nobody has indexed yet is not lost either.
    change(seeds, {name: text for name, text in unseen.items() if not name.startswith("mine/")})
    before = files(seeds)
    target = data.draw(st.sampled_from(sorted(then)))
    if target not in {past.info.build_id for past in history(store, MINE)}:
        # To who sees one collection, a state in which only others changed is none.
        with pytest.raises(IndexNotFoundError):
            plan_restoration(store, library, target, charge=MINE, seen=MINE)
        builds = store.builds()
        older = builds[builds.index(target) + 1]
        assert mine(then[older]) == mine(then[target])
        return
    plan = plan_restoration(store, library, target, charge=MINE, seen=MINE)
    told = (*plan.difference.added, *plan.difference.changed, *plan.difference.removed)
    assert all(path.startswith("mine/") for path in (*told, *plan.lost, *plan.contents))
    assert plan.lost == ()
    restore(library, plan)
    assert mine(files(seeds)) == mine(then[target])
    assert {p: c for p, c in files(seeds).items() if not p.startswith("mine/")} == {
        p: c for p, c in before.items() if not p.startswith("mine/")
    }
    report = build_index(seeds, store, ENCODER)
    again = plan_restoration(store, library, target, charge=MINE, seen=MINE)
    assert not again.difference
    assert set(filter(MINE.sees_path, (*report.added, *report.changed, *report.removed))) == set(
        told
    )


def test_a_file_of_another_encoding_and_one_that_is_no_text(tmp_path):
    seeds, library, store = world(tmp_path)
    old, table = seeds / "mine" / "old.txt", seeds / "mine" / "t.csv"
    old.parent.mkdir()
    words = "Käse und Brot für alle, die später kommen möchten.\n"
    old.write_bytes(words.encode("cp1252"))
    table.write_text("ware,price\nrope,3\n")
    build_index(seeds, store, ENCODER)
    old.unlink()
    library.remove("mine/t.csv")
    build_index(seeds, store, ENCODER)
    plan = plan_restoration(store, library, None, charge=MINE, seen=MINE)
    # The table was kept aside when it was removed.
    assert plan.difference.added == ("mine/old.txt", "mine/t.csv")
    restore(library, plan)
    assert old.read_text("utf-8") == words
    assert table.read_text() == "ware,price\nrope,3\n"
    build_index(seeds, store, ENCODER)
    first = store.builds()[-1]
    assert not plan_restoration(store, library, first, charge=MINE, seen=MINE).difference


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path):
    seeds, library, store = world(tmp_path)
    change(seeds, {"mine/deep/b.txt": "One."})
    build_index(seeds, store, ENCODER)
    change(seeds, {"mine/deep/b.txt": None})
    build_index(seeds, store, ENCODER)
    (seeds / "mine" / "deep").rmdir()
    (tmp_path / "outside").mkdir()
    (seeds / "mine" / "deep").symlink_to(tmp_path / "outside")
    plan = plan_restoration(store, library, None, charge=MINE, seen=MINE)
    with pytest.raises(LibraryError, match="not in the folder of documents"):
        restore(library, plan)
    assert list((tmp_path / "outside").iterdir()) == []
