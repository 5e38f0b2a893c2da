import errno

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import IndexDamagedError
from retrieval.store.files.dense import RowFilter, VectorIndex


def unit_vectors(count, dimension, seed=0):
    vectors = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float16).astype(np.float32)


def brute_force(vectors, query, k, rows):
    """The obvious way: score every allowed row, sort by score and then by row."""
    scored = sorted((-float(np.dot(vectors[row], query)), row) for row in rows)
    return [row for _, row in scored[:k]]


@given(
    count=st.integers(0, 70),
    dimension=st.sampled_from([1, 3, 8, 17, 384]),
    k=st.integers(-1, 90),
    seed=st.integers(0, 99),
    data=st.data(),
)
def test_search_is_brute_force(count, dimension, k, seed, data):
    vectors = unit_vectors(count, dimension, seed)
    query = unit_vectors(1, dimension, seed + 1)[0]
    index = VectorIndex.build([vectors[:5], vectors[5:]], dimension=dimension)
    mask = data.draw(
        st.none() | st.lists(st.booleans(), min_size=count, max_size=count).map(np.array)
    )
    within = None if mask is None else RowFilter(mask.astype(np.bool_))
    allowed = range(count) if mask is None else np.flatnonzero(mask).tolist()
    assert within is None or within.count == len(allowed)

    ids, scores = index.search(query, k, within=within)

    assert ids.dtype == np.int64
    assert scores.dtype == np.float32
    wanted = max(0, min(k, len(allowed)))
    assert len(ids) == len(scores) >= wanted
    assert set(scores[wanted:].tolist()) <= set(scores[max(wanted - 1, 0) : wanted].tolist())
    ids, scores = ids[:wanted], scores[:wanted]
    assert set(ids.tolist()) <= set(allowed)
    assert scores == pytest.approx(vectors[ids] @ query if len(ids) else [], abs=1e-5)
    assert scores == pytest.approx(
        [vectors[row] @ query for row in brute_force(vectors, query, max(k, 0), allowed)], abs=1e-5
    )
    rows = np.array(data.draw(st.lists(st.integers(0, count - 1), max_size=9)) if count else [])
    rows = rows.astype(np.int64)
    assert index.scores(query, rows) == pytest.approx(vectors[rows] @ query, abs=1e-5)


def test_all_that_are_as_near_as_the_last_come_in_order_of_rows():
    same = np.tile(np.array([[0.6, 0.8]], dtype=np.float32), (9, 1))
    same[8] = [0.8, 0.6]
    ids, scores = VectorIndex.build([same], dimension=2).search(same[0], 4)
    assert ids.tolist() == [0, 1, 2, 3, 4, 5, 6, 7]
    assert scores == pytest.approx([1.0] * 8, abs=1e-3)


def test_an_empty_index_finds_nothing():
    index = VectorIndex(8)
    ids, scores = index.search(np.ones(8, dtype=np.float32), 3)
    none = index.scores(np.ones(8, np.float32), np.empty(0, np.int64))
    assert len(index) == len(ids) == len(scores) == len(none) == 0


def test_vectors_come_back_as_they_were_added(tmp_path):
    vectors = unit_vectors(13, 7)
    index = VectorIndex.build([vectors], dimension=7)
    index.save(tmp_path / "v.faiss")
    loaded = VectorIndex.load(tmp_path / "v.faiss")
    assert (len(loaded), loaded.dimension) == (13, 7)
    for stored in (index, loaded):
        np.testing.assert_array_equal(stored.vectors(range(4, 9)), vectors[4:9])
    assert loaded.search(vectors[11], 1)[0].tolist() == [11]


def test_a_score_is_made_of_every_number_of_half_precision_as_numpy_reads_it():
    numbers = np.arange(1 << 16, dtype=np.uint16).view(np.float16).astype(np.float32)
    finite = numbers[np.isfinite(numbers)]
    index = VectorIndex.build([finite[:, np.newaxis]], dimension=1)
    rows = np.arange(len(finite))
    np.testing.assert_array_equal(index.scores(np.ones(1, np.float32), rows), finite)
    assert index.scores(np.ones(1, np.float32), rows[:0]).tolist() == []
    # What is damaged is no number; it ranks nowhere.
    index.all()[:2, 0] = np.inf, np.nan
    assert np.isnan(index.scores(np.ones(1, np.float32), rows[:2])).all()


def test_vectors_outlive_their_index():
    vectors = unit_vectors(5, 4)
    copied = VectorIndex.build([vectors], dimension=4).vectors(range(5))
    np.testing.assert_array_equal(copied, vectors)


@pytest.mark.parametrize(
    "query",
    [
        np.ones(3, np.float32),
        np.ones((1, 4), np.float32),
        np.array([1, np.nan, 0, 0], np.float32),
        np.array([1, np.inf, 0, 0], np.float32),
    ],
)
def test_queries_that_are_none_are_refused(query):
    index = VectorIndex.build([unit_vectors(6, 4)], dimension=4)
    with pytest.raises(ValueError, match="a query"):
        index.search(query, 2)
    with pytest.raises(ValueError, match="a query"):
        index.scores(query, np.arange(2))


@pytest.mark.parametrize(
    "vectors",
    [np.ones((2, 3), np.float32), np.ones(4, np.float32), np.full((1, 4), np.nan, np.float32)],
)
def test_vectors_that_are_none_are_refused_and_leave_no_rows(vectors):
    index = VectorIndex.build([unit_vectors(6, 4)], dimension=4)
    with pytest.raises(ValueError, match="vectors"):
        index.add(vectors)
    assert len(index) == 6


@pytest.mark.parametrize("content", [b"", b"IxFI", b"not an index at all" * 50])
def test_a_file_that_is_no_index_is_damaged(tmp_path, content, worded):
    path = tmp_path / "v.faiss"
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError, check=worded(r"v\.faiss is damaged .*verbatim index")):
        VectorIndex.load(path)


def test_a_cut_file_is_damaged(tmp_path):
    path = tmp_path / "v.faiss"
    VectorIndex.build([unit_vectors(50, 16)], dimension=16).save(path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(IndexDamagedError):
        VectorIndex.load(path)


def test_another_kind_of_index_is_damaged(tmp_path):
    path = tmp_path / "v.faiss"
    faiss.write_index(faiss.IndexFlatL2(4), str(path))
    with pytest.raises(IndexDamagedError):
        VectorIndex.load(path)


def test_a_missing_file_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError):
        VectorIndex.load(tmp_path / "v.faiss")


def test_a_full_disk_is_an_error_of_the_system(tmp_path):
    full = tmp_path / "v.faiss"
    full.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space") as caught:
        VectorIndex.build([unit_vectors(5000, 64)], dimension=64).save(full)
    assert caught.value.errno == errno.ENOSPC


def test_of_rows_that_are_equally_near_all_come():
    rows = np.zeros((300, 4), np.float32)
    rows[:, 0] = 1
    rows[40:60, 0], rows[40:60, 1] = 0.6, 0.8
    index = VectorIndex.build([rows], dimension=4)
    query = np.array([0.6, 0.8, 0, 0], np.float32)
    ids, _ = index.search(query, 150)
    assert ids.tolist() == [*range(40, 60), *range(40), *range(60, 300)]
    mask = np.arange(300) % 2 == 1
    ids, _ = index.search(query, 12, within=RowFilter(mask))
    assert ids.tolist() == [*range(41, 60, 2), *range(1, 40, 2), *range(61, 300, 2)]
