"""Of a large segment not all vectors are looked at, and what is found is what all would give."""

from contextlib import closing

import numpy as np
import pytest

from retrieval.answering.searcher import open_index
from retrieval.errors import IndexDamagedError
from retrieval.indexing.build import build_index
from retrieval.store.files.approximate import ApproximateIndex
from retrieval.store.files.dense import RowFilter, VectorIndex
from retrieval.store.files.index_store import FileIndexStore
from retrieval.testing import HashEncoder

SIZE, DIMENSION = 20_000, 64


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


@pytest.fixture(scope="module")
def vectors():
    """Vectors round some five hundred subjects, as sentences are."""
    random = np.random.default_rng(1)
    subjects = random.standard_normal((500, DIMENSION))
    near = subjects[random.integers(0, 500, SIZE)]
    return unit(near + 0.8 * random.standard_normal((SIZE, DIMENSION)))


@pytest.fixture(scope="module")
def built(vectors):
    return ApproximateIndex.build(vectors)


def recall(built, vectors, questions, mask):
    exact, within, found = VectorIndex.build([vectors], dimension=DIMENSION), RowFilter(mask), []
    for question in questions:
        best, _ = exact.search(question, 10, within=within)
        candidates, scores = built.search(question, 1200, within=within)
        assert mask[candidates].all()
        assert len(set(candidates.tolist())) == len(candidates) == len(scores) == 1200
        found.append(np.isin(best, candidates).mean())
    return np.mean(found)


@pytest.mark.parametrize("share", [1, 0.8])
def test_the_ten_nearest_are_among_the_candidates(built, vectors, share):
    """In all rows and in those of a scope, which lie in a few subjects only."""
    random = np.random.default_rng(2)
    noise = random.standard_normal((150, DIMENSION)) / np.sqrt(DIMENSION)
    questions = unit(vectors[random.choice(SIZE, 150)] + 2 * noise)
    mask = vectors @ vectors[0] >= np.quantile(vectors @ vectors[0], 1 - share)
    assert recall(built, vectors, questions, mask) >= 0.98
    assert recall(built, vectors, questions, random.random(SIZE) < share) >= 0.98


def test_what_lies_far_off_is_left_to_a_search_of_all(built, vectors):
    """The rows of a scope may be those that are least like the question."""
    far = vectors @ vectors[0] <= np.quantile(vectors @ vectors[0], 0.1)
    assert built.search(vectors[0], 300, within=RowFilter(far)) is None


def test_numbers_share_half_a_byte_where_that_finds_what_is_near(built, monkeypatch):
    assert built.name == "PQ16x4"
    monkeypatch.setattr("retrieval.store.files.approximate.RECALL", 1.1)
    assert ApproximateIndex.build(unit(np.eye(64))).name == "PQ64x4"
    assert ApproximateIndex.build(unit(np.eye(63))).name == "PQ63x4"


def test_it_comes_back_from_its_file(built, vectors, tmp_path):
    built.save(tmp_path / "near")
    loaded = ApproximateIndex.load(tmp_path / "near")
    every = RowFilter(np.ones(SIZE, bool))
    found = [set(one.search(vectors[7], 50, within=every)[0].tolist()) for one in (built, loaded)]
    assert found[0] == found[1]
    assert 7 in found[0]
    assert (loaded.name, len(loaded), loaded.dimension) == (built.name, SIZE, DIMENSION)


def test_nothing_is_found_in_nothing(built, vectors):
    nothing = RowFilter(np.zeros(SIZE, bool))
    assert built.search(vectors[0], 9, within=nothing)[0].tolist() == []
    assert built.search(vectors[0], 0, within=RowFilter(np.ones(SIZE, bool)))[0].tolist() == []


@pytest.mark.parametrize("content", [b"", b"IxFI", b"noise" * 100])
def test_another_file_is_damage(tmp_path, content, worded):
    (tmp_path / "near").write_bytes(content)
    with pytest.raises(IndexDamagedError, check=worded("near is damaged.*verbatim index")):
        ApproximateIndex.load(tmp_path / "near")
    VectorIndex(3).save(tmp_path / "near")
    with pytest.raises(IndexDamagedError):
        ApproximateIndex.load(tmp_path / "near")


@pytest.fixture
def large(seeds, write, index, monkeypatch):
    """An index whose vectors count as many, of documents that are about one thing each."""
    for module in ("tables", "candidates"):
        monkeypatch.setattr(f"retrieval.store.files.{module}.APPROXIMATE_FROM", 100)
    write(
        {
            f"{n:03}.txt": f"Report {n}\n\nStation {n} counted {n * 7} herons. It closed in May.\n"
            for n in range(60)
        }
    )
    build_index(seeds, index, HashEncoder())
    return index


def test_an_index_says_how_it_is_searched_and_answers(large, monkeypatch):
    with closing(FileIndexStore(large).open()) as reader:
        (search,) = reader.info.segments
        assert search == "PQ64x4"
    looked = []
    real = ApproximateIndex.search

    def search(self, *asked, **more):
        looked.append(asked)
        return real(self, *asked, **more)

    monkeypatch.setattr(ApproximateIndex, "search", search)
    with open_index(large, HashEncoder()) as searcher:
        answer = searcher.ask("How many herons did station 41 count?")
        assert "287 herons" in answer.passages[0].text
    assert looked


def test_a_damaged_file_of_it_is_named(large, seeds):
    (path,) = large.rglob("vectors.near.faiss")
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(IndexDamagedError, match=r"vectors\.near\.faiss"):
        open_index(large, HashEncoder())
    path.unlink()
    with pytest.raises(IndexDamagedError, match=r"vectors\.near\.faiss is missing"):
        open_index(large, HashEncoder())
    build_index(seeds, large, HashEncoder())
    open_index(large, HashEncoder(), verify=True).close()
