"""The value of a record that a question asks for by another value of it."""

import pytest

from retrieval.answering.structured.record_fields import gives_value, record_fields

UPPER, LOWER = "Hut ........: Upper", "Hut ........: Lower"
ADA, BO, BEDS = "Keeper .....: Ada", "Keeper .....: Bo", "Beds .......: 12"


@pytest.mark.parametrize(
    ("question", "found", "answer"),
    [
        ("who keeps the lower hut?", LOWER, BO),
        ("who is the keeper of the lower hut", LOWER, BO),
        ("who looks after the upper hut", UPPER, ADA),
        ("how many beds has the upper hut", UPPER, BEDS),
    ],
)
def test_the_value_that_is_asked_for_comes_before_the_one_that_names(
    question, found, answer, view, row
):
    scores = {row(found): 0.6, row(ADA): 0.4, row(BO): 0.3, row(BEDS): 0.2}
    gained = record_fields(question, scores, view)
    assert list(gained) == [row(answer)]
    assert scores[row(answer)] + gained[row(answer)] > 0.6


@pytest.mark.parametrize(
    ("question", "found"),
    [("which hut has Ada Lund", ADA), ("where is the upper hut", UPPER), ("who is Ada Lund", ADA)],
)
def test_nothing_gains_where_no_other_value_is_asked_for(question, found, view, row):
    assert record_fields(question, {row(found): 0.6, row(BEDS): 0.5}, view) == {}


def test_a_value_is_given_outright_only_under_the_name_and_the_label(view, row):
    assert gives_value("who keeps the lower hut?", row(BO), view)
    assert not gives_value("who keeps the lower hut?", row(ADA), view)
    assert not gives_value("who painted the lower hut?", row(BO), view)
    assert not gives_value("who keeps the boats?", row(BO), view)
    assert not gives_value("who keeps the lower hut?", row(LOWER), view)
    assert not gives_value("what are the fines", row("Fines are"), view)
