"""Words before vectors, in a language that the model doesn't know."""

import pytest

from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query, encode
from retrieval.ranking.rank import rank
from retrieval.store import open_store
from retrieval.testing import HashEncoder

CASTLE = (
    "Die Burg\n\nDie Burg über dem Fluss gehörte den Grafen. Die Burg über dem Fluss brannte 1632 "
    "ab. Vor dem Brand lebten auf der Burg drei Familien. Die Burg gab Rita Holm in Auftrag.\n"
)
MILL = (
    "Die Mühle\n\nDie Wassermühle mahlt Dinkel aus dem Dorf. Sie wird samstags gezeigt. "
    "Ein Wasserrad treibt sie an.\n"
)
MOOR = "Das Moor\n\nIm Moor brüten Kiebitze. Der Steg ist neu.\n"


@pytest.fixture
def first(seeds, write, index):
    write({"burg.txt": CASTLE, "muehle.txt": MILL, "moor.txt": MOOR})
    build_index(seeds, index, HashEncoder())
    reader = open_store(index).open()
    view = IndexView(reader)

    def best(question):
        (encoded,) = encode([Query(question=question)], HashEncoder(), reader.languages)
        assert encoded.language == "de"
        found = rank(encoded, reader, view.sentence_text, view.block, foreign=True)
        assert found.scores.min() >= 0
        return view.sentence_text(int(found.rows[0]))

    yield best
    reader.close()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # All sentences about the castle have its words; one has a year.
        ("Wann verlor der Graf die Burg über dem Fluss?", "1632"),
        ("Wie viele Familien lebten auf der Burg?", "drei Familien"),
        ("Wer gab die Burg in Auftrag?", "Rita Holm"),
        # A part of a compound, and the sentence after the one that names the thing.
        ("Was mahlt die Mühle?", "Dinkel"),
        ("Wann wird die Wassermühle gezeigt?", "samstags"),
    ],
)
def test_the_sentence_that_gives_what_is_asked_for_comes_first(first, question, answer):
    assert answer in first(question)
