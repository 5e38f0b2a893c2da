"""Whether two questions ask the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.likeness import may_ask_the_same, same_words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("How much are the dues?", "how much are the dues", True),
        ("What does membership cost?", "What does memberships cost?!", True),
        ("Does Ann pay Bob?", "Does Bob pay Ann?", False),
        ("When is it open?", "When is it open today?", False),
        ("", "?", False),
    ],
)
def test_words_are_the_same_in_any_inflection_and_one_order(one, other, same):
    assert same_words(one, other) is same_words(other, one) is same


@pytest.mark.parametrize(
    ("asked", "known", "answer", "may"),
    [
        ("May I bring my dog?", "Can I bring my dog?", "", True),
        ("How much was the fee in 2019?", "How much was the fee in 2020?", "", False),
        ("How much was the fee?", "How much was the fee in 2020?", "", False),
        ("When does the north gate open?", "When does the south gate open?", "", False),
        ("Which dogs are not allowed?", "Which dogs are allowed?", "", False),
        ("Who is the heir of Ann?", "Who is the heir?", "", False),
        ("Who is the heir of Ann?", "Who is the heir?", "Bob is the heir of Ann.", True),
        ("Who is the heir?", "Who is the heir of Ann?", "", True),
        ("How do I purchase a key?", "How do I buy a key?", "", True),
    ],
)
def test_what_tells_almost_equal_questions_apart(asked, known, answer, may):
    assert may_ask_the_same(asked, known, answer) is may


@given(st.text())
def test_a_question_asks_the_same_as_itself(question):
    assert may_ask_the_same(question, question)
    assert same_words(question, question) or not any(map(str.isalnum, question))
