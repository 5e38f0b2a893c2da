import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.understanding.courtesy import without_courtesy
from retrieval.answering.understanding.interrogative import begins_asking
from retrieval.text.wording import content_words


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Hi all, quick question: when does the library open?", "when does the library open?"),
        ("Could you please tell me what new members need?", "what new members need?"),
        ("hello, how much is it for students? thanks in advance!", "how much is it for students?"),
        ("does anyone know if the game runs on Linux", "the game runs on Linux"),
        ("my boss wants to know who signs the contract thx", "who signs the contract"),
        ("I was wondering how the refund is determined?", "how the refund is determined?"),
        ("who edits the newsletter? any help would be appreciated", "who edits the newsletter?"),
        ("what is the fee, please", "what is the fee"),
        ("where is the office 🙏🙂", "where is the office"),
        ("hi, how much is it? thanks", "how much is it?"),
        ("ok thanks, and who keeps the list?", "and who keeps the list?"),
        ("great, thanks. what does it cost", "what does it cost"),
        ("thanks! and when does it close?", "and when does it close?"),
        (
            "good day! sorry to bother you, but would you happen to know how much it is?",
            "how much it is?",
        ),
        ("sorry to ask, but could you tell me who the vet is?", "who the vet is?"),
        ("Does it run on Linux? Many thanks, Anna", "Does it run on Linux?"),
        ("Not sure where to ask this but who won the cup? lol", "who won the cup?"),
    ],
)
def test_courtesy_is_taken_off(typed: str, asked: str) -> None:
    assert without_courtesy(typed) == asked


@pytest.mark.parametrize(
    "question",
    [
        "what does 'hello world' print",
        "hello world prints what?",
        "hey Jude was written by whom?",
        "how do you say thank you",
        "is there a thank you page?",
        "Can I ask questions in advance if I can't attend?",
        "can you reset my skills",
        "who should I ask for help?",
        "What was the Norman religion?",
        "explain late interaction",
        "thank you",
        "Wie viele Hugenotten flohen aus Frankreich?",
    ],
)
def test_a_question_without_courtesy_or_about_it_is_unchanged(question: str) -> None:
    assert without_courtesy(question) == question


@given(st.text())
def test_what_is_left_stands_in_the_question_and_is_never_empty(question: str) -> None:
    left = without_courtesy(question)
    # A question mark may have stood before courtesy that was cut off behind it.
    assert left.removesuffix("?") in question
    assert bool(left) == bool(question.strip())


_PIECES = st.sampled_from(
    ["hi", "hello all,", "please", "thanks", "could you", "tell me", "library", "when", "?", "lol"]
)


@given(st.lists(_PIECES, max_size=8).map(" ".join))
def test_what_is_left_says_or_asks_something_and_nothing_more_comes_off(text: str) -> None:
    left = without_courtesy(text)
    assert without_courtesy(left) == left
    assert content_words(left) or begins_asking(left) or left == text.strip()
