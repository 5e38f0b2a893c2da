"""Verbatim's own README, asked what somebody new would ask: shown is what answers."""

from pathlib import Path

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

README = Path(__file__).parents[2] / "README.md"

ASKED = [
    ("What is VERBATIM_THRESHOLD?", "Answer only at or above this probability"),
    ("Which version of Python do I need?", "Python 3.11 or newer"),
    ("How do I get a Discord token?", "Reset Token"),
    ("How do I rebuild the index after adding files?", "verbatim index"),
    ("How many days are answers kept?", "VERBATIM_RETENTION_DAYS"),
    ("Does it need privileged intents?", "none that is privileged"),
    ("Can it run without CUDA?", "TORCH_INDEX"),
    ("What does /gaps do?", "questions that nothing answered"),
    ("What is the default of VERBATIM_WORKERS?", "Questions answered at the same time"),
    ("What is the licence?", "MIT licence"),
    ("How large may a file be?", "VERBATIM_MAX_FILE_MB"),
    ("How do I measure it on my own questions?", "verbatim eval FOLDER"),
]


@pytest.fixture(scope="module")
def readme(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("readme")
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "README.md").write_text(README.read_text("utf-8"), "utf-8")
    build_index(seeds, folder / "index", encoder)
    with open_index(folder / "index", encoder) as opened:
        yield opened


@pytest.mark.parametrize(("question", "shown"), ASKED)
def test_the_readme_answers(readme, question, shown):
    answer = readme.ask(question)
    seen = " ".join(" ".join((*one.citation.headings, one.text)) for one in answer.passages)
    assert answer.answered
    assert " ".join(shown.split()) in " ".join(seen.split())
