import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.kinds.countries import asks_for_countries, countries_in, names_countries


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("which countries are fighting", True),
        ("What two neighbouring countries signed the treaty?", True),
        ("which European nations took part", True),
        ("which country is the largest", False),
        ("what do the countries trade", False),
    ],
)
def test_what_asks_for_countries(question, asks):
    assert asks_for_countries(question) is asks


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Since May, Danish and Swedish crews have raced each other.", True),
        ("Peru, Bolivia and Chile share the desert.", True),
        ("The Dutch fleet sailed against Spain.", True),
        ("Spanish and English troops met.", True),
        ("Denmark is also racing with Swedish-made sails.", False),
        ("The British in the United Kingdom stayed at home.", False),
        ("South Korea, Korean firms and others followed.", False),
        ("People fight with many things.", False),
    ],
)
def test_countries_stand_side_by_side(sentence, names):
    assert names_countries(sentence) is names


def test_a_people_is_its_country():
    assert countries_in("a Dutchman, two Swiss and the Netherlands") == {
        "Netherlands",
        "Switzerland",
    }
    assert countries_in("North Koreans came to Chadderton by turkey cart") == {"Korea"}


@given(st.text(max_size=60))
def test_any_text_may_be_looked_at(text):
    assert countries_in(text) >= countries_in("")
    assert not (names_countries(text) and len(countries_in(text)) < 2)


def test_questions_write_countries_small():
    assert countries_in("armenia and the finns", capitalised=False) == {"Armenia", "Finland"}
    assert countries_in("armenia and the finns") == frozenset()
    assert countries_in("a polish cloth of china", capitalised=False) == frozenset()
