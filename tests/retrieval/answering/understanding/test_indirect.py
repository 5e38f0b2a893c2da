"""Questions asked inside of another sentence, and the order that they are searched in."""

import pytest

from retrieval.answering.understanding.asked import read_utterance
from retrieval.answering.understanding.indirect import direct


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Could you tell me what the toll is?", "what is the toll?"),
        ("I was wondering how wide the lock is. Cheers", "how wide is the lock?"),
        ("do you know when the lock closes", "when does the lock close?"),
        ("please tell me how many boats I can moor here", "how many boats can I moor here?"),
        (
            "can anyone tell me how much rope I have to bring please?",
            "how much rope do I have to bring?",
        ),
        ("I'd like to know what the crew had to bring", "what did the crew have to bring?"),
        ("I would like to know whether I may fish from the quay", "may I fish from the quay?"),
        ("I wonder if nets are sold here", "are nets sold here?"),
        ("do you know if there is a crane", "is there a crane?"),
        ("I want to know if you sell bait", "do you sell bait?"),
        ("please let me know whether or not we need a flag", "do we need a flag?"),
        ("Would you be so kind as to explain who the pilot is", "who is the pilot?"),
        ("Would it be possible to tell me when the slip is free?", "when is the slip free?"),
        (
            "I'd be grateful if you could tell me where the nearest pump is",
            "where is the nearest pump?",
        ),
        ("Might I trouble you to say what time the kiosk opens", "what time does the kiosk open?"),
        ("explain what the big lever does", "what does the big lever do?"),
        ("I wonder how high tolls are", "how high are tolls?"),
        (
            "could you tell me how long it takes to get a berth",
            "how long does it take to get a berth?",
        ),
    ],
)
def test_the_verb_goes_before_its_subject(typed, asked):
    assert read_utterance(typed).question == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("could you tell me who is in charge of the crane", "who is in charge of the crane?"),
        ("please tell me which boats moor here", "which boats moor here?"),
        (
            "can you tell me what the sign that is at the slip means",
            "what the sign that is at the slip means?",
        ),
        ("could you tell me about the tolls", "about the tolls?"),
    ],
)
def test_what_is_in_order_or_cannot_be_told_stays(typed, asked):
    assert read_utterance(typed).question == asked


@pytest.mark.parametrize(
    "question", ["what the toll is", "I may fish here", "how wide the lock is"]
)
def test_a_sentence_of_its_own_stays_as_it_is(question):
    assert direct(question, "") == question
    assert direct(question, "Good morning. ") == question
