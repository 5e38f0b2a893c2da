import pytest

from retrieval.answering.kinds.ages import asks_for_age, names_age


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("can minors join", True),
        ("how old do i have to be?", True),
        ("are kids allowed in the pool", True),
        ("is there an age limit", True),
        ("im 14 can i come along", True),
        ("am I old enough", True),
        ("my daughter is 11, can she play?", True),
        ("my train is 11 minutes late", False),
        ("how old is the bridge", False),
        ("can I come in under 20 minutes", False),
        ("who minds the old mill", False),
        ("when can I visit the children's library", False),
    ],
)
def test_questions_for_an_age(question, asks):
    assert asks_for_age(question) is asks


def test_sentences_that_name_one():
    assert names_age("You have to be 14 or older.")
    assert names_age("Anyone under 18 gets in free.")
    assert not names_age("Anyone under 18 points leaves.")
    assert not names_age("The bridge stood for 14 years.")
