"""Whether a folder has changed since a build, told by its files' sizes, times and contents."""

import hashlib
import os
import time

import pytest

from retrieval.domain import DocumentInfo
from retrieval.indexing.freshness import Seen, changed_since, list_files, read_seen, write_seen

BUILD = "build-1"


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    (folder / "sub").mkdir(parents=True)
    (folder / "rome.txt").write_text("Rome burned for six days.")
    (folder / "sub" / "whales.md").write_text("Blue whales eat krill.")
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture
def documents(seeds):
    """What is indexed: all but the empty file."""
    return [
        document(seeds, file.relative_to(seeds).as_posix())
        for file in sorted(seeds.rglob("*.*"))
        if file.stat().st_size
    ]


def document(seeds, path, part=None):
    return DocumentInfo(
        path=path if part is None else f"{path}#{part}",
        title=path,
        author=None,
        sentences=1,
        characters=1,
        sha256=hashlib.sha256((seeds / path).read_bytes()).hexdigest(),
        part=part,
    )


@pytest.fixture
def seen(seeds):
    return Seen(build_id=BUILD, files=list_files(seeds))


def later(file, seconds=5):
    """Give a file the time of a later change: tests are quicker than some clocks."""
    stamp = file.stat().st_mtime + seconds
    os.utime(file, (stamp, stamp))


def test_nothing_has_changed_where_nothing_was_touched(seeds, documents, seen):
    assert changed_since(seen, BUILD, documents, seeds) == ()


def test_added_changed_and_removed_files_are_named(seeds, documents, seen):
    (seeds / "new.md").write_text("News.")
    (seeds / "rome.txt").write_text("Rome burned for nine days.")
    (seeds / "sub" / "whales.md").unlink()
    assert changed_since(seen, BUILD, documents, seeds) == ("new.md", "rome.txt", "sub/whales.md")


def test_an_edit_that_keeps_the_size_is_a_change(seeds, documents, seen):
    (seeds / "rome.txt").write_text("Rome burned for ten days.")
    later(seeds / "rome.txt")
    assert changed_since(seen, BUILD, documents, seeds) == ("rome.txt",)


def test_the_same_content_at_another_time_is_no_change(seeds, documents, seen):
    later(seeds / "rome.txt")
    assert changed_since(seen, BUILD, documents, seeds) == ()


def test_what_could_not_be_read_then_counts_only_when_it_is_another_file_now(
    seeds, documents, seen
):
    (seeds / "empty.txt").write_text("No longer empty.")
    assert changed_since(seen, BUILD, documents, seeds) == ("empty.txt",)
    (seeds / "empty.txt").unlink()
    assert changed_since(seen, BUILD, documents, seeds) == ()


def test_what_is_hidden_or_no_document_does_not_count(seeds, documents, seen):
    (seeds / ".notes.txt").write_text("Hidden.")
    (seeds / "photo.jpg").write_bytes(b"\xff\xd8")
    assert changed_since(seen, BUILD, documents, seeds) == ()


def test_a_file_of_several_documents_is_one_file(seeds, documents, seen):
    parts = [document(seeds, "rome.txt", part) for part in ("one", "two")]
    (whales,) = (one for one in documents if one.path == "sub/whales.md")
    assert changed_since(seen, BUILD, [*parts, whales], seeds) == ()
    (seeds / "rome.txt").unlink()
    assert changed_since(seen, BUILD, [*parts, whales], seeds) == ("rome.txt",)


def test_an_index_that_was_gone_back_to_is_compared_by_content(seeds, documents, seen):
    older = [one for one in documents if one.path != "rome.txt"]
    (seeds / "rome.txt").write_text("Rome burned for nine days.")
    older.append(document(seeds, "rome.txt"))
    (seeds / "rome.txt").write_text("Rome burned for six days.")
    now = Seen(build_id=BUILD, files=list_files(seeds))
    assert changed_since(now, "build-0", older, seeds) == ("rome.txt",)


def test_what_was_seen_is_read_as_it_was_written(tmp_path, seen):
    file = tmp_path / "seeds.json"
    assert read_seen(file) is None
    write_seen(file, seen)
    assert read_seen(file) == seen
    for broken in ("", "[]", "{}", '{"build_id": "b", "files": {"a.txt": 3}}'):
        file.write_text(broken)
        assert read_seen(file) is None


def test_a_thousand_files_are_compared_in_no_time(tmp_path):
    """Beside asking the system for the same thousand files, by turns on the same machine."""
    seeds, file = tmp_path / "many", tmp_path / "seeds.json"
    seeds.mkdir()
    for number in range(1000):
        (seeds / f"{number}.txt").write_text(f"Document {number}.")
    documents = [document(seeds, f"{number}.txt") for number in range(1000)]
    write_seen(file, Seen(build_id=BUILD, files=list_files(seeds)))
    ours, bare = [], []
    for _ in range(10):
        started = time.perf_counter()
        assert changed_since(read_seen(file), BUILD, documents, seeds) == ()
        between = time.perf_counter()
        assert len([path.stat() for path in seeds.iterdir()]) == 1000
        ours.append(between - started)
        bare.append(time.perf_counter() - between)
    assert min(ours) < 15 * min(bare), (min(ours), min(bare))
