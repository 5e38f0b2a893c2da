import os
import shutil
import threading

import pytest

from retrieval.errors import IndexBusyError, IndexDamagedError, IndexNotFoundError
from retrieval.store.files.current import build_directory, current_build, open_current
from retrieval.store.files.publish import open_workplace, published_builds


def never():
    raise AssertionError("nobody holds the index")


def workplace(index, *, timeout=0, waiting=never, keep=2):
    return open_workplace(index, timeout=timeout, waiting=waiting, keep=keep)


def published(index, content="content", *, keep=2):
    """Publish a build of one file and return its id."""
    with workplace(index, keep=keep) as work:
        build = work.new_build()
        (build.path / "sub").mkdir()
        (build.path / "sub" / "file").write_text(content)
        build.publish()
    return build.build_id


def builds(index):
    return sorted(path.name for path in (index / "builds").iterdir())


def test_nothing_is_published_until_it_is(index, worded):
    with pytest.raises(IndexNotFoundError, check=worded(r"no index in .*; run `verbatim index`")):
        current_build(index)
    with workplace(index) as work:
        build = work.new_build()
        with pytest.raises(IndexNotFoundError):
            current_build(index)
        build.publish()
        assert current_build(index) == build.build_id
    assert not build.path.exists()


def test_the_previous_build_is_kept_and_older_ones_go(index):
    ids = [published(index) for _ in range(4)]
    assert current_build(index) == ids[-1]
    assert builds(index) == sorted(ids[-2:])
    assert sorted(path.name for path in index.iterdir()) == [".lock", "CURRENT", "builds"]


def test_as_many_builds_are_kept_as_are_wanted(index):
    ids = [published(index, keep=4) for _ in range(6)]
    assert builds(index) == sorted(ids[-4:])
    ids.append(published(index, keep=2))
    assert builds(index) == sorted(ids[-2:])


def test_ids_grow_also_within_a_second_and_when_the_clock_is_set_back(index):
    ids = [published(index, keep=9) for _ in range(4)]
    assert ids == sorted(ids)
    ahead = "20991231T235959-00000000"
    build_directory(index, ids[-1]).rename(build_directory(index, ahead))
    (index / "CURRENT").write_text(ahead + "\n")
    later = published(index, keep=9)
    assert later.startswith("21000101T000000-")
    assert published_builds(index) == (later, ahead, *reversed(ids[:-1]))


def test_what_killed_builds_left_is_cleared_away(index):
    first = published(index)
    (index / "builds" / ".20200101T000000-00000000.partial").mkdir()
    # Killed between the renaming and the switch: complete, but nobody was ever told.
    orphan = "20991231T235959-11111111"
    shutil.copytree(build_directory(index, first), build_directory(index, orphan))
    assert published_builds(index) == (first,)
    with workplace(index):
        assert builds(index) == [first]
    second = published(index)
    assert builds(index) == sorted([first, second])


def test_nothing_is_cleared_away_where_it_cannot_be_told_what_was_published(index):
    ids = [published(index) for _ in range(2)]
    (index / "CURRENT").write_text("damaged")
    with workplace(index):
        assert builds(index) == sorted(ids)
    assert published_builds(index) == ()


def test_a_build_that_goes_is_never_seen_in_part(index, monkeypatch):
    """Killed while an old build is removed: what is left of it is no state to go back to."""
    first, second = (published(index) for _ in range(2))

    def killed(path, ignore_errors=False):
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        published(index)
    third = current_build(index)
    assert published_builds(index) == (third, second)
    monkeypatch.undo()
    with workplace(index):
        assert builds(index) == sorted([second, third])
    assert first not in published_builds(index)


def test_somebody_elses_files_stay(index):
    published(index)
    (index / "builds" / "notes.txt").write_text("mine")
    published(index)
    assert (index / "builds" / "notes.txt").read_text() == "mine"


