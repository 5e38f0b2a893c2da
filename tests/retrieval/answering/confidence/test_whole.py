"""Sentences that have all words of a question and a value of the kind it asks for."""

import pytest

from retrieval.answering.confidence.evidence import Evidence
from retrieval.answering.confidence.whole import says_whole

NOTHING_AGAINST = Evidence(**dict.fromkeys(Evidence.__dataclass_fields__, 0.0))


@pytest.mark.parametrize(
    ("question", "sentence", "whole"),
    [
        ("how much is admission", "Admission is 8 crowns; anyone under 18 gets in free.", True),
        ("how much is admission", "Admission ends at 18 every day.", False),
        ("do pensioners have to pay", "Admission is free for pensioners.", True),
        ("how many dogs live there", "The mill has 3 old dogs.", True),
        ("how many dogs live there", "The dogs moved in 1888.", False),
        ("how tall is the windmill", "The windmill is 14 m high.", True),
        ("how tall is the windmill", "The windmill was moved here in 1888.", False),
        ("how long is the tour", "The tour takes an hour and a half.", True),
        ("how old is the mill", "The mill is two hundred years old.", True),
        ("how heavy is the bell", "The bell weighs 3 tons.", True),
        ("how fast does the train go", "The train does 90 km/h.", True),
        ("how often is it cleaned", "It is cleaned twice a month.", True),
        ("what day was the phone call", "The phone call was on Monday.", True),
        ("what day was the phone call", "The phone call was short.", True),  # `unfit` tells that.
        ("when did the war end", "The war was fought in May.", False),
        ("where is the sauna", "The sauna is behind the boathouse.", True),
        ("where is the sauna", "The sauna was opened by Ada.", False),
        ("who is this Inbar guy", "Efraim Inbar, the president of a think tank, spoke.", True),
        ("who does the repairs", "Repairs are done by Oswin Tak.", True),
        ("who is the surgeon", "Dr. Imke Sandoval is the surgeon of the house.", True),
        ("who is the surgeon", "The surgeon of the house operates on Mondays.", False),
        (
            "what is the name of the Armenian president",
            "The office of the president released a statement after the Armenian leader called.",
            False,
        ),
        ("name of the think tank", "Efraim Inbar leads the Kelp think tank.", True),
        (
            "what did the assistant say in it by phone",
            "An assistant said so by phone.",
            True,
        ),
        ("what did the assistant say", "An assistant said so.", True),
        ("what did the assistant say", "They said that an assistant came.", False),
        ("who gave the interview", "Ada Lund came for the interview.", False),
        ("what is the sauna made of", "The sauna is made of wood.", False),
        ("who", "Ada.", False),
    ],
)
def test_a_sentence_says_all_where_it_has_the_value(question, sentence, whole):
    assert says_whole(question, sentence, NOTHING_AGAINST) is whole


@pytest.mark.parametrize("field", ["rare", "lacking", "negated", "opposite", "number", "name"])
def test_nothing_of_the_question_may_be_missing(field):
    against = Evidence(**{**dict.fromkeys(Evidence.__dataclass_fields__, 0.0), field: 0.5})
    assert not says_whole("how much is admission", "Admission is 8 crowns.", against)


def test_a_sentence_without_a_time_answers_no_when():
    unfit = Evidence(**{**dict.fromkeys(Evidence.__dataclass_fields__, 0.0), "unfit": 1.0})
    assert not says_whole("when was the phone call", "The phone call was short.", unfit)
