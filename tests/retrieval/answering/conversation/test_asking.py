"""A conversation about the article, with the real model."""

from pathlib import Path

import pytest

from retrieval.answering.searcher import open_index
from retrieval.domain import Turn
from retrieval.indexing.build import build_index

SEEDS = Path(__file__).parents[4] / "seeds"


@pytest.fixture(scope="module")
def searcher(encoder, tmp_path_factory):
    index = tmp_path_factory.mktemp("conversation")
    build_index(SEEDS, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


def said(answer) -> str:
    return " ".join(
        passage.text[span.start - passage.start : span.end - passage.start]
        for passage in answer.passages
        for span in passage.highlights
    )


def turn(question: str, answer) -> Turn:
    return Turn(question=question, answer=said(answer))


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


def test_what_nothing_answers_is_not_said_to_be_meant_otherwise(searcher):
    history = [Turn(question="is there a phone app", answer="Rivlin spoke on the phone.")]
    answer = searcher.ask("what is the capital of france", history=history)
    assert (answer.answered, answer.understood_as) == (False, None)


@pytest.fixture(scope="module")
def library(encoder, tmp_path_factory):
    """Two people of one name, and a paragraph with much to ask about."""
    folder = tmp_path_factory.mktemp("library")
    seeds = folder / "seeds"
    seeds.mkdir()
    for name, place in (("Adam", "Kirkcaldy"), ("Joseph", "Vermont")):
        (seeds / f"{name}.txt").write_text(
            f"{name} Smith\n\nSmith was born in {place}.\n\nThe garden grew wild.\n"
        )
    (seeds / "lighthouse.txt").write_text(
        "The Lighthouse of Pell\n\n"
        "The lighthouse of Pell was built in 1853.\n\nThe lighthouse of Pell was designed by Ada"
        " Brown.\n\nThe lamp of the lighthouse burns whale oil.\n"
    )
    build_index(seeds, folder / "index", encoder)
    with open_index(folder / "index", encoder) as opened:
        yield opened


def test_a_question_that_may_mean_two_people_offers_both_beside_the_likelier(library):
    answer = library.ask("Where was Smith born?")
    assert {choice.label for choice in answer.choices} == {"Adam Smith", "Joseph Smith"}
    assert answer.passages[0].citation.title in {choice.label for choice in answer.choices}
    for choice in answer.choices:
        chosen = library.ask(choice.question)
        assert chosen.choices == ()
        assert chosen.passages[0].citation.title == choice.label


def test_a_question_that_names_the_person_is_answered(library):
    answer = library.ask("Where was Joseph Smith born?")
    assert answer.choices == ()
    assert "Vermont" in said(answer)


def test_what_is_suggested_is_surely_answered_and_not_what_was_just_read(library):
    answer = library.ask("What does the lamp of the lighthouse burn?")
    suggestions = library.suggest(answer)
    assert suggestions == (
        "Who designed the lighthouse of Pell?",
        "When was the lighthouse of Pell built?",
    )
    for question in suggestions:
        following = library.ask(question)
        assert following.confidence.probability >= 0.75
        assert said(following) != said(answer)


def test_nothing_is_suggested_when_nothing_answers(searcher):
    answer = searcher.ask("how long should I bake sourdough bread")
    assert not answer.answered
    assert searcher.suggest(answer) == ()


def test_asking_does_not_search_for_suggestions(library):
    """They cost more searches than the answer: whoever waits for it would wait for them."""
    answer = library.ask("What does the lamp of the lighthouse burn?")
    assert answer.answered
    assert answer.suggestions == ()


def test_what_was_asked_before_is_not_suggested(library):
    answer = library.ask("What does the lamp of the lighthouse burn?")
    asked = [Turn(question="Who designed the lighthouse of Pell?")]
    assert library.suggest(answer, history=asked) == ("When was the lighthouse of Pell built?",)


def test_what_is_suggested_is_encoded_at_once(library, encoder, monkeypatch):
    """A batch of questions takes the model little longer than one."""
    answer = library.ask("What does the lamp of the lighthouse burn?")
    batches = []
    encode_queries = type(encoder).encode_queries

    def counting(self, texts, **options):
        batches.append(tuple(texts))
        return encode_queries(self, texts, **options)

    monkeypatch.setattr(type(encoder), "encode_queries", counting)
    suggestions = library.suggest(answer)
    (batch,) = batches
    assert len(suggestions) > 1
    assert set(suggestions) <= set(batch)


CAFE = """\
# Kettle cafe

The cafe opens at eight.

Cakes are baked by Lena every morning.

The terrace has twelve tables.
"""


def test_no_topic_is_told_that_changes_nothing(seeds, write, index, encoder):
    write({"cafe.md": CAFE})
    build_index(seeds, index, encoder)
    before = [Turn(question="when does the cafe open", answer="The cafe opens at eight.")]
    with open_index(index, encoder) as opened:
        fresh = opened.ask("who bakes the cakes", history=before)
        assert said(fresh) == "Cakes are baked by Lena every morning."
        assert fresh.understood_as is None
        assert "cafe" in opened.ask("is it open", history=before).understood_as
