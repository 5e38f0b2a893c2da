"""The best by vectors and by words: of equal ones, those with the lowest ids."""

import numpy as np
import pytest

from retrieval.arrays import distinct
from retrieval.store.files import candidates

IDS = np.array([7, 3, 9, 1, 5], np.int64)
SCORES = np.array([0.5, 0.9, 0.5, 0.5, 0.1], np.float32)


@pytest.mark.parametrize(
    ("count", "best"),
    [(0, []), (1, [3]), (2, [1, 3]), (3, [1, 3, 7]), (4, [1, 3, 7, 9]), (9, [1, 3, 5, 7, 9])],
)
def test_of_equal_ones_the_lowest_ids_are_the_best(count, best):
    assert sorted(IDS[candidates._first(IDS, SCORES, count)].tolist()) == best


@pytest.mark.parametrize("ids", [[], [4], [3, 1, 3, 2, 1], [[5, 2], [2, 7]]])
def test_each_id_comes_once_and_in_order(ids):
    given = np.array(ids, np.int64)
    np.testing.assert_array_equal(distinct(given), np.unique(given))
