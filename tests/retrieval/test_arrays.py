"""Arrays of numbers, and how they are put together."""

import numpy as np

from retrieval.arrays import single_precision

EVERY_HALF = np.arange(1 << 16, dtype=np.uint16).view(np.float16)


def test_every_finite_half_is_the_same_number_in_single_precision():
    halves = EVERY_HALF[np.isfinite(EVERY_HALF)].reshape(-1, 2)
    assert single_precision(halves).view(np.uint32).tolist() == (
        halves.astype(np.float32).view(np.uint32).tolist()
    )


def test_infinity_and_what_is_no_number_stay_what_they_are():
    singles = single_precision(EVERY_HALF)
    assert singles.dtype == np.float32
    assert np.array_equal(np.isinf(singles), np.isinf(EVERY_HALF))
    assert np.array_equal(np.isnan(singles), np.isnan(EVERY_HALF))


def test_rows_that_lie_apart_and_none_at_all():
    rows = np.array([[0.5, -2], [3, 4], [0, 1]], np.float16)
    assert single_precision(rows[::2]).tolist() == [[0.5, -2], [0, 1]]
    assert single_precision(rows[:0]).shape == (0, 2)
