"""Questions for a clause by its number, and those that only have one."""

import pytest

from retrieval.answering.understanding.clause_questions import clause_question


@pytest.mark.parametrize(
    ("question", "number", "kind", "about"),
    [
        ("what is rule 3.2?", "3.2", "rule", set()),
        ("Rule 4", "4", "rule", set()),
        ("what does section 1 of the server rules say", "1", "section", {"server", "rule"}),
        ("house rule 2", "2", "rule", {"hous"}),
        ("what's the third rule of the house", "3", "rule", {"hous"}),
        ("tell me about rule two", "2", "rule", set()),
        ("§ 7", "7", "", set()),
    ],
)
def test_what_is_asked_for(question, number, kind, about):
    found = clause_question(question)
    assert found is not None
    assert (found.number, found.kind, found.about) == (number, kind, about)


@pytest.mark.parametrize(
    "question",
    [
        "who made rule 3",
        "can I break rule 2",
        "what is the penalty under rule 2",
        "how many rules are there",
        "what is new in 3.2",
        "what is the best part",
    ],
)
def test_what_asks_for_something_else(question):
    assert clause_question(question) is None
