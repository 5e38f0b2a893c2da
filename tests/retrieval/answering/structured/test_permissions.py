"""A rule that begins with what is asked to be allowed, by whatever word."""

from contextlib import closing

import pytest

from retrieval.answering.structured.permissions import begins_with_asked
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("can i take my car onto the quay", False),
        ("may i bring my car", True),
        ("may i bring a bicycle", False),
    ],
)
def test_a_rule_for_the_same_by_another_word(seeds, write, index, question, begins):
    write({"quay.md": "# Quay\n\nVehicles are left at the gate.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        (row,) = [n for n in range(reader.info.sentences) if "Vehicles" in view.sentence_text(n)]
        assert begins_with_asked(question, row, view) is begins
