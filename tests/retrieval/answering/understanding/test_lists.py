import pytest

from retrieval.answering.understanding.lists import asks_for_list


@pytest.mark.parametrize(
    "question",
    [
        "list all ranks",
        "name the three founders",
        "give me the list of commands",
        "what are the opening hours",
        "which platforms are supported",
        "what commands are there",
        "what are the different kinds of members?",
        "who are the members",
    ],
)
def test_a_list_is_asked_for(question: str) -> None:
    assert asks_for_list(question)


@pytest.mark.parametrize(
    "question",
    [
        "what is the price",
        "which platform is best",
        "what class is it",
        "what are you",
        "who lists the members",
        "what was the mass of it",
        "does the list end",
    ],
)
def test_one_thing_is_asked_for(question: str) -> None:
    assert not asks_for_list(question)
