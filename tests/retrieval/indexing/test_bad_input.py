"""Whatever lies in the seeds folder: reported in one sentence, and the rest is indexed."""

import os
import random
import re
import socket

import pytest

from retrieval.answering.searcher import open_index
from retrieval.errors import SeedsError
from retrieval.indexing.build import build_index
from retrieval.indexing.freshness import Seen, changed_since, list_files
from retrieval.testing import HashEncoder

GOOD = "Rome\n\nThe Colosseum was completed in 80 AD. It held fifty thousand people.\n"
OTHER = "Whales\n\nBlue whales eat krill. They sing at fourteen hertz.\n"
ENCODER = HashEncoder(dimension=64)
SENTENCE = re.compile(r"[^\n]*[^\s.][^\n]*\.")


@pytest.fixture
def build(seeds, write, index):
    """Index the bad with a good one, and return the reasons why files were skipped."""

    def run(**options):
        write({"good.txt": GOOD})
        report = build_index(seeds, index, ENCODER, **options)
        with open_index(index, ENCODER, verify=True) as searcher:
            assert "good.txt" in [document.path for document in searcher.documents()]
            answer = searcher.ask("When was the Colosseum completed?")
            assert answer.passages[0].citation.path == "good.txt"
        assert "good.txt" not in [file.path for file in report.skipped]
        for file in report.skipped:
            assert SENTENCE.fullmatch(file.reason), file.reason
            assert file.path.isprintable()
        return {file.path: file.reason for file in report.skipped}

    return run


def test_an_empty_file(seeds, build):
    (seeds / "bad.txt").touch()
    assert build() == {"bad.txt": "The file is empty."}


@pytest.mark.parametrize("content", [" \n\t\n", "\ufeff", "\n" * 5000])
def test_a_file_without_words(seeds, build, content):
    (seeds / "bad.txt").write_text(content, encoding="utf-8")
    assert list(build()) == ["bad.txt"]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(1).randbytes(4000),
        b"%PDF-1.7\n" + random.Random(2).randbytes(4000),
        random.Random(3).randbytes(20_000),
        b"\0" * 5000,
    ],
    ids=["png", "pdf", "noise", "zeros"],
)
def test_a_binary_file_with_the_name_of_a_text(seeds, build, content):
    (seeds / "bad.txt").write_bytes(content)
    assert list(build()) == ["bad.txt"]


