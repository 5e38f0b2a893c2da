"""Every file of an index × every way to damage it: noticed at opening, named, and mendable."""

import os
import random
import shutil

import pytest

from bot.rendering.errors import for_terminal
from retrieval.answering.searcher import open_index
from retrieval.errors import IndexDamagedError, IndexNotFoundError
from retrieval.indexing.build import build_index
from retrieval.store.files import reader as reader_module
from retrieval.store.files.inspect import inspect_index
from retrieval.testing import HashEncoder

QUESTION = "What do blue whales eat?"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """An index that is only copied."""
    folder = tmp_path_factory.mktemp("whole")
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "whales.txt").write_text("Whales\n\nBlue whales eat krill. They sing.\n")
    (seeds / "rome.txt").write_text("Rome\n\nThe fire burned for six days. It was in 64 AD.\n")
    build_index(seeds, folder / "index", HashEncoder())
    return folder


@pytest.fixture
def damaged(whole, tmp_path):
    shutil.copytree(whole, tmp_path / "copy")
    return tmp_path / "copy"


def truncate(path):
    os.truncate(path, path.stat().st_size // 2)


def empty(path):
    os.truncate(path, 0)


def lengthen(path):
    with path.open("ab") as file:
        file.write(b"\0")


def flip(path):
    content = bytearray(path.read_bytes())
    position = random.Random(path.name).randrange(len(content))
    content[position] ^= 0x10
    path.write_bytes(content)


def replace(path):
    """Put noise of the same length there."""
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def remove(path):
    path.unlink()


def make_a_folder(path):
    path.unlink()
    path.mkdir()


WAYS = [truncate, empty, lengthen, flip, replace, remove, make_a_folder]


def files_of(index):
    return sorted(path for path in (index / "builds").rglob("*") if path.is_file())


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_damaged_file_is_named(damaged, way):
    encoder = HashEncoder()
    index = damaged / "index"
    paths = files_of(index)
    assert len(paths) > 6
    assert {"manifest.json", "corpus.sqlite3", "vectors.faiss"} < {path.name for path in paths}
    for path in paths:
        content = path.read_bytes()
        way(path)
        for opening in (
            lambda: open_index(index, encoder),
            lambda: inspect_index(index, verify=True),
        ):
            with pytest.raises(IndexDamagedError) as caught:
                opening()
            message = for_terminal(caught.value)
            assert path.name in message
            assert message.count("\n") == 0
            assert "run `verbatim index`" in message
        if path.is_dir():
            path.rmdir()
        path.write_bytes(content)
    with open_index(index, encoder) as searcher:
        assert "krill" in searcher.ask(QUESTION).passages[0].text


@pytest.mark.parametrize("way", [truncate, empty, lengthen, flip, replace, make_a_folder])
def test_a_damaged_pointer_is_named(damaged, way, worded):
    way(damaged / "index" / "CURRENT")
    with pytest.raises(IndexDamagedError, check=worded("run `verbatim index`")):
        open_index(damaged / "index", HashEncoder())


def test_without_the_pointer_there_is_no_index(damaged, worded):
    (damaged / "index" / "CURRENT").unlink()
    with pytest.raises(IndexNotFoundError, check=worded("run `verbatim index`")):
        open_index(damaged / "index", HashEncoder())


@pytest.mark.parametrize("way", WAYS[:-1], ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", ["CURRENT", "manifest.json", "corpus.sqlite3", "vectors.faiss"])
def test_the_way_out_works(damaged, way, name):
    """`verbatim index` mends every damage, as the message promises."""
    index = damaged / "index"
    (path,) = index.rglob(name)
    way(path)
    report = build_index(damaged / "seeds", index, HashEncoder())
    assert report.documents == 2
    with open_index(index, HashEncoder(), verify=True) as searcher:
        assert "krill" in searcher.ask(QUESTION).passages[0].text


def test_the_files_of_another_build_are_damage(damaged):
    """Each is whole, but they don't belong together."""
    index = damaged / "index"
    (path,) = index.rglob("vectors.faiss")
    (damaged / "seeds" / "new.txt").write_text("New\n\nOne more. And another.\n")
    other = damaged / "other"
    build_index(damaged / "seeds", other, HashEncoder())
    (theirs,) = other.rglob("vectors.faiss")
    shutil.copy(theirs, path)
    with pytest.raises(IndexDamagedError, match=r"vectors\.faiss is damaged"):
        open_index(index, HashEncoder())


def test_of_a_large_index_what_is_quoted_is_always_checked(damaged, monkeypatch):
    """The text and the places of sentences; the rest by size, and in full on request."""
    monkeypatch.setattr(reader_module, "_CHECKED_BYTES", 0)
    index = damaged / "index"
    (vectors,) = index.rglob("vectors.faiss")
    content = vectors.read_bytes()
    vectors.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with open_index(index, HashEncoder()) as searcher:
        assert searcher.ask(QUESTION).passages
    with pytest.raises(IndexDamagedError, match=r"vectors\.faiss"):
        open_index(index, HashEncoder(), verify=True)
    vectors.write_bytes(content)

    (database,) = index.rglob("corpus.sqlite3")
    text = database.read_bytes()
    assert text.count(b"krill") == 1
    database.write_bytes(text.replace(b"krill", b"prawn"))
    with pytest.raises(IndexDamagedError, match=r"corpus\.sqlite3"):
        open_index(index, HashEncoder())
    database.write_bytes(text)

    (places,) = index.rglob("places.npy")
    flip(places)
    with pytest.raises(IndexDamagedError, match=r"places\.npy"):
        open_index(index, HashEncoder())
