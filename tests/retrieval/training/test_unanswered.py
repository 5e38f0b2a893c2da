import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.words import read
from retrieval.training.unanswered import spoil

SENTENCE = "The tower was finished in 1889 by Gustave Eiffel."
NEAR = ("Work began in 1887.", "The mayor Auguste Renoir objected.", "It took 300 men.")


class Drawn:
    """Draws what the test says, then the first of whatever there is."""

    def __init__(self, way):
        self.random = lambda: way
        self.integers = lambda count: 0
        self.choice = lambda places: places[0]


def test_a_year_is_swapped_for_another_year_from_nearby():
    spoiled = spoil("Who finished it in 1889?", SENTENCE, NEAR, Drawn(0.0))
    assert spoiled == "Who finished it in 1887?"


def test_a_name_is_swapped_for_another_name():
    spoiled = spoil("What did Eiffel build?", SENTENCE, ["The mayor Auguste objected."], Drawn(0.0))
    assert spoiled == "What did Auguste build?"


def test_nothing_nearby_is_of_the_same_kind():
    assert spoil("Who finished it in 1889?", SENTENCE, ["So it was."], Drawn(0.0)) is None


def test_a_word_is_turned_into_its_opposite():
    assert spoil("Who lived in the north?", SENTENCE, NEAR, Drawn(0.8)) in {
        "Who died in the north?",
        "Who lived in the south?",
    }
    assert spoil("Who is it?", SENTENCE, NEAR, Drawn(0.8)) is None


def test_a_question_is_negated():
    assert spoil("Who did finish it?", SENTENCE, NEAR, Drawn(0.9)) == "Who did not finish it?"
    assert spoil("Which tower?", SENTENCE, NEAR, Drawn(0.9)) is None


@given(st.integers(0, 2**32), st.sampled_from(["Who finished it in 1889?", "What is tall?", ""]))
def test_one_word_is_changed_and_not_for_one_of_the_sentence(seed, question):
    spoiled = spoil(question, SENTENCE, NEAR, np.random.default_rng(seed))
    if spoiled is None:
        return
    before, after = ({word.lower for word in read(text)} for text in (question, spoiled))
    assert len(after - before) == 1
    assert (after - before).isdisjoint(word.lower for word in read(SENTENCE))


@pytest.mark.parametrize("question", ["", "?", "the of and"])
def test_questions_without_telling_words(question):
    for way in (0.0, 0.8, 0.9):
        assert spoil(question, SENTENCE, NEAR, Drawn(way)) is None
