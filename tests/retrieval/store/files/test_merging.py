"""Segments stay few, and a sentence is not written anew too often."""

from itertools import pairwise
from math import log, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.files.merging import SegmentSize, taken_in, worth_merging


def sizes(*alive):
    return [SegmentSize(alive=one, dead=0) for one in alive]


@pytest.mark.parametrize(
    ("there", "new", "taken"),
    [
        ([], 10, ()),
        ([1000], 10, ()),  # A large one is left alone,
        ([1000], 499, ()),
        ([1000], 500, (0,)),  # unless what is new is half as large;
        ([400, 9000], 3, (0,)),  # a small one costs nothing.
        ([400, 9000, 550, 1200], 200, (0, 2, 3)),  # 200 + 400, + 550, + 1200, but not 9000
        ([600, 700], 0, ()),
        ([300], 0, ()),  # It would be written as it is.
        ([200, 100], 0, (0, 1)),
    ],
)
def test_smaller_ones_are_taken_in(there, new, taken):
    assert taken_in(sizes(*there), new) == taken


def test_what_is_dead_for_the_most_part_is_written_anew():
    there = [SegmentSize(alive=5000, dead=5001), SegmentSize(alive=11_000, dead=8000)]
    assert taken_in(there, 0, at_once=16_384) == (0,)
    # Not what takes a while: it is merged behind.
    assert taken_in(there, 0) == ()
    assert taken_in([SegmentSize(alive=100, dead=1)], 0) == (0,)


def test_one_that_is_too_large_stays():
    assert taken_in(sizes(20, 90), 100, smallest=1, largest=50) == (0,)


def test_what_is_taken_in_is_bounded_by_what_is_new():
    there = sizes(100, 200, 400, 800)
    assert taken_in(there, 300, at_once=1) == (0, 1)  # 600 at most
    assert taken_in(there, 300, at_once=700) == (0, 1, 2)
    assert taken_in(there, 800, at_once=1) == (0, 1, 2, 3)
    dead = [SegmentSize(alive=5000, dead=9000), SegmentSize(alive=300, dead=900)]
    assert taken_in(dead, 0, at_once=1000) == (1,)


@given(st.lists(st.integers(1, 400), max_size=300), st.integers(1, 50))
def test_no_change_writes_much_more_than_it_brings(changes, at_once):
    there = []
    for new in changes:
        taken = taken_in(sizes(*there), new, smallest=0, at_once=at_once)
        merged = sum(there[place] for place in taken)
        assert merged <= max(2 * new, at_once)
        there = [one for place, one in enumerate(there) if place not in taken] + [new + merged]
    # Two that are left of what a change could have taken in together are more than it could.
    small = sorted(there)
    assert all(one + other > at_once or other > 2 * one for one, other in pairwise(small))


@given(st.lists(st.integers(1, 400), max_size=300), st.integers(0, 50))
def test_after_any_changes_there_are_few_and_little_was_written(changes, smallest):
    there, written = [], 0
    for new in changes:
        taken = taken_in(sizes(*there), new, smallest=smallest, at_once=10**6)
        made = new + sum(there[place] for place in taken)
        written += made
        there = [one for place, one in enumerate(there) if place not in taken] + [made]
        # Each was made of less than half of what the next larger one is.
        ordered = sorted(there)
        assert all(large > 2 * small for small, large in pairwise(ordered))
    total = sum(changes)
    assert sum(there) == total
    if changes:
        assert len(there) <= log2(total) + 1
        assert written <= total * (log(total, 1.5) + 2) + smallest * len(changes)


@pytest.mark.parametrize(
    ("there", "merged"),
    [
        ([], ()),
        ([5000], ()),
        ([100, 200], (0, 1)),
        ([600, 700], (0, 1)),
        ([600, 1300], ()),
        ([600, 1200, 3601], (0, 1)),
        ([20_000, 600, 45_000, 30_000], (0, 3, 2)),  # 600 is less than half of 20,000
        ([60_000, 70_000], ()),  # more than is written at once
    ],
)
def test_what_is_merged_behind(there, merged):
    assert worth_merging(sizes(*there)) == tuple(sorted(merged))


def test_what_is_dead_for_the_most_part_is_written_anew_behind():
    there = [SegmentSize(alive=5000, dead=5001), SegmentSize(alive=50_000, dead=8000)]
    assert worth_merging(there) == (0,)


@given(st.lists(st.integers(1, 400), max_size=60))
def test_after_merging_behind_each_is_larger_than_twice_all_smaller_ones(there):
    merges = 0
    while chosen := worth_merging(sizes(*there), smallest=0, at_once=10_000_000):
        whole = sum(there[place] for place in chosen)
        there = [one for place, one in enumerate(there) if place not in chosen] + [whole]
        merges += 1
    assert merges < 60
    for first, second in pairwise(sorted(there)):
        assert second > 2 * first
