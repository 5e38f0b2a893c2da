from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from retrieval.store.cache import Cache


def counted():
    """A function that returns as many letters as its number, and how often it was called."""
    calls = Counter()

    def function(number):
        calls[number] += 1
        return "x" * number

    return function, calls


def test_what_was_asked_last_is_kept():
    function, calls = counted()
    cache = Cache(function, limit=10)
    for number in (3, 4, 3, 5, 3, 4):  # 4 was the oldest when 3 + 4 + 5 exceeded 10
        assert cache(number) == "x" * number
    assert calls == {3: 1, 4: 2, 5: 1}


def test_something_larger_than_the_limit_is_kept_alone():
    function, calls = counted()
    cache = Cache(function, limit=10)
    for number in (3, 100, 100, 3, 100):
        cache(number)
    assert calls == {3: 2, 100: 2}


@given(st.lists(st.integers(0, 30), max_size=60), st.integers(0, 50))
def test_the_limit_holds_and_results_are_right(numbers, limit):
    cache = Cache(lambda number: "x" * number, limit=limit)
    for number in numbers:
        assert cache(number) == "x" * number
        kept = [len(value) for value in cache._kept.values()]
        assert sum(kept) == cache._size
        assert sum(kept) <= limit or len(kept) == 1


def test_threads_share_it():
    cache = Cache(lambda number: "x" * number, limit=500)
    with ThreadPoolExecutor(8) as threads:
        numbers = list(range(60)) * 50
        assert list(threads.map(cache, numbers)) == ["x" * number for number in numbers]
    assert sum(len(value) for value in cache._kept.values()) == cache._size <= 500
