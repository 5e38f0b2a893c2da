"""Kinds of answers that a form of words gives away: what asks for one, and what is one."""

import pytest

from retrieval.answering.kinds.beginnings import asks_for_beginning, says_since_when
from retrieval.answering.kinds.names import names_in, speaks_of
from retrieval.answering.kinds.origins import asks_for_origin, names_origin
from retrieval.answering.kinds.refusals import asks_why_not, denies
from retrieval.answering.kinds.statements import (
    asks_for_saying,
    gives_saying,
    reports,
    whose_saying,
)
from retrieval.answering.kinds.wanted import wanted_kind


@pytest.mark.parametrize(
    ("asks", "question", "expected"),
    [
        (asks_for_beginning, "when did the fighting start", True),
        (asks_for_beginning, "Since when is the bridge closed?", True),
        (asks_for_beginning, "When will the season begin?", True),
        (asks_for_beginning, "when is the office open", False),
        (asks_for_beginning, "how do I start the server", False),
        (asks_for_origin, "where did the mercenaries come from", True),
        (asks_for_origin, "Which country is the coach from?", True),
        (asks_for_origin, "where do I get the key", False),
        (asks_for_origin, "who is the letter from", False),
        (asks_why_not, "why won't the town sell the mill", True),
        (asks_why_not, "Why did the council not agree?", True),
        (asks_why_not, "why can't I log in", True),
        (asks_why_not, "why is the sky blue", False),
        (asks_why_not, "is it not open", False),
        (asks_for_saying, "what did the mayor say about dogs", True),
        (asks_for_saying, "what was the envoy promised", True),
        (asks_for_saying, "who said that", False),
        (asks_for_saying, "what does it cost", False),
    ],
)
def test_what_a_question_asks_for(asks, question, expected):
    assert asks(question) is expected


@pytest.mark.parametrize(
    ("is_one", "sentence", "expected"),
    [
        (says_since_when, "Since March 3rd, crews have been on strike.", True),
        (says_since_when, "The strike began quietly in 1911.", True),
        (says_since_when, "From Monday the ferry runs hourly.", True),
        (says_since_when, "The strike broke out at the harbour.", False),
        (says_since_when, "Since then nobody has come.", False),
        (names_origin, "They brought masons from southern Italy to the island.", True),
        (names_origin, "She is a native of Oslo.", True),
        (names_origin, "He came from a poor family.", False),
        (denies, "The town will not part with it so quickly.", True),
        (denies, "The town will sell the mill.", False),
        (gives_saying, "“We stay,” he said.", True),
        (gives_saying, "The statement said that the town stays.", True),
        (gives_saying, "The town stays.", False),
    ],
)
def test_what_a_sentence_gives(is_one, sentence, expected):
    assert is_one(sentence) is expected


def test_the_role_is_looked_for_before_anything_else():
    kind = wanted_kind("Who was the president of France?")
    assert kind is not None
    assert kind.holds("French President Ada Lefort opened it.")
    assert wanted_kind("is the mill open") is None


def test_the_documents_tell_what_is_a_name():
    sentences = ["Since May, Holm supplies Brae.", "Later Brae chose its own side.", "No turkey."]
    assert names_in("is brae on holm's side", sentences) == {"brae", "holm"}
    assert names_in("Is the Turkey served?", sentences) == frozenset()
    assert speaks_of(frozenset({"brae", "holm"}), "Holm's crews sail to Brae.")
    assert not speaks_of(frozenset({"brae", "holm"}), "Brae's crews sail.")


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("what does the statement from Sandnes's office say", "statement"),
        ("What did the mayor say?", "mayor"),
        ("what did analysts say", "analysts"),
        ("what did the aide to the mayor say", "aide"),
        ("what did she say", None),
        ("what did she say about the mill", None),
        ("what does the statement cost", None),
    ],
)
def test_whose_saying_is_asked_for(question, who):
    assert whose_saying(question) == who


def test_who_says_something_stands_before_the_verb():
    assert reports("The statement said that the ferries sail again.", "statement")
    assert reports("Some analysts believe that the mill stays.", "analysts")
    assert reports("On Monday an aide to the mayor of Brae said so.", "aide")
    assert not reports("The office released a statement after the meeting.", "statement")
