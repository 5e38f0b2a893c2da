import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from retrieval.errors import IndexDamagedError
from retrieval.store.files.arrays import (
    ArrayWriter,
    RowFile,
    Runs,
    parts_of,
    read_array,
    write_array,
)


@given(
    dtype=st.sampled_from(["int8", "float16", "float32", "int32", "int64"]),
    width=st.sampled_from([(), (1,), (7,), (3, 2)]),
    lengths=st.lists(st.integers(0, 9), min_size=1, max_size=5),
    data=st.data(),
)
def test_parts_come_back_as_one_array(tmp_path_factory, dtype, width, lengths, data):
    path = tmp_path_factory.mktemp("arrays") / "a.npy"
    parts = [
        data.draw(st_numpy.arrays(dtype, (length, *width), elements={"allow_nan": False}))
        if dtype.startswith("float")
        else data.draw(st_numpy.arrays(dtype, (length, *width)))
        for length in lengths
    ]

    write_array(path, parts)

    for stored in (read_array(path), np.load(path)):  # numpy's own reader agrees
        assert stored.dtype == np.dtype(dtype)
        np.testing.assert_array_equal(stored, np.concatenate(parts))


def test_a_long_array_keeps_its_header_in_place(tmp_path):
    parts = [np.full((1000, 3), number, dtype=np.int8) for number in range(101)]
    write_array(tmp_path / "a.npy", parts)
    stored = read_array(tmp_path / "a.npy")
    assert stored.shape == (101_000, 3)
    assert stored[:, 0].tolist() == [n for n in range(101) for _ in range(1000)]


def test_parts_that_are_not_contiguous_are_written_in_order(tmp_path):
    part = np.arange(24, dtype=np.int32).reshape(4, 6)[::2, ::3]
    write_array(tmp_path / "a.npy", [part])
    np.testing.assert_array_equal(read_array(tmp_path / "a.npy"), [[0, 3], [12, 15]])


def test_what_is_read_cannot_be_changed(tmp_path):
    write_array(tmp_path / "a.npy", [np.ones(3)])
    with pytest.raises(ValueError, match="read-only"):
        read_array(tmp_path / "a.npy")[0] = 2


@pytest.mark.parametrize("odd", [np.ones((2, 4), np.float32), np.ones((2, 3), np.float64)])
def test_rows_of_another_kind_are_refused(tmp_path, odd):
    with ArrayWriter(tmp_path / "a.npy") as writer:
        writer.append(np.ones((2, 3), np.float32))
        with pytest.raises(ValueError, match=r"a\.npy"):
            writer.append(odd)
    np.testing.assert_array_equal(read_array(tmp_path / "a.npy"), np.ones((2, 3)))


@pytest.mark.parametrize(
    "content",
    [b"", b"\x93NUMPY", b"nothing of the kind", b"\x93NUMPY\x01\x00\x10\x00{'descr': '<f4'"],
)
def test_a_file_that_is_no_array_is_damaged(tmp_path, content):
    (tmp_path / "a.npy").write_bytes(content)
    with pytest.raises(IndexDamagedError, match=r"a\.npy is damaged"):
        read_array(tmp_path / "a.npy")


def test_a_cut_file_is_damaged(tmp_path):
    path = tmp_path / "a.npy"
    write_array(path, [np.ones((100, 5))])
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(IndexDamagedError):
        read_array(path)


def test_objects_are_never_unpickled(tmp_path):
    np.save(tmp_path / "a.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexDamagedError):
        read_array(tmp_path / "a.npy")


def test_a_full_disk_is_an_error_of_the_system(tmp_path):
    full = tmp_path / "a.npy"
    full.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space"):
        write_array(full, [np.ones(10_000)])


def test_what_has_failed_already_fails_no_more_at_closing(tmp_path):
    full = tmp_path / "a.npy"
    full.symlink_to("/dev/full")
    writer = ArrayWriter(full)
    writer.append(np.ones(10))  # so little that it is still in the buffer
    writer.abandon()


@given(
    width=st.sampled_from([(), (3,), (2, 2)]),
    size=st.integers(0, 40),
    small=st.sampled_from([0, 1 << 20]),
    runs=st.lists(st.tuples(st.integers(0, 39), st.integers(0, 9)), max_size=8),
)
def test_runs_of_rows_are_read_in_the_order_asked_for(tmp_path_factory, width, size, small, runs):
    path = tmp_path_factory.mktemp("rows") / "a.npy"
    rows = np.random.default_rng(size).integers(0, 999, (size, *width)).astype(np.int16)
    write_array(path, [rows])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.store.files.arrays._SMALL", small)
        file = RowFile(path)
    assert (len(file), file.ndim, file.dtype, file.shape) == (
        size,
        rows.ndim,
        rows.dtype,
        rows.shape,
    )
    path.unlink()  # It reads on, as a reader does whose index has been replaced.
    runs = [(first, count) for first, count in runs if first + count <= size]
    expected = [rows[:0], *(rows[first : first + count] for first, count in runs)]
    read = file.read(Runs(*np.array(runs, np.int64).reshape(-1, 2).T))
    assert read.dtype == rows.dtype
    np.testing.assert_array_equal(read, np.concatenate(expected))


def test_runs_are_read_without_what_reads_from_a_place(tmp_path, monkeypatch):
    """As on Windows."""
    monkeypatch.delattr("os.preadv")
    monkeypatch.setattr("retrieval.store.files.arrays._SMALL", 0)
    write_array(tmp_path / "a.npy", [np.arange(9)])
    read = RowFile(tmp_path / "a.npy").read(Runs(np.array([7, 1]), np.array([2, 3])))
    assert read.tolist() == [7, 8, 1, 2, 3]


def test_all_of_it_is_looked_at_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr("retrieval.store.files.arrays._PART", 50)
    rows = np.arange(40, dtype=np.int32).reshape(20, 2)
    write_array(tmp_path / "a.npy", [rows])
    parts = list(parts_of(tmp_path / "a.npy"))
    assert [len(part) for part in parts] == [6, 6, 6, 2]
    np.testing.assert_array_equal(np.concatenate(parts), rows)
    write_array(tmp_path / "empty.npy", [rows[:0]])
    assert list(parts_of(tmp_path / "empty.npy")) == []


@pytest.mark.parametrize("read", [RowFile, lambda path: list(parts_of(path))])
@pytest.mark.parametrize("harm", [lambda c: c[:-1], lambda c: c[:20], lambda c: b"x" * len(c)])
def test_a_damaged_file_is_named(tmp_path, worded, read, harm):
    path = tmp_path / "a.npy"
    write_array(path, [np.arange(9)])
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(IndexDamagedError, check=worded(r"a\.npy is damaged.*verbatim index")):
        read(path)
