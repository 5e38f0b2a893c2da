from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.heard import heeding_reader
from retrieval.answering.confidence.shipped import shipped

KNOWN = shipped("any")
NOTHING = Evidence(**dict.fromkeys(Evidence.__dataclass_fields__, 0.0))


def heard(probability, *, exam=0.0, typed=0.0, score=0.5):
    evidence = replace(NOTHING, reader=exam, typed=typed, score=score)
    return heeding_reader(probability, evidence, KNOWN)


def test_what_the_reader_takes_for_an_answer_is_perhaps_one():
    assert heard(0.01, exam=0.5, typed=1.5) == KNOWN.perhaps
    assert heard(0.99, exam=0.5, typed=1.5) == 0.99


@pytest.mark.parametrize(
    "said",
    [{"exam": -0.6, "typed": 3}, {"exam": 3, "typed": 0.9}, {"exam": 3, "typed": 3, "score": 0.3}],
)
def test_one_number_alone_or_something_else_raises_nothing(said):
    assert heard(0.01, **said) == 0.01


def test_what_the_reader_takes_for_none_is_not_shown():
    assert heard(0.7, exam=-2.6, typed=-2.6) < KNOWN.perhaps
    assert heard(0.7, exam=-2.6, typed=-2.4) == 0.7


def test_a_value_that_is_asked_for_and_said_is_believed():
    evidence = replace(NOTHING, reader=-3.0, typed=-3.0)
    assert heeding_reader(0.7, evidence, KNOWN, says_value=True) == 0.7


@given(st.floats(0, 1), st.floats(0, 1), st.floats(-6, 6), st.floats(-6, 6), st.floats(-0.5, 1.5))
def test_it_keeps_the_order_and_stays_a_probability(one, other, exam, typed, score):
    low, high = sorted((one, other))
    said = [heard(value, exam=exam, typed=typed, score=score) for value in (low, high)]
    assert 0 <= said[0] <= said[1] <= 1
