"""In a conversation, what has the value that is asked for comes before what only speaks of it."""

from contextlib import closing

import pytest

from retrieval.answering.answer import search
from retrieval.answering.confidence.having import with_value_first
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.ranking.query import Query, encode
from retrieval.store import open_store
from retrieval.testing import HashEncoder

SHOP = """\
# Shop

Lamp oil is sold by the smith. A jar of oil costs 12 crowns.
"""


@pytest.fixture
def first(seeds, write, index):
    write({"shop.md": SHOP})
    encoder = HashEncoder()
    build_index(seeds, index, encoder)
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)

        def ask(question, *topic):
            (alone,) = encode([Query(question="who sells lamp oil?")], encoder, reader.languages)
            found = search(alone, view, limit=5)
            assert view.sentence_text(int(found.rows[0])).startswith("Lamp oil")
            # As near as a follow-up leaves them.
            near = found.raised(
                found.scores[0] - found.scores - 0.01 * (found.scores < found.scores[0])
            )
            put = with_value_first(Query(question=question, topic=topic), near, view)
            return view.sentence_text(int(put.rows[0]))

        yield ask


def test_a_follow_up_that_names_nothing_takes_the_value(first):
    assert first("how much is it?", "lamp", "oil") == "A jar of oil costs 12 crowns."


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who is it?", ("lamp", "oil")),
        ("how much is lamp oil?", ("lamp", "oil")),
        ("how much is it?", ()),
    ],
)
def test_others_keep_their_order(first, question, topic):
    assert first(question, *topic) == "Lamp oil is sold by the smith."
