"""Verbs whose particle stands apart."""

import pytest

from retrieval.text.languages.matching import cut, met, word_of
from retrieval.text.languages.separable import rejoined, without_infix
from retrieval.text.question_terms import question_terms


@pytest.mark.parametrize(
    ("word", "language", "whole"),
    [
        ("angefangen", "de", "anfangen"),
        ("anzufangen", "de", "anfangen"),
        ("zurückgegeben", "de", "zurückgeben"),
        ("opgebouwd", "nl", "opbouwd"),
        # Too little is left for a verb, or nothing stands before.
        ("angeben", "de", "angeben"),
        ("gefangen", "de", "gefangen"),
        ("angefangen", "fr", "angefangen"),
    ],
)
def test_what_stands_inside_of_a_form_is_left_out(word, language, whole):
    assert without_infix(word, language) == whole


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Wann fängt der Kurs an?", "de", [("fängt", "anfängt")]),
        (
            "Er fing spät an, und der Kurs fiel aus.",
            "de",
            [("fing", "anfing"), ("spät", "anspät"), ("fiel", "ausfiel")],
        ),
        ("Der Kurs fängt an einem Montag statt.", "de", [("fängt", "stattfängt")]),
        ("Der Kurs beginnt am Montag.", "de", []),
        ("Wanneer komt Jan aan?", "nl", [("komt", "aankomt")]),
        ("When does the lesson end up on", "en", []),
    ],
)
def test_a_particle_at_the_end_of_a_clause_goes_with_its_verb(text, language, found):
    assert list(rejoined(text, language)) == found


def test_a_verb_that_was_taken_apart_is_met_by_one_that_was_not():
    said = cut("Wenn der Kurs anfängt", "de")
    apart = word_of("anfängt", "fangt", "de")
    alone = word_of("fängt", "fangt", "de")
    assert met([apart], [said])[0, 0] > met([alone], [said])[0, 0]
    # Late interaction takes the best word: together, the verb is the very word.
    assert met(said[1:], [cut("Der Kurs fängt an", "de")])[0].tolist() == [1.0]


def test_a_search_looks_for_both():
    asked = question_terms("Wann fängt der Kurs an?", "de", ("de",))
    assert "anfangt" in asked.variants["fangt"]
