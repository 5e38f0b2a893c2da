import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.understanding.asked import read_utterance, spoken
from retrieval.answering.understanding.document_facts import DocumentFact
from retrieval.answering.understanding.vocabulary import WordTable
from retrieval.domain import SmallTalk, Turn

WORDS = WordTable.of(["The library opens at nine. A loan can be renewed twice."])


def test_courtesy_story_and_slips_are_told_from_the_question():
    asked = read_utterance(
        "Hi all! Yesterday I lost my card and it was raining. When does the libary open? thanks",
        WORDS,
    )
    assert asked.question == "When does the library open?"
    assert asked.story == "Yesterday I lost my card and it was raining."
    assert asked.corrected
    assert asked.parts == ()


@pytest.mark.parametrize(
    ("typed", "question", "story"),
    [
        (
            "I moved to Ohio last week, and now how do I change my address?",
            "how do I change my address?",
            "I moved to Ohio last week",
        ),
        # What asks says too little without the rest.
        ("My plates were stolen. What can I do?", "My plates were stolen. What can I do?", ""),
        ("my insurance ended so what should I do", "my insurance ended so what should I do?", ""),
        # A condition is a part of the question.
        (
            "if I lose my card, how do I get a new one?",
            "if I lose my card, how do I get a new one?",
            "",
        ),
        ("Yes, I know. How much can students borrow?", "How much can students borrow?", ""),
        ("Who was Dr. Smith of the U.S. Army?", "Who was Dr. Smith of the U.S. Army?", ""),
    ],
)
def test_a_story_is_taken_off_where_the_question_stands_alone(typed, question, story):
    asked = read_utterance(typed)
    assert (asked.question, asked.story) == (question, story)


def test_a_question_without_a_mark_gets_one_and_its_parts_too():
    assert read_utterance("library hours").question == "library hours?"
    assert read_utterance("List the ranks.").question == "List the ranks."
    asked = read_utterance("how much is the game and which platforms does it run on")
    assert asked.parts == ("how much is the game?", "which platforms does it run on?")


def test_small_talk_asks_nothing():
    assert read_utterance("thanks!").small_talk is SmallTalk.THANKS
    assert read_utterance("thanks! when does it open").small_talk is None


def test_the_error_of_a_paste_is_what_is_asked():
    asked = read_utterance("12:01:05 ERROR io: E-1042 write failed\n    at a.b(C.java:1)")
    assert asked.question == "io: E-1042 write failed"


def test_a_question_about_the_document_and_one_for_a_list_are_marked():
    assert read_utterance("Hi! who wrote this article?").fact is DocumentFact.AUTHOR
    assert read_utterance("please list all ranks").wants_list


def test_a_conversation_keeps_what_was_asked():
    turns = [Turn(question="hi, how much is it? thanks", answer="Two."), Turn(question="ok")]
    assert spoken(turns) == (Turn(question="how much is it?", answer="Two."),)


@given(st.text(min_size=1))
def test_nothing_is_ever_asked_with_an_empty_question(typed):
    asked = read_utterance(typed, WORDS)
    assert asked.utterance == typed
    assert asked.question.strip() or not typed.strip()
    assert len(asked.parts) != 1


def test_a_contraction_without_its_apostrophe_is_no_slip():
    asked = read_utterance("what if i dont renew my loan", WORDS)
    assert asked.question == "what if i don't renew my loan?"
    assert not asked.corrected
