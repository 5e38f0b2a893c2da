import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.understanding.parts import MOST, split_parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "how much does the game cost and which platforms does it run on?",
            ("how much does the game cost", "which platforms does it run on?"),
        ),
        ("when was it built, and who paid for it?", None),
        ("What is the price? And can I get a refund?", None),
        ("does it run on mac and how much is it", ("does it run on mac", "how much is it")),
        (
            "which bus stops at the gate, and do dogs have to be on a lead?",
            ("which bus stops at the gate", "do dogs have to be on a lead?"),
        ),
        ("how much is a plot, and is parking free?", None),
        ("what time is lunch, and can guests stay overnight?", None),
        ("when is it open, and are dogs allowed", None),
        ("how much is a plot and do dogs need a lead", None),
    ],
)
def test_two_questions_are_told_apart(question: str, parts: tuple[str, ...] | None) -> None:
    found = split_parts(question)
    assert found == parts if parts else len(found) == 2


@pytest.mark.parametrize(
    "question",
    [
        "who bought bread and milk",
        "when and where was it built",
        "what is the difference between who and whom",
        "who was the man who built it and who paid",
        "explain how it works and why it fails",
        "who won and by how much",
        "Who went to Radcliffe and was trained there?",
        'what does "directory exists but is the disk full" mean',
        "what costs 5 euros and is red",
        "is homework mandatory or is it optional",
        "which bus stops at the gate, and is often late?",
        "which dogs bark, and are kept indoors?",
        "who keeps bees, and has horses too?",
        "which lamps are cheap, and will always last",
        "who sings, and does magic?",
    ],
)
def test_a_plain_conjunction_stays_whole(question: str) -> None:
    assert split_parts(question) == (question,)


_WORDS = st.sampled_from("who what and is the it game, cost? price run where ; but".split())


@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_parts_stand_in_the_question_in_order(question: str) -> None:
    parts = split_parts(question)
    assert 1 <= len(parts) <= MOST
    position = 0
    for part in parts:
        assert part in question[position:]
        position = question.index(part, position) + len(part)
