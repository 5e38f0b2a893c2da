from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.heard import doubts, heeding_reader
from retrieval.answering.confidence.shipped import shipped

KNOWN = shipped("any")
NOTHING = Evidence(**dict.fromkeys(Evidence.__dataclass_fields__, 0.0))


def heard(probability, *, follows=False, **said):
    fields = {"reader" if name == "exam" else name: value for name, value in said.items()}
    evidence = replace(NOTHING, **{"score": 0.5, **fields})
    return heeding_reader(probability, evidence, KNOWN, stands_alone=not follows)


def test_what_the_reader_takes_for_an_answer_is_perhaps_one():
    assert heard(0.01, exam=0.5, typed=1.5) == KNOWN.perhaps
    assert heard(0.99, exam=0.5, typed=1.5) == 0.99


@pytest.mark.parametrize(
    "said",
    [
        {"exam": -1.1, "typed": 3},
        {"exam": 3, "typed": 0.2},
        # Each is enough, and both together are not.
        {"exam": -0.2, "typed": 0.6},
        {"exam": 3, "typed": 3, "score": 0.3},
    ],
)
def test_one_number_alone_or_something_else_raises_nothing(said):
    assert heard(0.01, **said) == 0.01


@pytest.mark.parametrize(("exam", "typed"), [(-1, 1.5), (0.2, 0.3)])
def test_both_numbers_are_asked_and_their_sum(exam, typed):
    assert heard(0.01, exam=exam, typed=typed) == KNOWN.perhaps


@pytest.mark.parametrize(
    ("exam", "typed", "is_doubted"),
    [(0, 0, False), (2, -2.9, False), (2, -3.1, True), (-2, 0, True)],
)
def test_what_the_reader_doubts(exam, typed, is_doubted):
    assert doubts(replace(NOTHING, reader=exam, typed=typed)) is is_doubted


@pytest.mark.parametrize(
    ("said", "is_shown"),
    [
        # log(0.3 / 0.7) = -0.85, and a fifth of what both numbers say: -2.55 and -2.75.
        ({"exam": -4.5, "typed": -4.0}, True),
        ({"exam": -5.0, "typed": -4.5}, False),
        # A topic of which a third is told nowhere says the same as ten of the reader's points.
        ({"astray": 0.29}, True),
        ({"astray": 0.31}, False),
        ({"astray": 0.0, "worst": 1.0}, True),
        # A name that the document never has: -0.85, a fifth of -6.5, and half of it or all: -2.65.
        ({"exam": -3.0, "typed": -3.5, "stranger": 0.45}, True),
        ({"exam": -3.0, "typed": -3.5, "stranger": 0.55}, False),
        # Two pairs of words that stand together say the same as three of the reader's points.
        ({"astray": 0.34, "together": 2.0}, True),
        ({"astray": 0.36, "together": 2.0}, False),
    ],
)
def test_what_the_reader_takes_for_none_or_is_told_nowhere_is_not_shown(said, is_shown):
    assert (heard(0.3, **said) >= KNOWN.perhaps) == is_shown


@pytest.mark.parametrize(
    ("said", "is_shown"),
    [
        # -2.35 and -2.55.
        ({"exam": -4.0, "typed": -3.5}, True),
        ({"exam": -4.5, "typed": -4.0}, False),
        # A word that is met badly says the same as five of the reader's points.
        ({"exam": -3.0, "typed": -2.0, "worst": 0.6}, True),
        ({"exam": -3.0, "typed": -2.0, "worst": 0.7}, False),
        # What a follow-up is about was said before.
        ({"astray": 0.9, "stranger": 1.0}, True),
    ],
)
def test_of_a_follow_up_the_worst_word_is_taken(said, is_shown):
    assert (heard(0.3, follows=True, **said) >= KNOWN.perhaps) == is_shown


def test_the_likelier_by_all_evidence_the_more_must_be_said_against_it():
    said = {"exam": -4.5, "typed": -4.0, "astray": 0.1}
    assert heard(0.3, **said) < KNOWN.perhaps
    assert heard(0.5, **said) == 0.5


def test_what_is_told_nearby_is_perhaps_an_answer_with_less():
    # log(0.14 / 0.86) = -1.82: more than enough with nothing astray, and too little with a tenth.
    assert KNOWN.perhaps > 0.14
    assert heard(0.14) == KNOWN.perhaps
    assert heard(0.14, astray=0.1) == 0.14
    assert heard(0.14, follows=True) == 0.14


def test_a_value_that_is_asked_for_and_said_is_believed():
    evidence = replace(NOTHING, reader=-9.0, typed=-9.0)
    assert heeding_reader(0.7, evidence, KNOWN, says_value=True) == 0.7


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(-6, 6),
    st.floats(-6, 6),
    st.floats(-0.5, 1.5),
    st.floats(0, 1),
)
def test_it_keeps_the_order_and_stays_a_probability(one, other, exam, typed, score, astray):
    low, high = sorted((one, other))
    fields = {"exam": exam, "typed": typed, "score": score, "astray": astray}
    said = [heard(value, **fields) for value in (low, high)]
    assert 0 <= said[0] <= said[1] <= 1
