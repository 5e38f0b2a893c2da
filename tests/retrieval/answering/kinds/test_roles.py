import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.kinds.roles import RoleQuestion, names_holder, role_question

PRESIDENT = RoleQuestion("president", "azerbaijan")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("who is the president of Azerbaijan", PRESIDENT),
        ("Who was the first prime minister of the Netherlands?", ("prime minister", "netherlands")),
        ("who's Armenia's foreign minister?", ("foreign minister", "armenia")),
        ("who is the armenian ambassador", ("ambassador", "armenian")),
        ("name of azerbaijans president", PRESIDENT),
        ("whos azerbaijans president", PRESIDENT),
        ("what is the azeri president called?", ("president", "azeri")),
        ("what's the Armenian foreign minister's name", ("foreign minister", "armenian")),
        ("who is the boss", None),
        ("what is the azeri sea called", ("sea", "azeri")),
        ("who was glass maker", None),
        ("who is Smbatyan", None),
        ("who won the war", None),
        ("what is the capital of Azerbaijan", None),
        ("who is the president of the chess club in Azerbaijan's capital", None),
        ("", None),
    ],
)
def test_which_role_is_asked_for(question, asked):
    expected = RoleQuestion(*asked) if isinstance(asked, tuple) else asked
    assert role_question(question) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2016, Azeri President Ilham Aliyev said his country had bought equipment.",
        "Azerbaijan's president, Ilham Aliyev, agreed.",
        "The president of Azerbaijan, Ilham Aliyev, agreed.",
        "Ilham Aliyev, the long-serving president of Azerbaijan, agreed.",
        "Ilham Aliyev is the president of Azerbaijan.",
        "President of Azerbaijan Ilham Aliyev agreed.",
    ],
)
def test_a_name_beside_the_role_is_its_holders(sentence):
    assert names_holder(sentence, PRESIDENT)


@pytest.mark.parametrize(
    "sentence",
    [
        "An assistant to the president of Azerbaijan said so.",
        "Efraim Inbar, the president of the Israel-based think tank, spoke.",
        "Israeli President Reuven Rivlin spoke.",
        "Armen Smbatyan met the president of Azerbaijan.",
        "The president was in Azerbaijan.",
    ],
)
def test_another_name_or_none_is_not(sentence):
    assert not names_holder(sentence, PRESIDENT)


@pytest.mark.parametrize(
    ("people", "place"),
    [("French", "france"), ("Polish", "poland"), ("Turkish", "turkey"), ("Chinese", "china")],
)
def test_a_people_is_told_from_its_place(people, place):
    asked = RoleQuestion("minister", place)
    assert names_holder(f"The {people} minister Anna Berg resigned.", asked)
    assert not names_holder("The Swedish minister Anna Berg resigned.", asked)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_may_be_asked_and_looked_at(question, sentence):
    asked = role_question(question)
    if asked is not None:
        names_holder(sentence, asked)


def test_a_leader_may_be_a_president():
    asked = RoleQuestion("leader", "azerbaijan")
    assert names_holder("In 2016, Azeri President Ilham Aliyev said so.", asked)
    assert not names_holder("The Azeri delegation said so.", asked)
