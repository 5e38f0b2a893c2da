"""What the packaged model, which knows English only, answers in German, Chinese and Russian."""

import pytest

from retrieval.answering.searcher import open_index
from retrieval.indexing.build import build_index

DOCUMENTS = {
    "haus.txt": (
        "Hausordnung\n\nDie Waschküche ist von acht bis zwanzig Uhr geöffnet. Haustiere müssen bei "
        "der Verwaltung angemeldet werden.\n\nDen Hausmeister erreichen Sie montags im Erdgeschoss."
    ),
    "图书馆.txt": (
        "图书馆规则\n\n读者每次最多可以借五本书。逾期还书每天罚款两元。\n\n图书馆星期一不开放。"
    ),
    "правила.txt": (
        "Правила бассейна\n\nБассейн открыт с семи утра. Детям нужен взрослый.\n\n"
        "Шапочку для плавания можно купить в кассе."
    ),
    "parking.txt": (
        "Parking\n\nVisitors park behind the building. A permit costs forty euros a year.\n\n"
        "The gate closes at midnight."
    ),
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory, encoder):
    seeds = tmp_path_factory.mktemp("seeds")
    for name, text in DOCUMENTS.items():
        (seeds / name).write_text(text, encoding="utf-8")
    index = tmp_path_factory.mktemp("languages")
    build_index(seeds, index, encoder)
    with open_index(index, encoder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "path", "words"),
    [
        ("Wann ist die Waschküche geöffnet?", "haus.txt", "acht bis zwanzig"),
        ("Wo muss man ein Haustier anmelden?", "haus.txt", "Haustiere"),
        ("最多可以借几本书?", "图书馆.txt", "五本书"),
        ("逾期还书罚款多少?", "图书馆.txt", "两元"),
        ("Где можно купить шапочку для плавания?", "правила.txt", "кассе"),
        ("What does a permit cost?", "parking.txt", "forty euros"),
    ],
)
def test_each_language_is_answered_from_its_own_document(searcher, question, path, words):
    answer = searcher.ask(question)
    assert answer.answered
    assert answer.passages[0].citation.path == path
    marked = answer.passages[0].highlights[0]
    assert words in searcher.text(path)[marked.start : marked.end]


@pytest.mark.parametrize(
    "question",
    ["Wer hat die Relativitätstheorie entwickelt?", "谁发明了电话?", "Кто написал Войну и мир?"],
)
def test_what_no_document_says_is_not_answered(searcher, question):
    assert not searcher.ask(question).answered
