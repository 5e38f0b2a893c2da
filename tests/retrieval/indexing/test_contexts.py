import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import Block, BlockKind, Document, Sentence
from retrieval.indexing import contexts as module
from retrieval.indexing.contexts import LONGEST
from retrieval.structure import structure_of


def made(*blocks, title="Title", kinds=None):
    """Make a document of blocks, each a list of sentences."""
    text, own, sentences = "", [], []
    for number, block in enumerate(blocks):
        start = len(text)
        for sentence in block:
            text += sentence
            sentences.append(
                Sentence(
                    start=len(text) - len(sentence),
                    end=len(text),
                    first_line=1,
                    last_line=1,
                    block=number,
                )
            )
            text += " "
        kind = kinds[number] if kinds else BlockKind.PARAGRAPH
        own.append(Block(start=start, end=len(text) - 1, kind=kind))
        text += "\n\n"
    document = Document(path="a.txt", title=title, author=None, text=text, blocks=tuple(own))
    return document, sentences


def contexts(document, sentences):
    return module.contexts(document, sentences, structure_of(document, sentences))


def sizes(document, sentences):
    return [len(context.spans) for context in contexts(document, sentences)]


def test_short_paragraphs_are_read_together_and_long_ones_alone():
    document, sentences = made(["a" * 300], ["b" * 150], ["c" * 350, "d" * 100], ["e" * 100])
    # 300 is too little for a context, 300 + 150 is enough; so is the third paragraph by itself.
    assert sizes(document, sentences) == [2, 2, 1]


def test_a_long_paragraph_is_cut_between_sentences_into_equal_parts():
    document, sentences = made([letter * 250 for letter in "abcde"])
    # 1254 characters are two parts; the middle of the third sentence is the middle of them all.
    assert sizes(document, sentences) == [2, 3]


def test_the_end_of_a_paragraph_is_not_read_with_the_next_one():
    document, sentences = made(["a" * 400, "b" * 400, "c" * 90], ["d" * 300])
    assert sizes(document, sentences) == [1, 2, 1]


def test_a_paragraph_is_not_cut_to_be_read_with_a_short_one():
    document, sentences = made(["a" * 350], ["b" * 250, "c" * 250])
    # 350 is too little, but 350 + 500 would be too much.
    assert sizes(document, sentences) == [1, 2]


def test_a_heading_is_read_with_its_paragraph():
    document, sentences = made(["a" * 30], ["b" * 380, "c" * 380])
    assert sizes(document, sentences) == [3]
    document, sentences = made(["a" * 30], ["b" * 400, "c" * 400, "d" * 400])
    assert sizes(document, sentences) == [2, 2]


def test_the_title_is_read_first_unless_it_is_there_already():
    document, sentences = made(
        ["Rollo"], ["He died."], title="Rollo", kinds=[BlockKind.TITLE, BlockKind.PARAGRAPH]
    )
    (context,) = contexts(document, sentences)
    assert context.text.startswith("Rollo ")
    (alone,) = contexts(document, sentences[1:])
    assert alone.text == "Rollo: He died."
    assert alone.text[slice(*alone.spans[0])] == "He died."


def test_nothing_is_nothing():
    document, _ = made(["Only this."])
    assert contexts(document, []) == []


@given(st.lists(st.lists(st.integers(1, 1200), min_size=1, max_size=5), min_size=1, max_size=8))
def test_every_sentence_is_in_one_context_where_it_says_what_it_says(lengths):
    letters = iter("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")
    document, sentences = made(*[[next(letters) * n for n in block] for block in lengths])
    found = contexts(document, sentences)
    read = [context.text[a:b] for context in found for a, b in context.spans]
    assert read == [document.text[s.start : s.end] for s in sentences]
    for context in found:
        span = context.spans[-1][1] - context.spans[0][0]
        # A cut falls between sentences, so half of one may be too much on each side.
        assert span <= LONGEST + 100 + max(end - start for start, end in context.spans)
    assert [context.first for context in found] == [
        sum(len(context.spans) for context in found[:i]) for i in range(len(found))
    ]


@pytest.mark.parametrize("title", ["", "T" * 500])
def test_a_title_is_neither_needed_nor_boundless(title):
    document, sentences = made(["He died."], title=title)
    (context,) = contexts(document, sentences)
    assert len(context.text) <= 110
    assert context.text[slice(*context.spans[0])] == "He died."
