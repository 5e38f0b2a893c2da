"""A question about one version is not answered by what is said of another."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.versions import lacks_version
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

NEWS = """\
# News

## v3.1.2 (30 January 2024)

The lamp dims by itself.

Since version 2.0 it needs a sensor.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"news.md": NEWS})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("what is new in v3.1.2", "The lamp dims by itself.", False),
        ("what is new in version 3.1", "The lamp dims by itself.", False),
        ("what is new in v3.3", "The lamp dims by itself.", True),
        ("what changed in version 2.0", "Since version 2.0 it needs a sensor.", False),
        ("what is new in v3.3 since v3.1", "The lamp dims by itself.", False),
        ("when was 3.1.3 released", "The lamp dims by itself.", True),
        ("when did 3.1 come out", "The lamp dims by itself.", False),
        ("does the lamp dim to 3.3 volts", "The lamp dims by itself.", False),
    ],
)
def test_the_version_that_is_asked_about(view, question, sentence, lacks):
    rows = {view.sentence_text(row): row for row in range(view.reader.info.sentences)}
    assert lacks_version(question, rows[sentence], view) is lacks
