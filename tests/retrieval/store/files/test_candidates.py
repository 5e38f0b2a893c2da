"""The best by vectors and by words: of equal ones, those with the lowest ids."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

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


@given(
    cosines=arrays(np.float32, 40, elements=st.floats(-1, 1, width=16)),
    shares=arrays(np.float32, 40, elements=st.floats(0, 1, width=16)),
    deep=st.integers(1, 40),
    count=st.integers(0, 12),
)
def test_what_need_not_be_looked_at_is_not_among_the_best(cosines, shares, deep, count):
    near, said = (np.argsort(-one, kind="stable")[:deep] for one in (cosines, shares))
    found = np.union1d(near, said)
    dense = np.where(np.isin(found, near), cosines[found], np.float32(np.nan))
    lexical = np.where(np.isin(found, said), shares[found], np.float32(np.nan))
    kept = found[
        candidates.may_be_best(
            dense, lexical, count, farthest=cosines[near].min(), least=shares[said].min()
        )
    ]
    together = cosines + shares
    best, others = (
        found[np.argsort(-together[found], kind="stable")][part]
        for part in (slice(count), slice(count, None))
    )
    missed = np.setdiff1d(best, kept)
    assert all(together[row] <= together[others].max() for row in missed)


def test_a_vector_that_was_not_looked_at_may_be_nearer_where_that_is_not_known():
    dense = np.array([0.9, 0.8, np.nan], np.float32)
    lexical = np.array([0.5, 0.5, 0.6], np.float32)
    for farthest, kept in ((0.7, [True, False, False]), (np.inf, [True, False, True])):
        found = candidates.may_be_best(dense, lexical, 1, farthest=farthest, least=0.5)
        assert found.tolist() == kept
