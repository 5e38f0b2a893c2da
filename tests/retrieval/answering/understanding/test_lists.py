import pytest

from retrieval.answering.understanding.lists import asks_for_list, asks_for_one, names_several


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
        "on what grounds can a guest be sent away",
        "under which conditions may I leave early?",
        "what do i need to bring on the crossing",
        "what should I pack?",
        "what am I supposed to wear",
        "what clothes do children have to bring",
        "what has to be carried",
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
        "which lens does it have",
        "what are you",
        "who lists the members",
        "what was the mass of it",
        "does the list end",
        "what does it cost to bring a dog",
        "what happens if I wear boots",
    ],
)
def test_one_thing_is_asked_for(question: str) -> None:
    assert not asks_for_list(question)


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("which boat can take six people", True),
        ("which boss drops the ring", True),
        ("what lens does it have", True),
        ("which lenses does it have", False),
        ("in which hall is the fair", True),
        ("what boat is the fastest", True),
        ("since when is it open", True),
        ("how many rooms are there", True),
        ("which boats are there", False),
        ("how do I leave", False),
        ("how can I leave", False),
        ("what is a boat", False),
        ("what happens then", False),
    ],
)
def test_one_of_several_is_asked_for(question: str, one: bool) -> None:
    assert asks_for_one(question) is one


@pytest.mark.parametrize(
    ("question", "is_name"),
    [
        ("fees?", True),
        ("the rental bikes", True),
        ("penalties", True),
        ("address", False),
        ("bus?", False),
        ("how are the fees", False),
        ("fee", False),
    ],
)
def test_a_bare_name_of_several_things(question: str, is_name: bool) -> None:
    assert names_several(question) is is_name
