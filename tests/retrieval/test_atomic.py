"""Replacing a file in one step."""

import os
import stat

import pytest

from retrieval.atomic import write_atomically


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "file.json"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize(
    ("content", "written"), [("é\r\n", b"\xc3\xa9\r\n"), (b"\x00\xff", b"\x00\xff")]
)
def test_the_content_is_written_as_it_is(file, content, written):
    write_atomically(file, content)
    assert file.read_bytes() == written
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_was_not_there_is_made(tmp_path):
    write_atomically(tmp_path / "new", "text")
    assert (tmp_path / "new").read_text() == "text"


def test_whoever_has_the_old_file_open_reads_it_to_its_end(file):
    with file.open("rb") as opened:
        write_atomically(file, b"new")
        assert opened.read() == b"old"
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_content_and_nothing_else(file, monkeypatch, step):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (type(file), "replace")), fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(file, b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_the_content_is_on_disk_before_it_has_the_name_and_the_name_afterwards(file, monkeypatch):
    seen = []
    real = os.fsync

    def fsync(descriptor):
        seen.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), file.read_bytes()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_atomically(file, b"new")
    assert seen == [(False, b"old"), (True, b"new")]


def test_a_folder_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "missing" / "file", b"new")


def test_permissions_are_the_process_s_or_those_asked_for(file):
    umask = os.umask(0o027)
    try:
        write_atomically(file, b"new")
        ordinary = file.stat().st_mode & 0o777
        write_atomically(file, b"new", mode=0o644)
    finally:
        os.umask(umask)
    assert (ordinary, file.stat().st_mode & 0o777) == (0o640, 0o644)


def test_a_fixed_name_aside_replaces_what_a_killed_writer_left(file):
    aside = file.with_name("file.new")
    aside.write_bytes(b"half of a longer content")
    write_atomically(file, b"new", aside=aside)
    assert file.read_bytes() == b"new"
    assert not aside.exists()
