"""What is encoded while a question is understood."""

import threading

import numpy as np
import pytest

from retrieval.answering.ahead import AheadEncoder
from retrieval.testing import HashEncoder


class Recording(HashEncoder):
    """Remembers what it was asked to encode, and on which thread."""

    def __init__(self):
        super().__init__()
        self.asked = []
        self.threads = set()

    def encode_queries(self, texts, *, hidden=False):
        self.asked.append(list(texts))
        self.threads.add(threading.current_thread())
        return super().encode_queries(texts, hidden=hidden)


@pytest.fixture
def encoder():
    return Recording()


def assert_as_without(encoded, texts):
    plain = HashEncoder().encode_queries(texts)
    assert np.array_equal(encoded.vectors, plain.vectors)
    for field in ("tokens", "token_ids", "token_spans"):
        got, expected = getattr(encoded, field), getattr(plain, field)
        assert len(got) == len(expected)
        assert all(map(np.array_equal, got, expected))


def test_a_question_that_was_typed_is_encoded_once(encoder):
    ahead = AheadEncoder(encoder)
    assert ahead.encode_while("when is tea", lambda: "read") == "read"
    assert_as_without(ahead.encode_queries(["when is tea"]), ["when is tea"])
    assert_as_without(ahead.encode_queries(["when is tea"]), ["when is tea"])
    assert encoder.asked == [["when is tea"]]


@pytest.mark.parametrize(
    "texts",
    [
        ["when is tea and cake", "when is tea"],
        ["when is tea", "when is lunch", "where is lunch"],
        ["when is tea", "when is tea"],
        ["when is lunch", "when is tea", "when is lunch"],
    ],
)
def test_others_are_encoded_beside_it_and_come_in_their_order(encoder, texts):
    ahead = AheadEncoder(encoder)
    ahead.encode_while("when is tea", lambda: None)
    assert_as_without(ahead.encode_queries(texts), texts)
    assert all("when is tea" not in asked for asked in encoder.asked[1:])


def test_a_question_that_turns_out_to_be_another_is_encoded_then(encoder):
    ahead = AheadEncoder(encoder)
    ahead.encode_while("wehn is tea", lambda: None)
    assert_as_without(ahead.encode_queries(["when is tea"]), ["when is tea"])


def test_what_is_long_is_understood_first(encoder):
    ahead = AheadEncoder(encoder)
    told = "it broke again. " * 20
    assert ahead.encode_while(told, lambda: 3) == 3
    assert encoder.asked == []


def test_the_model_works_where_it_is_asked_and_the_reading_beside_it(encoder):
    here = threading.current_thread()
    there = AheadEncoder(encoder).encode_while("when is tea", threading.current_thread)
    assert encoder.threads == {here}
    assert there is not here


def test_reading_may_encode_by_itself(encoder):
    ahead = AheadEncoder(encoder)
    read = ahead.encode_while("when is tea", lambda: ahead.encode_queries(["when was tea"]))
    assert_as_without(read, ["when was tea"])


def test_a_failure_of_the_reading_is_told(encoder):
    def fail():
        raise LookupError("no words")

    with pytest.raises(LookupError, match="no words"):
        AheadEncoder(encoder).encode_while("when is tea", fail)


def test_a_failure_of_the_model_waits_for_the_reading():
    class Broken(HashEncoder):
        def encode_queries(self, texts, *, hidden=False):
            raise RuntimeError("no model")

    done = []
    reading = threading.Event()

    def read():
        assert reading.wait(5)
        done.append(True)

    ahead = AheadEncoder(Broken())
    threading.Timer(0.05, reading.set).start()
    with pytest.raises(RuntimeError, match="no model"):
        ahead.encode_while("when is tea", read)
    assert done == [True]
