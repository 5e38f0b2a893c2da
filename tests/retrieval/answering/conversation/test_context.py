import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.conversation.context import Understanding, understand
from retrieval.answering.conversation.followup import (
    INTERCEPT,
    WEIGHTS,
    Wording,
    followup_probability,
    wording_of,
)
from retrieval.domain import Turn
from retrieval.ranking.query import Query

DRONES = Turn(
    question="Who supplies Azerbaijan's drones?",
    answer="Azerbaijan is using Israeli and Turkish drones in its fight.",
)
PAID = Turn(question="how much did it pay Israel?", answer="It had bought $4.85 billion.")
INBAR = Turn(
    question="Who is Efraim Inbar?", answer="Efraim Inbar is the president of a think tank."
)


def test_the_wording_of_a_follow_up():
    assert wording_of("and what did their ambassador say?", [DRONES]) == Wording(
        anaphor=True,
        pointer=False,
        opener=True,
        continuer=False,
        content=math.log1p(2),  # ambassador, say
        names=0,
        shared=0.0,
        bare=False,
    )


def test_the_wording_of_a_question_with_names_from_the_conversation():
    wording = wording_of("What does Turkey sell Azerbaijan?", [DRONES])
    assert (wording.names, wording.shared, wording.bare) == (2, 1 / 3, False)


def test_the_probability_is_the_logistic_of_the_weighted_sum():
    wording = Wording(True, False, False, False, math.log(2), 1, 0.5, True)
    score = (
        INTERCEPT
        + WEIGHTS[0]
        + WEIGHTS[4] * math.log(2)
        + WEIGHTS[5]
        + 0.5 * WEIGHTS[6]
        + WEIGHTS[7]
    )
    assert followup_probability(wording) == pytest.approx(1 / (1 + math.exp(-score)))


@pytest.mark.parametrize(
    ("question", "searched_as"),
    [
        ("how much did it pay Israel?", "how much did it pay Israel? (about: Azerbaijan drones)"),
        ("why?", "why? (about: Azerbaijan drones)"),
        (
            "and what did their ambassador say about it?",
            "and what did their ambassador say about it? (about: Azerbaijan drones)",
        ),
        ("what about Turkey?", "what about Turkey? (about: Azerbaijan drones)"),
    ],
)
def test_a_follow_up_is_searched_with_the_words_of_its_topic(question, searched_as):
    assert understand(question, [DRONES]).query.understood == searched_as


@pytest.mark.parametrize(
    "question",
    [
        "Which team won the 1998 World Cup in France?",
        "How long does the library keep returned laptops?",
        "What is the boiling point of nitrogen at sea level?",
    ],
)
def test_a_fresh_question_is_not_dragged_back(question):
    assert understand(question, [DRONES, PAID]).query == Query(question=question)


def test_a_change_of_topic_takes_the_later_follow_ups_with_it():
    assert understand("what did he say?", [DRONES, PAID, INBAR]).query.understood == (
        "what did he say? (about: Efraim Inbar)"
    )


def test_a_follow_up_of_a_follow_up_keeps_the_topic():
    assert understand("and when was that?", [DRONES, PAID]).query.understood == (
        "and when was that? (about: Azerbaijan drones)"
    )


@given(st.text())
def test_without_a_conversation_every_question_stands_alone(question):
    assert understand(question, []).query == Query(question=question)


@given(st.text(), st.lists(st.builds(Turn, question=st.text(), answer=st.text()), max_size=4))
def test_what_is_searched_begins_with_what_was_asked(question, history):
    query = understand(question, history).query
    assert query.text.startswith(question)
    assert query.understood.startswith(question)


def test_words_of_the_last_answer_are_searched_but_not_shown():
    query = understand("why did they stop?", [DRONES, PAID]).query
    assert query.said == ("bought", "4", "85", "billion")
    assert query.understood == "why did they stop? (about: Azerbaijan drones)"


def test_what_was_shown_comes_later_unless_the_question_is_about_it():
    shown = frozenset({"it", "had", "bought", "4", "85", "billion"})
    assert shown in understand("why did they stop?", [DRONES, PAID]).query.seen
    assert understand("when was that?", [DRONES, PAID]).query.seen == ()


def test_the_words_of_a_conversation_count_for_less_than_the_questions_own():
    query = Query(question="why?", topic=("drones",), said=("Turkey",))
    assert query.text == "why? drones Turkey"
    spans = np.array([[0, 3], [3, 4], [5, 11], [12, 18]], np.int32)
    assert query.shares(spans).tolist() == pytest.approx([1, 1, 0.5, 0.2])


def test_asking_the_same_again_finds_the_same_again():
    assert understand(DRONES.question, [DRONES]).query == Query(question=DRONES.question)


def test_a_question_asked_again_means_what_it_meant():
    again = understand("who is efraim inbar", [INBAR, DRONES])
    assert again.query == Query(question="who is efraim inbar")


def test_a_figure_may_stand_in_what_was_just_shown():
    bought = Turn(
        question="where can I buy cold iron?", answer="Buy it from the smith for 40 embers."
    )
    assert understand("and how much does it cost?", [bought]).query.seen == ()
    assert understand("and who sells it there?", [bought]).query.seen != ()


@given(st.floats(0.3, 0.94), st.floats(0, 1), st.floats(0, 1))
def test_the_lone_search_wins_unless_the_joined_one_is_better_or_the_wording_needs_it(
    probability, joined, alone
):
    meant = Understanding(
        query=Query(question="q", topic=("t",)), certain=False, probability=probability
    )
    if meant.joined_wins(joined, alone):
        assert joined > alone or probability > 0.5
        assert meant.joined_wins(joined + 0.1, alone)
    # ln(.9 / .1) = 2.197: at .9, the joined score may be lower by 2.197 / 15 = .146.
    likely = Understanding(query=meant.query, certain=False, probability=0.9)
    assert likely.joined_wins(0.5, 0.64)
    assert not likely.joined_wins(0.5, 0.65)


def test_another_number_takes_the_place_of_the_one_before():
    room = Turn(question="what is in room 101", answer="Room 101 has a bath.")
    assert understand("and 103?", [room]).query.topic == ("room",)
    assert understand("and upstairs?", [room]).query.topic == ("room", "101")


def test_of_a_long_conversation_its_beginning_and_its_last_turn_are_told():
    turns = [
        DRONES,
        Turn(question="and the Turkish radars?"),
        Turn(question="and the Greek ships?"),
    ]
    assert understand("why?", turns).query.about == "Azerbaijan drones, Greek ships"
