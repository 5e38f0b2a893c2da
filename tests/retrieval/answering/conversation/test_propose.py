import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.conversation.propose import propose
from retrieval.answering.conversation.suggest import proposals


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


def test_none_is_proposed_twice_nor_what_was_asked():
    proposed = proposals(
        [SENTENCES[0], SENTENCES[0], SENTENCES[1], SENTENCES[2]],
        known=["When was the hall 2 founded?"],
    )
    assert proposed == (
        "When was the hall 1 founded?",
        "What happened in 1910?",
        "What happened in 1920?",
        "When was the hall 3 founded?",
        "What happened in 1930?",
    )


def test_each_costs_a_search_so_that_proposing_ends():
    assert len(proposals(SENTENCES, known=[])) == 8
