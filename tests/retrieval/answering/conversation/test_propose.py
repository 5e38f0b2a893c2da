import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.conversation.propose import propose
from retrieval.answering.conversation.suggest import MOST, suggest


@pytest.mark.parametrize(
    ("sentence", "questions"),
    [
        (
            "Efraim Inbar, the president of the think tank, spoke with AFP.",
            ("Who is Efraim Inbar?",),
        ),
        (
            "In 2016, Azeri President Ilham Aliyev said his country had bought weapons.",
            ("What did Ilham Aliyev say?", "What happened in 2016?"),
        ),
        (
            "The university was founded in 1816 by decree.",
            ("When was the university founded?", "What happened in 1816?"),
        ),
        ("The bridge was designed by Ada Brown.", ("Who designed the bridge?",)),
        ("It was designed by Ada Brown.", ()),
        ("They were founded in 1816.", ("What happened in 1816?",)),
        ("An assistant to the president of Azerbaijan said so.", ()),
        ("The lamp burns whale oil.", ()),
        ("On 9 November 1940 the city was decorated.", ("What happened on 9 November 1940?",)),
    ],
)
def test_only_questions_that_are_surely_grammatical_are_made(sentence, questions):
    assert propose(sentence) == questions


@given(st.text())
def test_any_text_may_be_looked_at(text):
    assert all(question.endswith("?") for question in propose(text))


SENTENCES = [f"The hall {n} was founded in 19{n}0." for n in range(1, 8)]


def test_at_most_three_are_offered_each_sure_and_none_twice():
    offered = suggest(
        [SENTENCES[0], *SENTENCES],
        known=["When was the hall 2 founded?"],
        sure=lambda question: question.startswith("When"),
    )
    assert offered == (
        "When was the hall 1 founded?",
        "When was the hall 3 founded?",
        "When was the hall 4 founded?",
    )
    assert len(offered) == MOST


def test_what_the_index_does_not_surely_answer_is_not_offered_and_trying_ends():
    tried = []
    assert suggest(SENTENCES, known=[], sure=lambda question: bool(tried.append(question))) == ()
    assert len(tried) == 8
