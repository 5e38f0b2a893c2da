"""A question in the words of its synonyms."""

import pytest

from retrieval.answering.understanding.rewording import (
    by_form,
    by_permission,
    by_role,
    common_alternatives,
    reworded,
)
from retrieval.ranking.query import Query
from retrieval.text.synonyms import read_synonyms
from retrieval.text.words import stem

SYNONYMS = read_synonyms("dues = membership fee, annual fee\nbarn = clubhouse").synonyms


def questions(query, *, is_used=lambda _phrase: True):
    return [one.question for one in reworded(query, SYNONYMS, is_used)]


def test_each_word_is_replaced_by_each_other_then_two_at_once():
    assert questions(Query(question="Are dues paid at the barn?")) == [
        "Are membership fee paid at the barn?",
        "Are annual fee paid at the barn?",
        "Are dues paid at the clubhouse?",
        "Are membership fee paid at the clubhouse?",
        "Are annual fee paid at the clubhouse?",
    ]


def test_words_that_the_documents_lack_are_left_out():
    query = Query(question="Are dues paid at the barn?")
    assert questions(query, is_used="annual fee".__eq__) == ["Are annual fee paid at the barn?"]
    assert questions(query, is_used=lambda _phrase: False) == []


def test_the_topic_of_a_conversation_is_replaced_too():
    query = Query(question="How much?", topic=("annual", "fee"), said=("dues",))
    assert [(one.question, one.topic, one.said) for one in reworded(query, SYNONYMS, bool)] == [
        ("How much?", ("dues",), ("dues",)),
        ("How much?", ("membership", "fee"), ("dues",)),
    ]


def test_there_is_an_end_to_wordings():
    many = Query(question="dues barn dues barn dues barn")
    wordings = questions(many)
    assert len(wordings) == len(set(wordings)) == 8


def test_a_question_without_synonyms_stays_alone():
    assert questions(Query(question="When is it open?")) == []


def test_a_common_word_stands_in_only_where_the_documents_lack_the_one_that_was_typed():
    used = {"lift", "caretaker"}
    missing = {stem("elevator"), stem("xylophone")}
    found = common_alternatives(
        "Is the elevator near the caretaker's xylophone?", missing.__contains__, used.__contains__
    )
    assert found.groups == (("elevator", "lift"),)


def test_names_and_numbers_keep_their_words():
    found = common_alternatives("is Lift 7 an elevator", lambda _stem: True, lambda _word: True)
    assert [group[0] for group in found.groups] == ["elevator"]


def test_who_somebody_is_is_asked_in_other_forms():
    assert by_form("what is Ada Quill's job") == "who is Ada Quill?"
    assert by_form("What does Ada Quill do for a living?") == "who is Ada Quill?"
    assert by_form("what is Ada Quill's number?") is None
    assert by_form("what do I do if it rains") is None


def test_what_a_thing_does_is_no_question_for_a_person():
    assert by_form("what does the damper do?") is None


def test_whoever_looks_after_a_thing_may_be_its_warden():
    asked = "who looks after the birch hut?"
    used = {"warden", "steward", "manager"}.__contains__
    assert by_role(asked, used) == [
        "who is the warden of the birch hut?",
        "who is the steward of the birch hut?",
    ]
    assert by_role(asked, lambda _: False) == []
    assert by_role("who looks at the birch hut?", used) == []


def test_a_job_may_be_asked_without_a_question():
    assert by_form("inbar's job") == "who is inbar?"
    assert by_form("quill's lamp") is None


@pytest.mark.parametrize(
    ("asked", "wordings"),
    [
        ("can i bring my dog", ["dog are welcome", "dog"]),
        ("May we take a push chair along?", ["push chair are welcome", "push chair"]),
        ("are dogs allowed?", ["dogs are welcome", "dogs"]),
        ("is my dog ok", ["dog are welcome", "dog"]),
        ("can our kids come with us", ["kids are welcome", "kids"]),
        # Where it is allowed is asked: the thing alone would be found anywhere.
        ("are dogs allowed in the hall", ["dogs are welcome in the hall"]),
        ("are dogs welcome?", ["dogs"]),
        ("who may bring a dog", []),
        ("can i cancel my booking", []),
        ("how do i bring my dog", []),
        ("are the dogs fed", []),
    ],
)
def test_what_may_come_is_asked_for_by_itself(asked, wordings):
    assert by_permission(asked, lambda _: True) == wordings


def test_nothing_is_asked_for_that_no_document_speaks_of():
    assert by_permission("can i bring my dog", lambda word: word == "welcome") == [
        "dog are welcome"
    ]
    assert by_permission("can i bring my dog", lambda word: word == "dog") == ["dog"]
    assert by_permission("can i bring my dog", lambda _: False) == []
