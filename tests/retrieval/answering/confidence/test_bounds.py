import pytest

from retrieval.answering.confidence.bounds import (
    asks_for_bound_or_place,
    tells_other_bound,
    tells_other_place,
)


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("what's the maximum timeout", "The default timeout is now 30 seconds.", True),
        ("what is the shortest loan", "Loans run for a week by default.", True),
        (
            "what's the maximum timeout",
            "The timeout is 30 seconds by default and 90 at most.",
            False,
        ),
        ("what's the maximum timeout", "Limits | default 30 | 90", False),
        ("what's the maximum timeout", "The timeout is 90 seconds.", False),
        ("what's the default timeout", "The default timeout is 30 seconds.", False),
        ("what's the default of the maximum", "The default is 30 seconds.", False),
    ],
)
def test_a_default_is_no_bound(question, said, other):
    assert tells_other_bound(question, said) is other


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("who is the final boss", "The eel is the third boss of the lake.", True),
        ("who won the 2nd round", "Ada won the first round.", True),
        ("who won the 2nd round", "Ada won the first round and Bo the second one.", False),
        ("who won the 2nd round", "Ada won the second round.", False),
        ("who is the last boss", "The eel is the final boss.", False),
        ("who is the final boss", "The eel is a boss of the lake.", False),
        ("when is the last day", "The first day is a Monday.", False),
    ],
)
def test_one_in_a_row_is_no_other(question, said, other):
    assert tells_other_place(question, said) is other


def test_most_questions_ask_for_neither():
    assert asks_for_bound_or_place("what is the longest loan")
    assert asks_for_bound_or_place("who is the third boss")
    assert not asks_for_bound_or_place("who is the boss")