def test_a_file_of_fifty_megabytes(seeds, build):
    (seeds / "bad.txt").write_bytes(b"It goes on and on. " * (50_000_000 // 19 + 1))
    (reason,) = build().values()
    assert "50.0 MB" in reason
    assert "limit" in reason


def test_the_limit_is_the_owners(seeds, build):
    (seeds / "bad.txt").write_text(OTHER * 10)
    assert list(build(max_bytes=len(OTHER) * 5)) == ["bad.txt"]
    assert build(max_bytes=len(OTHER) * 11) == {}


def test_a_file_that_may_not_be_read(public_path, without_privileges):
    seeds, index = public_path / "seeds", public_path / "index"
    for folder in (seeds, index):
        folder.mkdir()
    index.chmod(0o777)
    (seeds / "good.txt").write_text(GOOD)
    (seeds / "bad.txt").write_text(GOOD)
    (seeds / "bad.txt").chmod(0)
    (seeds / "locked").mkdir()
    (seeds / "locked").chmod(0)
    with without_privileges():
        report = build_index(seeds, index, ENCODER)
    assert report.added == ("good.txt",)
    assert [file.path for file in report.skipped] == ["bad.txt", "locked"]
    assert all(SENTENCE.fullmatch(file.reason) for file in report.skipped)


@pytest.mark.parametrize("what", ["locked", "locked/b.txt"])
def test_what_may_not_be_read_any_more_stays_in_the_index(public_path, without_privileges, what):
    seeds, index = public_path / "seeds", public_path / "index"
    for folder in (seeds, index, seeds / "locked"):
        folder.mkdir()
    index.chmod(0o777)
    (seeds / "a.txt").write_text(GOOD)
    (seeds / "locked" / "b.txt").write_text(OTHER)
    (seeds / "locked-not.txt").write_text(OTHER)
    with without_privileges():
        build_index(seeds, index, ENCODER)
        seen = Seen(build_id="", files=list_files(seeds))
    (seeds / what).chmod(0)
    (seeds / "locked-not.txt").unlink()
    with without_privileges():
        report = build_index(seeds, index, ENCODER)
        with open_index(index, ENCODER) as searcher:
            there = searcher.documents()
        changed = changed_since(seen, "", there, seeds)
        again = build_index(seeds, index, ENCODER)
    assert [one.path for one in there] == ["a.txt", "locked/b.txt"]
    assert (report.removed, report.unchanged) == (("locked-not.txt",), ("a.txt", "locked/b.txt"))
    (skipped,) = report.skipped
    assert skipped.path == what
    assert skipped.reason.endswith(" What the index has of it stays.")
    # So nothing is left to be done, and nobody is told that there is.
    assert changed == ()
    assert again.build_id == report.build_id
    (seeds / what).chmod(0o755)
    (seeds / "locked" / "b.txt").unlink()
    assert build_index(seeds, index, ENCODER).removed == ("locked/b.txt",)


def test_an_encoding_that_is_none(seeds, build):
    (seeds / "bad.txt").write_bytes(b"A word with " + b"\xff\xfe\x00\x81\x8d\x00\x01" * 400)
    assert list(build()) == ["bad.txt"]


def test_a_folder_with_the_name_of_a_text(seeds, write, build):
    write({"bad.txt/inside.txt": OTHER})
    assert list(build()) == ["bad.txt"]


def test_links_that_lead_in_circles(seeds, write, build):
    write({"deep/fine.txt": "Fine\n\nAll is fine here.\n"})
    (seeds / "self.txt").symlink_to("self.txt")
    (seeds / "deep" / "up").symlink_to(seeds, target_is_directory=True)
    (seeds / "gone.txt").symlink_to("nowhere.txt")
    skipped = build()
    assert set(skipped) == {"self.txt", "deep/up", "gone.txt"}


@pytest.mark.parametrize("name", ["two\nlines.txt", "bell\a.txt", "\u202etxt.exe.txt"])
def test_a_name_that_cannot_be_shown(seeds, build, name):
    (seeds / name).write_text(OTHER)
    ((path, reason),) = build().items()
    assert "\n" not in path
    assert "name" in reason


def test_a_name_that_is_no_text(seeds, build):
    try:
        (seeds / os.fsdecode(b"caf\xe9.txt")).write_text(OTHER)
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    ((path, _),) = build().items()
    assert path == "caf\\xe9.txt"


def test_pipes_and_sockets(seeds, build):
    os.mkfifo(seeds / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(seeds / "s.txt"))
        assert set(build()) == {"pipe.txt", "s.txt"}


def test_files_that_vanish_and_change_during_the_build(seeds, write, build):
    write({"a.txt": OTHER, "bad.txt": OTHER, "worse.txt": OTHER})

    def progress(stage, done, total):
        if (stage, done) == ("reading", 1):  # the files are listed, one of them has been read
            (seeds / "bad.txt").unlink(missing_ok=True)
            (seeds / "worse.txt").unlink(missing_ok=True)
            (seeds / "worse.txt").mkdir(exist_ok=True)

    skipped = build(progress=progress)
    assert set(skipped) == {"bad.txt", "worse.txt"}
    assert "vanished" in skipped["bad.txt"]


def test_a_folder_that_vanishes_during_the_build(seeds, write, index):
    write({"a.txt": GOOD, "b.txt": GOOD})

    def progress(stage, done, total):
        if (stage, done) == ("reading", 0):
            for path in seeds.iterdir():
                path.unlink()
            seeds.rmdir()

    with pytest.raises(SeedsError) as caught:
        build_index(seeds, index, ENCODER, progress=progress)
    assert SENTENCE.fullmatch(str(caught.value))


def test_everything_at_once(seeds, write, build):
    write({"bad.png": "x", "no-ending": "x", "b/c/d/e/fine.md": "# Deep\n\nIt lies deep.\n"})
    (seeds / "empty.txt").touch()
    (seeds / "noise.txt").write_bytes(random.Random(4).randbytes(9000))
    os.mkfifo(seeds / "pipe.md")
    (seeds / ".hidden.txt").write_text(OTHER)
    (seeds / "one\nline.txt").write_text(OTHER)
    assert set(build()) == {
        "bad.png",
        "no-ending",
        "empty.txt",
        "noise.txt",
        "pipe.md",
        "one\\nline.txt",
    }
