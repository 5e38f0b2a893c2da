import pytest

from retrieval.answering.kinds.times import asks_when, names_time
from retrieval.answering.kinds.wanted import wanted_kind


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("when does the slip open", True),
        ("and until when?", True),
        ("at what time does it close", True),
        ("which day is the regatta", True),
        ("what is the time zone", False),
        ("who was there when it closed", False),
    ],
)
def test_a_time_is_asked_for(question, asks):
    assert asks_when(question) is asks


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("It opens at seven.", True),
        ("On Mondays only.", True),
        ("From 10 am to 7 pm.", True),
        ("It was built in 1912.", True),
        ("It is lit every evening.", True),
        ("It closes in May.", True),
        ("You may call us.", False),
        ("Ring extension 2388.", False),
        ("It has four berths.", False),
    ],
)
def test_a_time_is_named(sentence, says):
    assert names_time(sentence) is says


def test_of_two_as_good_the_one_with_a_time_unless_it_follows_up():
    kind = wanted_kind("when is the ward open")
    assert kind.holds("It is open from 10 am.")
    assert not kind.holds("It is open.")
    assert wanted_kind("when is the ward open", alone=False) is None
