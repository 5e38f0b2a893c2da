"""What bears the very words that are asked for as its name."""

import pytest

from retrieval.answering.structured.named_parts import named_parts

HOLD, ALL, BOTH = "| Number of bags in", "| Number of bags |", "| Number of bags and"
SEA, PASSPORT, TAKE, CHARTS = "A calm sea", "A passport", "Take a sack", "Papers, maps"


def first_of(question, scores, view):
    gained = named_parts(question, scores, view)
    return max(scores, key=lambda one: scores[one] + gained.get(one, 0.0))


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("what is the number of bags on ships", ALL),
        ("What is the number of bags?", ALL),
        ("what is the number of bags in a hold", HOLD),
        ("what is the number of bags and sacks of ships", BOTH),
        # No document has planes, and what is asked for is no number of bags.
        ("what is the number of bags on planes", TAKE),
        ("what is the weight of the number of bags on ships", TAKE),
        ("what is the difference between the number of bags and sacks of ships", TAKE),
        ("is the number of bags on ships known", TAKE),
    ],
)
def test_a_row_is_meant_by_its_whole_name(question, meant, view, row):
    scores = {row(TAKE): 0.6, row(HOLD): 0.55, row(BOTH): 0.54, row(ALL): 0.5}
    assert first_of(question, scores, view) == row(meant)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("what are the requirements for ships", SEA),
        ("what are the different requirements of ships", SEA),
        ("which papers does the crew of a ferry need", TAKE),
        ("what papers are there for the crew of a ferry on ships", PASSPORT),
        # Papers are the crew's and not those of the ships.
        ("what are the papers of ships", TAKE),
        ("what are the requirements", TAKE),
        ("what are the requirements for trains", TAKE),
        ("why are there requirements for ships", TAKE),
    ],
)
def test_a_section_is_meant_by_its_name_and_what_it_is_a_section_of(question, meant, view, row):
    scores = {row(TAKE): 0.6, row(SEA): 0.5, row(PASSPORT): 0.49}
    assert first_of(question, scores, view) == row(meant)


def test_it_comes_first_by_little_and_from_not_too_far(view, row):
    question = "what are the requirements for ships"
    assert named_parts(question, {row(TAKE): 0.6, row(SEA): 0.5}, view)[row(SEA)] == pytest.approx(
        0.11
    )
    assert named_parts(question, {row(TAKE): 0.7, row(SEA): 0.5}, view) == {}
    assert named_parts(question, {row(SEA): 0.6, row(TAKE): 0.5}, view) == {}


def test_a_sentence_that_names_what_stands_there_stays_first(view, row):
    question = "what papers are there for the crew of a ferry on ships"
    scores = {row(CHARTS): 0.6, row(PASSPORT): 0.55}
    assert first_of(question, scores, view) == row(CHARTS)
