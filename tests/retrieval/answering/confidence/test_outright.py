"""Sentences that say outright what is asked, and such as only seem to."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.outright import says_outright
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

PAGE = """\
# Kestrel

A logger for glass kilns.

It needs one sensor.

## Messages

Message K-204 means that a sensor is too cold. K-205 comes before a short circuit.
"""


@pytest.fixture
def told(seeds, write, index):
    write({"page.md": PAGE})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        rows = {view.sentence_text(row): row for row in range(reader.info.sentences)}
        yield lambda question, sentence: says_outright(question, rows[sentence], view)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("K204", "Message K-204 means that a sensor is too cold.", True),
        ("what does error K-204 mean?", "Message K-204 means that a sensor is too cold.", True),
        ("K-205", "Message K-204 means that a sensor is too cold.", False),
        ("who invented K-204?", "Message K-204 means that a sensor is too cold.", False),
        ("What is Kestrel?", "A logger for glass kilns.", True),
        ("What is Kestrel?", "It needs one sensor.", False),
        ("What is a sensor?", "A logger for glass kilns.", False),
    ],
)
def test_it(told, question, sentence, expected):
    assert told(question, sentence) is expected
