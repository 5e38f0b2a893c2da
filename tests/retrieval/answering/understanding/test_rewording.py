"""A question in the words of its synonyms."""

from retrieval.answering.understanding.rewording import reworded
from retrieval.ranking.query import Query
from retrieval.text.synonyms import read_synonyms

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
