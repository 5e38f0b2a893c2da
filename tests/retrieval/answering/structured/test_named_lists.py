"""A list under the name that is asked for, before a sentence that only has the word."""

import pytest

from retrieval.answering.structured.named_lists import is_named_list, named_lists

FINES, SEAT, OAR = "Fines are paid", "| A wet seat", "| A lost oar"


def test_the_list_under_the_name_comes_before_a_sentence_with_the_word(view, row):
    scores = {row(FINES): 0.7, row(OAR): 0.5, row(SEAT): 0.4}
    gained = named_lists("what are the fines", scores, view)
    assert list(gained) == [row(OAR)]
    assert 0.7 < 0.5 + gained[row(OAR)] < 0.75
    assert named_lists("fines?", scores, view) == gained
    assert named_lists("fine", scores, view) == {}


@pytest.mark.parametrize(
    ("question", "first", "score"),
    [
        ("where are fines paid", FINES, 0.7),
        ("what are the fines for boats", FINES, 0.7),
        ("what are the fines", "The boats, oars and", 0.7),
        ("what are the fines", FINES, 0.95),
        ("what are the fines", SEAT, 0.7),
    ],
)
def test_it_stays_behind_otherwise(question, first, score, view, row):
    assert named_lists(question, {row(first): score, row(OAR): 0.5}, view) == {}


@pytest.mark.parametrize(
    ("question", "gains"),
    [
        ("what does it cost to be late", True),
        ("what are the prices for being late", True),
        ("what does it cost to be late in winter", False),
        ("what is late", False),
    ],
)
def test_a_name_that_is_all_of_the_question_names_it_too(question, gains, view, row):
    scores = {row(FINES): 0.6, row("| ten minutes"): 0.5}
    assert bool(named_lists(question, scores, view)) is gains


@pytest.mark.parametrize(
    ("question", "beginning", "named"),
    [
        ("what do i have to bring", "a towel", True),
        ("what do guests bring", "a towel", True),
        ("what must I bring", "a towel", True),
        ("what do I need to bring", "a lamp", True),
        ("what do i have to bring", "a lamp", True),
        ("what do i have to bring for the dog", "a towel", False),
        ("when do guests bring it", "a towel", False),
        ("what is fined", "Fines are", False),
        ("what is a van", "| Finch", False),
        ("what are the punishments", "| Loud music", True),
        ("penalties", "| Loud music", True),
        ("punishment for littering", "| Loud music", False),
        ("what are the punishments", "| Finch", False),
    ],
)
def test_a_list_is_told_by_a_name_with_little_else(question, beginning, named, view, row):
    assert is_named_list(question, row(beginning), view) is named
