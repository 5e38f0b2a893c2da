"""What the packaged model answers from the example document, as its first user would see it."""

from pathlib import Path

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    index = tmp_path_factory.mktemp("example")
    build_index(SEEDS, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


def bold(passage):
    spans = (slice(s.start - passage.start, s.end - passage.start) for s in passage.highlights)
    return " ".join(passage.text[span] for span in spans)


@pytest.mark.parametrize(
    "question",
    [
        "who supplies Azerbaijan's drones",
        "Who supplies Azerbaijan’s drones?",
        "Who supplies drones to Azerbaijan?",
    ],
)
def test_both_suppliers_are_shown_each_once(searcher, question):
    answer = searcher.ask(question)
    told = [bold(passage) for passage in answer.passages]
    assert answer.answered
    assert len(told) == 2
    assert sum("Israeli-made attack drones" in text for text in told) == 1
    assert sum("Turkish-supplied drones" in text for text in told) == 1


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("What percentage of Azerbaijan's weapons come from Israel?", "about 60 percent"),
        ("How much military equipment did Azerbaijan buy from Israel?", "$4.85 billion"),
        ("Who is Efraim Inbar?", "president of the Israel-based think tank"),
        ("What did the Armenian ambassador expect?", "expects Israel to halt arms sales"),
    ],
)
def test_one_fact_is_one_passage(searcher, question, fact):
    answer = searcher.ask(question)
    assert answer.answered
    assert len(answer.passages) == 1
    assert fact in bold(answer.passages[0])


@pytest.mark.parametrize(
    "question",
    ["What is the capital of France?", "How do I bake bread?", "Who painted the Mona Lisa?"],
)
def test_other_questions_are_not_answered(searcher, question):
    answer = searcher.ask(question)
    assert not answer.answered
    assert 1 <= len(answer.passages) <= 3