def test_a_discarded_build_leaves_nothing(index):
    first = published(index)
    with workplace(index) as work:
        build = work.new_build()
        (build.path / "file").write_text("half")
        build.discard()
    assert current_build(index) == first
    assert builds(index) == [first]


def test_a_failure_at_the_switch_leaves_the_old_build(index, monkeypatch):
    first = published(index)
    with workplace(index) as work:
        build = work.new_build()
        (build.path / "file").write_text("whole")
        (index / "CURRENT.new").mkdir()  # the file that would replace CURRENT can't be made
        with pytest.raises(IsADirectoryError):
            build.publish()
    assert current_build(index) == first
    assert builds(index) == [first]


def test_a_failure_after_the_switch_keeps_the_new_build(index, monkeypatch):
    first = published(index)
    real = os.fsync
    switched = []

    def fsync(descriptor):
        if switched or current_build(index) != first:
            switched.append(True)
            raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    with workplace(index) as work:
        build = work.new_build()
        with pytest.raises(OSError, match="Input/output"):
            build.publish()
    assert switched
    assert current_build(index) == build.build_id
    assert build_directory(index, build.build_id).is_dir()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"..",
        b"20260101T000000-0123456\n",
        b"\xff\xfe",
        b"a\nb",
        b"20260101T000000-01234567\nmore\n",
        b'20260101T000000-01234567\n{"latest": "x", "at": "2026-01-01", "origin": ""}\n',
        b'20260101T000000-01234567\n{"latest": "20260101T000000-01234568"}\n',
        b"20260101T000000-01234567\n[]\n",
    ],
)
def test_a_damaged_pointer_is_damage_not_absence(index, content, worded):
    published(index)
    (index / "CURRENT").write_bytes(content)
    with pytest.raises(
        IndexDamagedError, check=worded(r"CURRENT is damaged .*run `verbatim index`")
    ):
        current_build(index)


def test_a_pointer_to_nothing_is_damage(index, worded):
    build_id = published(index)
    shutil.rmtree(build_directory(index, build_id))

    def opener(build):
        return (build / "sub" / "file").read_text()

    with pytest.raises(
        IndexDamagedError, check=worded(rf"{build_id}.* is missing; run `verbatim index`")
    ):
        open_current(index, opener)


def test_a_reader_that_was_overtaken_opens_the_newer_build(index):
    published(index, "first")
    opened = []

    def opener(build):
        opened.append(build.name)
        if len(opened) == 1:  # two builds are published before the reader gets to its file
            published(index, "second")
            published(index, "third")
        return (build / "sub" / "file").read_text()

    assert open_current(index, opener) == "third"
    assert len(opened) == 2


def test_a_second_builder_waits_and_says_so(index):
    said = threading.Event()
    entered = []

    def second():
        with workplace(index, timeout=None, waiting=said.set):
            entered.append(current_build(index))

    with workplace(index) as work:
        thread = threading.Thread(target=second)
        thread.start()
        assert said.wait(10)
        build = work.new_build()
        assert entered == []
        build.publish()
    thread.join(10)
    assert entered == [build.build_id]


def test_a_builder_that_will_not_wait_gives_up_at_once(index, worded):
    with (
        workplace(index),
        pytest.raises(IndexBusyError, check=worded(r"Another build holds .*`verbatim index`")),
        workplace(index, timeout=0),
    ):
        raise AssertionError("two builders at once")


def test_a_builder_waits_no_longer_than_it_is_told(index):
    waited = []
    with (
        workplace(index),
        pytest.raises(IndexBusyError),
        workplace(index, timeout=0.2, waiting=lambda: waited.append(True)),
    ):
        raise AssertionError("two builders at once")
    assert waited == [True]


def test_the_lock_is_free_after_a_failure(index):
    with pytest.raises(RuntimeError, match="build failed"), workplace(index):
        raise RuntimeError("build failed")
    published(index)
