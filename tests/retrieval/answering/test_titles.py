from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.titles import Titles
from retrieval.text.words import content_stems

WORDS = st.lists(st.sampled_from(["tapes", "boats", "retention", "the", "handbook"]), max_size=4)


def test_half_of_a_title_names_it():
    names = ["Retention of tapes", "Tapes", "Boats and oars of the club", ""]
    titles = Titles(SimpleNamespace(id=at, title=name) for at, name in enumerate(names))
    assert titles.named_in(content_stems("how long are tapes kept")) == [0, 1]
    assert titles.named_in(content_stems("which boats are there")) == []
    assert titles.named_in(content_stems("the boats of the club")) == [2]


@given(st.lists(WORDS, max_size=6), WORDS)
def test_it_is_as_if_all_were_looked_at(names, question):
    documents = [
        SimpleNamespace(id=at, title=" ".join(words).title()) for at, words in enumerate(names)
    ]
    wanted = content_stems(" ".join(question))
    expected = [
        one.id
        for one in documents
        if (title := content_stems(one.title)) & wanted and 2 * len(title & wanted) >= len(title)
    ]
    assert Titles(documents).named_in(wanted) == expected
