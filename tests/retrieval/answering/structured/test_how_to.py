"""What stands under a heading whose every word is in a question that begins with "how"."""

import pytest

from retrieval.answering.structured.how_to import how_to, opens_how_to

BOARD, FINES = "Write your name", "Fines are paid"
FORM, BADGE, BELL, ANCHOR = "Fetch the", "Whoever is", "Ring the", "Never throw"


def test_what_stands_under_the_heading_gains(view, row):
    scores = {row(FINES): 0.5, row(BOARD): 0.4}
    assert list(how_to("how do i book a boat", scores, view)) == [row(BOARD)]
    assert how_to("who can book a boat", scores, view) == {}


@pytest.mark.parametrize(
    ("question", "first", "step", "wins"),
    [
        ("how do i get licensed", BADGE, FORM, True),
        ("how do i get licensed", FINES, FORM, True),
        ("how do i get licensed in spring", FINES, FORM, False),
        ("how do i manage the landing with the anchor", ANCHOR, BELL, True),
        ("when do i get licensed", BADGE, FORM, False),
    ],
)
def test_the_steps_under_the_heading_come_before_a_single_sentence(
    question, first, step, wins, view, row
):
    scores = {row(first): 0.7, row(step): 0.5}
    gained = how_to(question, scores, view)
    ahead = 0.5 + gained.get(row(step), 0.0) > 0.7 + gained.get(row(first), 0.0)
    assert ahead is wins


@pytest.mark.parametrize(
    ("question", "beginning", "opens"),
    [
        ("how do i book a boat", BOARD, True),
        ("how do i book a flight", BOARD, False),
        ("how do i book a boat", FINES, False),
        ("how do i paint a boat", BOARD, False),
        ("where do i book a boat", BOARD, False),
    ],
)
def test_it_answers_outright_where_the_document_has_the_rest(question, beginning, opens, view, row):
    assert opens_how_to(question, row(beginning), view) is opens


def test_a_line_that_says_that_steps_follow_is_called_as_what_they_do(view, row):
    post, crew = row("Fetch a bag"), row("Sailors post nothing")
    gained = how_to("how do i post a letter", {crew: 0.7, post: 0.5}, view)
    assert 0.5 + gained[post] > 0.7
    assert how_to("how do i burn a letter", {crew: 0.7, post: 0.5}, view) == {}


def test_steps_that_pictures_part_are_steps_of_the_document_that_is_named(view, row):
    crew, other, named = row("Sailors post nothing"), row("Take a sack"), row("Fetch a bag")
    scores = {crew: 0.7, other: 0.6, named: 0.5}
    # What neither name has stands in the opening of the named document.
    gained = how_to("how do i post a letter in Norway", scores, view)
    assert 0.5 + gained[named] > 0.7 > 0.6 + gained[other]
    # More than half of the question is about something else.
    gained = how_to("how do i post a letter in Norway aboard ships", scores, view)
    assert 0.5 + gained[named] < 0.7
