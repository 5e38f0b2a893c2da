import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.conversation.phrase import topic_phrase
from retrieval.text.wording import content_words, words


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("how do i get cold iron", "cold iron"),
        ("Who supplies Azerbaijan's drones?", "Azerbaijan drones"),
        ("how much does membership cost", "membership"),
        ("what is the drop rate of cold iron?", "drop rate of cold iron"),
        ("Who is Efraim Inbar?", "Efraim Inbar"),
        ("is there a building contest", "building contest"),
        ("what did Rivlin say about the old contracts", "Rivlin"),
        ("when does it open", "open"),
        ("and when was that?", ""),
    ],
)
def test_the_topic_is_named_in_its_own_words(question, phrase):
    assert topic_phrase(question) == phrase


@given(st.text())
def test_a_phrase_is_made_of_the_question_and_there_is_one_where_a_word_tells(question):
    phrase = topic_phrase(question)
    assert words(phrase) == [] or set(words(phrase)) <= set(words(question))
    assert bool(phrase) == bool(content_words(question))
