from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.titles import Titles, numbers_in
from retrieval.text.words import content_stems

WORDS = st.lists(st.sampled_from(["tapes", "boats", "retention", "the", "handbook"]), max_size=4)


def document(at, title, path="a.md"):
    return SimpleNamespace(id=at, title=title, path=path)


def test_half_of_a_title_names_it():
    names = ["Retention of tapes", "Tapes", "Boats and oars of the club", ""]
    titles = Titles(document(at, name) for at, name in enumerate(names))
    assert titles.named_in(content_stems("how long are tapes kept")) == [0, 1]
    assert titles.named_in(content_stems("which boats are there")) == []
    assert titles.named_in(content_stems("the boats of the club")) == [2]


@given(st.lists(WORDS, max_size=6), WORDS)
def test_it_is_as_if_all_were_looked_at(names, question):
    documents = [document(at, " ".join(words).title()) for at, words in enumerate(names)]
    wanted = content_stems(" ".join(question))
    expected = [
        one.id
        for one in documents
        if (title := content_stems(one.title)) & wanted and 2 * len(title & wanted) >= len(title)
    ]
    assert Titles(documents).named_in(wanted) == expected


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("ADR-0031: Queue", "queue.md"),
        ("Queue", "docs/adr-31-queue.md"),
        ("Queue", "docs/ADR_031.md"),
        ("Queue", "adr/0031-queue.md"),
    ],
)
def test_a_document_bears_the_number_of_its_title_its_file_or_its_folder(title, path):
    titles = Titles([document(7, title, path)])
    asked = dict(numbers_in("what became of ADR 031 in 2024?"))
    assert asked == {"ADR 031": "adr-31", "in 2024": "in-2024"}
    assert [titles.numbered(one) for one in asked.values()] == [[7], []]
