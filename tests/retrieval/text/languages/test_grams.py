"""How alike texts are by their runs of letters."""

import math

import pytest

from retrieval.text.languages.grams import likeness


def alike(asked, *texts, language="de"):
    return likeness(asked, [(text, language) for text in texts], language).tolist()


def test_the_same_words_are_wholly_alike_and_others_not_at_all():
    assert alike("rote Rosen", "Rote Rosen!", "blau", "") == pytest.approx([1, 0, 0])


def test_a_compound_is_like_its_parts():
    # " turm " has the runs " turm" and "turm "; " kirchturm " seven, of which "turm " is one.
    (found,) = alike("Turm", "Kirchturm")
    assert found == pytest.approx(1 / math.sqrt(2 * 7))


def test_what_a_sentence_says_besides_makes_it_less_alike():
    short, long = alike("der rote Turm", "Der rote Turm.", "Der rote Turm am alten Markt.")
    assert short > long > 0


def test_characters_and_their_pairs_are_compared_where_there_are_no_blanks():
    # 书 and 店, 书店 of 书, 店, 书店; of 书包 only 书 of three is the same.
    assert alike("书店", "书店", "书包", "水", language="zh") == pytest.approx([1, 1 / 3, 0])
    # Thai letters say less: runs of three of them.
    assert alike("แมวดำ", "แมว", language="th") == pytest.approx([1 / math.sqrt(3)])
