"""Which questions a document pins answers to."""

from retrieval.answering.pinned.pins import read_pins
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder


def test_headings_of_one_level_are_wordings_and_there_is_an_end_to_them(seeds, write, index):
    many = "".join(f"## Number {number}?\n\nIt is {number}.\n\n" for number in range(302))
    text = f"# Pinned\n\n## Where?\n## Which place?\n\nHere. And there.\n\n> Quoted.\n\n{many}"
    write({"pinned.md": text})
    build_index(seeds, index, HashEncoder())
    reader = open_store(index).open()
    view = IndexView(reader)
    pins = list(read_pins(view.documents()[0], view))
    reader.close()
    first, second = pins[0], pins[1]
    assert first.questions == ("Where?", "Which place?")
    assert first.said == ("Here.", "And there.", "Quoted.")
    # Own words and a quotation are no quotation.
    assert not first.is_quotation
    assert second.questions == ("Number 0?",)
    # With the title and the two wordings, 300 headings.
    assert pins[-1].questions == ("Number 296?",)
