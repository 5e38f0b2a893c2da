"""Whatever stands in the files of an index: it is opened and answers, or it is damaged by name."""

import dataclasses
import shutil
import sqlite3

import numpy as np
import pytest

from retrieval.answering.searcher import open_index
from retrieval.errors import IndexDamagedError
from retrieval.indexing.build import build_index
from retrieval.store.files.dense import VectorIndex
from retrieval.store.files.manifest import read_manifest, record_files, write_manifest
from retrieval.testing import HashEncoder


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "whales.txt").write_text("Whales\n\nBlue whales eat krill. They sing.\n")
    (folder / "seeds" / "rome.txt").write_text("Rome\n\nIt burned for six days, in 64 AD.\n")
    build_index(folder / "seeds", folder / "index", HashEncoder())
    return folder / "index"


@pytest.fixture
def poisoned(whole, tmp_path):
    """Change an index so that every checksum is right: ``poisoned(name, change)``."""
    index = tmp_path / "index"
    shutil.copytree(whole, index)

    def poison(name, change):
        (path,) = index.rglob(name)
        if path.suffix == ".npy":
            array = np.load(path)
            changed = change(array)
            np.save(path, array if changed is None else changed)
        else:
            change(path)
        (manifest,) = index.rglob("manifest.json")
        build = manifest.parent
        described = read_manifest(build)
        manifest.unlink()
        write_manifest(build, dataclasses.replace(described, files=record_files(build)))
        return index

    return poison


def put(place, value):
    def change(array):
        array[place] = value

    return change


POISONS = [
    ("token.offsets.npy", put(1, 10**12)),
    ("token.offsets.npy", put(1, -1)),
    ("token.offsets.npy", put(0, 1)),
    ("token.offsets.npy", lambda a: a.astype(np.float64)),
    ("sentence.before.npy", put(0, 1)),
    ("sentence.before.npy", put(0, -(10**9))),
    ("sentence.before.npy", lambda a: a.astype(np.float32)),
    ("sentence.quotable.npy", lambda a: a.astype(np.int64) * 7),
    ("token.scales.npy", put(0, np.nan)),
    ("token.scales.npy", put(-1, np.inf)),
    ("token.scales.npy", lambda a: a.astype(np.complex64)),
    ("sentence.answer.npy", put(0, -1)),
    ("sentence.answer.npy", put(-1, 1)),
    ("sentence.answer.npy", put(0, 10**6)),
    ("sentence.introduced.npy", put((0, 0), -1)),
    ("sentence.introduced.npy", put((0, 0), 10**6)),
    ("sentence.role.npy", put(0, 100)),
    ("token.values.npy", lambda a: a.astype(np.float64)),
    ("token.values.npy", lambda a: a[:, 0]),
    *[("places.npy", put((0, column), value)) for column in range(7) for value in (-1, 2**31 - 1)],
    ("places.npy", lambda a: a[::-1].copy()),
    ("texts.npy", put(0, 10**6)),
    ("texts.npy", put(0, -1)),
    ("texts.npy", lambda a: a.astype(np.int64)),
    ("starts.npy", put(1, 10**6)),
    ("starts.npy", put(-1, 0)),
    ("starts.npy", lambda a: a[:0]),
    ("counts.npy", put(0, 0)),
    ("counts.npy", lambda a: a[1:]),
    ("keys.npy", lambda a: a[::-1].copy()),
    ("lengths.npy", put(0, -1)),
]


@pytest.mark.parametrize(
    ("name", "change"), POISONS, ids=[f"{i}-{name}" for i, (name, _) in enumerate(POISONS)]
)
def test_a_number_that_leads_nowhere_is_damage(poisoned, worded, name, change):
    index = poisoned(name, change)
    where = name if name.startswith(("token", "sentence", "places")) else "lexical"
    with pytest.raises(IndexDamagedError, check=worded(rf"{where}.*run `verbatim index`")):
        open_index(index, HashEncoder())


def test_vectors_of_another_length_are_damage(poisoned):
    def change(path):
        rows = len(VectorIndex.load(path))
        VectorIndex.build([np.eye(rows, 5, dtype=np.float32)], dimension=5).save(path)

    with pytest.raises(IndexDamagedError, match=r"vectors\.faiss"):
        open_index(poisoned("vectors.faiss", change), HashEncoder())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET first_sentence = 1000000 WHERE id = 1",
        "UPDATE documents SET sentences = sentences + 1",
        "UPDATE documents SET characters = 1",
        "DELETE FROM blocks",
        "DELETE FROM documents WHERE id = 0",
    ],
)
def test_a_database_that_is_out_of_step_is_damage(poisoned, statement):
    def change(path):
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(statement)
        connection.close()

    with pytest.raises(IndexDamagedError):
        open_index(poisoned("corpus.sqlite3", change), HashEncoder())


def test_a_vector_that_is_no_number_is_damage_when_it_is_met(poisoned):
    """All of them are never read at opening: an index may be larger than the memory."""

    def change(path):
        content = bytearray(path.read_bytes())
        content[-4:] = np.array([np.inf], np.float32).tobytes()
        path.write_bytes(content)

    with (
        open_index(poisoned("vectors.faiss", change), HashEncoder()) as searcher,
        pytest.raises(IndexDamagedError, match="vectors"),
    ):
        searcher.ask("What do blue whales eat when Rome burned for six days?")
