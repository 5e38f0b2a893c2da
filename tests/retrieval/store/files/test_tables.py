import numpy as np
import pytest

from retrieval.errors import IndexDamagedError
from retrieval.store.files.arrays import write_array
from retrieval.store.files.tables import FeatureReader, Features, FeatureWriter


def features(counts, seed=0, dimension=4):
    """Some sentences with as many tokens as ``counts`` says."""
    random = np.random.default_rng(seed)
    vectors = random.standard_normal((len(counts), dimension)).astype(np.float16)
    return Features(
        vectors=vectors.astype(np.float32),
        per_sentence={"weight": random.standard_normal(len(counts)).astype(np.float16)},
        token_counts=np.array(counts, dtype=np.int32),
        per_token={"values": random.integers(-127, 127, (sum(counts), 3), dtype=np.int8)},
    )


def same(one, other):
    np.testing.assert_array_equal(one.vectors, other.vectors)
    np.testing.assert_array_equal(one.token_counts, other.token_counts)
    for mine, theirs in ((one.per_sentence, other.per_sentence), (one.per_token, other.per_token)):
        assert set(mine) == set(theirs)
        for name, rows in mine.items():
            np.testing.assert_array_equal(rows, theirs[name])


def written(folder, *parts, dimension=4):
    with FeatureWriter(folder, dimension=dimension) as writer:
        for part in parts:
            writer.add(part)
    return FeatureReader(folder)


def test_each_document_is_read_back_from_its_rows(tmp_path):
    parts = [features([2, 0, 5], 1), features([1], 2), features([0, 0], 3), features([3, 3], 4)]
    reader = written(tmp_path, *parts)
    assert len(reader.vectors) == 8
    assert reader.token_offsets.tolist() == [0, 2, 2, 7, 8, 8, 8, 11, 14]
    start = 0
    for part in parts:
        rows = range(start, start + len(part.vectors))
        same(reader.rows(rows), part)
        start = rows.stop


def test_what_is_read_can_be_written_again(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = written(tmp_path / "one", features([2, 1], 1), features([4], 2))
    second = written(tmp_path / "two", first.rows(range(2, 3)), first.rows(range(2)))
    same(second.rows(range(1)), features([4], 2))
    same(second.rows(range(1, 3)), features([2, 1], 1))


def test_sentences_without_tokens(tmp_path):
    vectors = np.eye(4, dtype=np.float32)
    reader = written(tmp_path, Features(vectors=vectors))
    assert reader.token_offsets.tolist() == [0] * 5
    assert dict(reader.per_token) == {}
    np.testing.assert_array_equal(reader.rows(range(1, 3)).vectors, vectors[1:3])


@pytest.mark.parametrize(
    "wrong",
    [
        {"per_sentence": {"weight": np.ones(3)}},
        {"per_token": {"values": np.ones(1)}},
        {"token_counts": np.array([1, 2, 3], np.int32)},
        {"token_counts": np.array([1, 2], np.int32), "per_token": {"values": np.ones(4)}},
    ],
)
def test_features_out_of_step_are_refused(wrong):
    with pytest.raises(ValueError, match="out of step with 2 sentences"):
        Features(vectors=np.ones((2, 4), np.float32), **wrong)


def test_all_documents_have_the_same_arrays(tmp_path):
    with FeatureWriter(tmp_path, dimension=4) as writer:
        writer.add(features([1]))
        with pytest.raises(ValueError, match="weight"):
            writer.add(Features(vectors=np.ones((1, 4), np.float32)))
    assert len(FeatureReader(tmp_path).vectors) == 1


def test_arrays_out_of_step_are_damage(tmp_path):
    written(tmp_path, features([2, 1]))
    write_array(tmp_path / "sentence.weight.npy", [np.ones(3, np.float16)])
    with pytest.raises(IndexDamagedError, match="out of step"):
        FeatureReader(tmp_path)
