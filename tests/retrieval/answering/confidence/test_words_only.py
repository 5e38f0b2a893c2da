"""What words alone say of the first sentence, in a language that the model doesn't know."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.words_only import lacks_negation, word_evidence
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.store import open_store
from retrieval.testing import HashEncoder

GARDEN = (
    "Der Garten\n\nHunde dürfen in den Garten, wenn sie angeleint sind. Katzen dürfen nicht in "
    "den Garten. Er schließt um acht.\n"
)


@pytest.fixture
def view(seeds, write, index):
    write({"garten.txt": GARDEN, "moor.txt": "Das Moor\n\nIm Moor brüten Kiebitze.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


def rows(view):
    places = (view.within("garten.txt", at, at + 1)[0] for at in map(GARDEN.index, ("Hu", "Ka")))
    return dict(zip(("dogs", "cats"), places, strict=True))


@pytest.mark.parametrize(
    ("question", "row", "lacks"),
    [
        ("Welche Tiere dürfen nicht in den Garten?", "dogs", True),
        ("Welche Tiere dürfen nicht in den Garten?", "cats", False),
        ("Welche Tiere dürfen in den Garten?", "dogs", False),
    ],
)
def test_a_question_with_not_wants_a_sentence_with_one(view, question, row, lacks):
    assert lacks_negation(question, "de", rows(view)[row], view) is lacks
    # Of Lao no negation is known.
    assert not lacks_negation(question, "lo", rows(view)[row], view)


def test_evidence_is_in_shares_of_the_question(view):
    def evidence(question):
        (encoded,) = encode([Query(question=question)], HashEncoder(), view.reader.languages)
        found = rank(encoded, view.reader, view.sentence_text, view.block, foreign=True)
        return word_evidence(Query(question=question), "de", found, view)

    whole = evidence("Dürfen Katzen nicht in den Garten?")
    assert whole.own == pytest.approx(1)
    assert whole.paragraph == pytest.approx(1)
    assert whole.worst == pytest.approx(0)
    assert 0.5 < whole.alike <= 1
    other = evidence("Wie viele Ziegel hat das Dach der Kirche?")
    assert other.own < 0.3
    assert other.alike < 0.3
    assert other.worst > 0.2
