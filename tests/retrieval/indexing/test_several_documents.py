"""A file of several documents."""

from dataclasses import replace

from retrieval.answering.searcher import open_index
from retrieval.domain import Block, BlockKind
from retrieval.indexing import plan
from retrieval.indexing.build import build_index
from retrieval.reading import read_file
from retrieval.reading.sentences import read_sentences
from retrieval.testing import HashEncoder
from retrieval.text.sentences.split import split_sentences


def by_paragraphs(data, path, *, reader=None, language=""):
    """Read every paragraph of a file as a document of its own."""
    made = read_file(data, path)
    (whole,) = made.documents
    documents = []
    for number, text in enumerate(data.decode().split("\n\n"), start=1):
        block = Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH)
        name = f"{path}#{number}"
        documents.append(replace(whole, path=name, part=str(number), text=text, blocks=(block,)))
    return replace(made, documents=tuple(documents))


def test_of_a_file_of_several_documents_each_is_one(seeds, write, index, monkeypatch):
    write({"many.txt": "Whales eat krill.\n\n...\n\nThe fire burned for six days."})
    monkeypatch.setattr("retrieval.reading.sentences.read_file", by_paragraphs)
    monkeypatch.setattr(plan, "read_apart", read_sentences)
    monkeypatch.setattr(
        "retrieval.reading.sentences.split_sentences",
        lambda one: () if one.part == "2" else split_sentences(one),
    )
    first = build_index(seeds, index, HashEncoder())
    assert first.added == ("many.txt#1", "many.txt#3")
    assert [one.text for one in first.warnings] == [
        "Its part 2 holds no sentences and was left out."
    ]
    assert build_index(seeds, index, HashEncoder()).build_id == first.build_id
    with open_index(index, HashEncoder()) as searcher:
        assert searcher.text("many.txt#3") == "The fire burned for six days."
        both = searcher.rank("What do whales eat?", document="many.txt", limit=9)
        assert {hit.path for hit in both.hits} == {"many.txt#1", "many.txt#3"}
