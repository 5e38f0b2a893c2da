"""A conversation about the article, with the real model."""

from pathlib import Path

import pytest

from retrieval.build import build_index
from retrieval.domain import Level, Turn
from retrieval.searcher import open_searcher

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def searcher(encoder, tmp_path_factory):
    index = tmp_path_factory.mktemp("conversation")
    build_index(SEEDS, index, encoder)
    with open_searcher(index, encoder) as opened:
        yield opened


def said(answer) -> str:
    return " ".join(
        passage.text[span.start - passage.start : span.end - passage.start]
        for passage in answer.passages
        for span in passage.highlights
    )


def turn(question: str, answer) -> Turn:
    return Turn(question=question, answer=said(answer), searched_as=answer.understood_as)


def test_a_conversation_is_understood_turn_by_turn(searcher):
    first = "who supplies Azerbaijan's drones"
    drones = searcher.ask(first)
    assert "Turkish-supplied drones" in said(drones)
    assert "Israeli-made attack drones" in said(drones)
    assert drones.understood_as is None

    second = "how much did it pay Israel?"
    paid = searcher.ask(second, history=[turn(first, drones)])
    assert "$4.85 billion" in said(paid)
    assert "Azerbaijan" in paid.understood_as

    third = "and what did their ambassador say about it?"
    ambassador = searcher.ask(third, history=[turn(first, drones), turn(second, paid)])
    assert "Smbatyan" in said(ambassador)
    assert "Azerbaijan" in ambassador.understood_as


def test_a_fresh_question_leaves_the_conversation(searcher):
    question = "Who is the president of the Jerusalem Institute for Strategy and Security?"
    history = [Turn(question="how do I return a laptop", answer="Bring it to the desk.")]
    answer = searcher.ask(question, history=history)
    assert answer.understood_as is None
    assert "Efraim Inbar" in said(answer)


def test_what_is_suggested_is_surely_answered_and_not_what_was_just_read(searcher):
    answer = searcher.ask("who supplies Azerbaijan's drones")
    assert 1 <= len(answer.suggestions) <= 3
    for question in answer.suggestions:
        following = searcher.ask(question)
        assert following.confidence.level is Level.HIGH
        assert said(following) != said(answer)


def test_nothing_is_suggested_when_nothing_answers(searcher):
    answer = searcher.ask("how long should I bake sourdough bread")
    assert (answer.answered, answer.suggestions) == (False, ())
