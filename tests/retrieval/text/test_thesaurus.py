"""The two lists of words that say the same."""

import pytest

from retrieval.text.thesaurus import alternatives, synonyms
from retrieval.text.words import joined_stems, stem, stem_all


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("elevator", "lift"),
        ("lift", "elevator"),
        ("janitor", "caretaker"),
        ("supervises", "supervisor"),
        ("appeal", "contest"),
        ("gave", "gift"),
    ],
)
def test_words_that_say_the_same(one, other):
    assert stem(other) in synonyms(stem(one))


@pytest.mark.parametrize(("one", "other"), [("hot", "cold"), ("dog", "cat"), ("lift", "lift")])
def test_words_that_do_not(one, other):
    assert stem(other) not in synonyms(stem(one))


def test_a_form_of_a_word_never_stands_in_its_place():
    assert "supervisor" not in alternatives(stem("supervises"))
    assert "lift" in alternatives(stem("elevators"))


def test_many_words_are_stemmed_as_one_is():
    words = ["gave", "elevators", "supervises", "lift"]
    assert stem_all(words) == {word: stem(word) for word in words}


def test_neighbours_may_be_one_word():
    assert stem("freecam") in joined_stems("Auto-clickers and free-cam are cheats.")


def test_of_joined_words_only_those_are_stemmed_that_may_be_looked_for():
    text = "Auto-clickers and free-cam are cheats, whatever the free camper says."
    assert joined_stems(text, {stem("freecam"), stem("cheating")}) == {stem("freecam")}
    assert joined_stems(text, joined_stems(text)) == joined_stems(text)
    assert joined_stems(text, frozenset()) == frozenset()
