"""Twenty-two questions about the article that ships: fifteen it answers, seven it doesn't."""

from pathlib import Path

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    index = tmp_path_factory.mktemp("article")
    build_index(SEEDS, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


def first_quotation(answer) -> str:
    passage = answer.passages[0]
    return " ".join(
        passage.text[span.start - passage.start : span.end - passage.start]
        for span in passage.highlights
    )


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who did Reuven Rivlin speak with on the phone?", "his Armenian counterpart"),
        ("Who is the Armenian Ambassador to Israel?", "Armen Smbatyan"),
        ("Who is the president of the Jerusalem Institute for Strategy and Security?", "Inbar"),
        ("Who is the president of Azerbaijan?", "President Ilham Aliyev"),
        ("Which country supplied the Turkish drones?", "Turkish-supplied drones"),
        (
            "Since when have Azeri and Armenian forces been locked in deadly clashes?",
            "September 27th",
        ),
        ("When did Azerbaijan buy military equipment from Israel?", "In 2016"),
        ("How much military equipment did Azerbaijan buy from Israel?", "$4.85 billion"),
        ("What share of Azerbaijan's weapons does Israel provide?", "about 60 percent"),
        ("What will Israel stop supplying, according to Smbatyan?", "stop supplying weapons"),
        ("What was the ambassador promised?", "a verbal promise"),
        ("Why must Israel honor its contracts, according to Inbar?", "honor the contracts"),
        ("What did the statement say about relations with Azerbaijan?", "longstanding relations"),
        ("Where did the mercenaries come from?", "northern Syria"),
        ("Where are the Armenian and Azeri forces fighting?", "Nagorno-Karabakh"),
    ],
)
def test_the_article_answers(searcher, question, fact):
    answer = searcher.ask(question)
    assert answer.answered
    assert fact in first_quotation(answer)


@pytest.mark.parametrize(
    "question",
    [
        "How many soldiers did Armenia lose?",
        "Which company builds the drones?",
        "Who won the war?",
        "How long should I bake sourdough bread?",
        "When was Ilham Aliyev born?",
        "What is the population of Baku?",
        "Did Russia send troops to Georgia in 2008?",
    ],
)
def test_the_article_does_not_answer(searcher, question):
    answer = searcher.ask(question)
    assert not answer.answered
