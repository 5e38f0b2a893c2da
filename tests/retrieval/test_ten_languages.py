"""Two documents in each of ten languages, asked what they say and what they don't.

All lie in one index, with the packaged model, which knows none of these languages.
"""

import json
from pathlib import Path

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

TEXTS = json.loads((Path(__file__).parent / "lighthouse_and_choir.json").read_text("utf-8"))
MOST = 7
"""Of eight questions in each language as many are answered, by the right sentence first."""


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("documents")
    for language, texts in TEXTS.items():
        for name in ("lighthouse", "choir"):
            (folder / f"{language}-{name}.txt").write_text(texts[name], encoding="utf-8")
    index = tmp_path_factory.mktemp("index")
    build_index(folder, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_both_documents_is_found(searcher, language):
    found = {one.language for one in searcher.documents() if one.path.startswith(f"{language}-")}
    assert found == {language}


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_said_is_found_and_answered(searcher, language):
    right, answered = [], []
    for asked in TEXTS[language]["asked"]:
        first = searcher.rank(asked["question"]).hits[0]
        if asked["answer"] in searcher.text(first.path)[first.start : first.end]:
            right.append(asked["question"])
        answer = searcher.ask(asked["question"])
        if answer.answered and not answer.perhaps:
            answered.append(asked["question"])
    assert len(right) >= MOST
    assert len(answered) >= MOST


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_not_said_is_not_answered(searcher, language):
    assert not [one for one in TEXTS[language]["not_said"] if searcher.ask(one).answered]
