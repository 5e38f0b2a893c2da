"""Words as they are read, however they are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.domain import Block, BlockKind, Document, Span
from retrieval.indexing.contexts import contexts
from retrieval.structure import structure_of
from retrieval.text.mending import mended, omitted_within, sentence_words
from retrieval.text.sentences.split import split_sentences


@pytest.mark.parametrize(
    ("set_as", "read_as"),
    [
        ("was post-\nponed", "was postponed"),
        ("con-\r\n   tractor", "contractor"),
        ("post¬\nponed, post\u00ad\nponed, post‐\nponed", "postponed, postponed, postponed"),
        ("self-\nservice", "self-service"),
        ("state-of-the-\nart", "state-of-the-art"),
        ("Jean-\nPaul", "Jean-Paul"),
        ("the years 1990-\n1995", "the years 1990-\n1995"),
        ("a list -\nand more", "a list -\nand more"),
        ("the oﬃce of the ﬁre ﬂeet", "the office of the fire fleet"),
        ("co\u00adop\u00aderate", "cooperate"),
        ("cafe\u0301", "café"),
    ],
)
def test_words(set_as, read_as):
    assert mended(set_as) == read_as


def test_what_interrupts_is_left_out():
    text = "linked to [p. 1] the <b>mast</b>, not more"
    omitted = [text.index("[p"), text.index("<b>"), text.index("</b>")]
    ranges = [(at, at + size) for at, size in zip(omitted, (6, 3, 4), strict=True)]
    assert " ".join(mended(text, ranges).split()) == "linked to the mast, not more"


@given(st.text("ab-\n é\u00adﬁ<>", max_size=60))
def test_nothing_is_lost_but_what_sets_it(text):
    def letters(words):
        return [c for c in words.replace("ﬁ", "fi") if c.isalnum()]

    assert letters(mended(text)) == letters(text)


def test_ranges_within():
    spans = (Span(start=2, end=4), Span(start=6, end=9), Span(start=20, end=21))
    assert omitted_within(spans, 3, 7) == [(0, 1), (3, 4)]
    assert omitted_within(spans, 4, 6) == []
    assert omitted_within((), 0, 9) == []


TEXT = (
    "The buoy takes the link to be\n\nSato. [Page 1]\n\n"
    "broken and calls for post-\nponed help. Then."
)


@pytest.fixture
def interrupted():
    start = TEXT.index("Sato")
    end = TEXT.index("\n\nbroken")
    block = Block(
        start=0, end=len(TEXT), kind=BlockKind.PARAGRAPH, omitted=(Span(start=start, end=end),)
    )
    return Document(path="a.txt", title="", author=None, text=TEXT, blocks=(block,))


def test_a_sentence_goes_on_behind_what_interrupts_it_and_quotes_it(interrupted):
    first, second = split_sentences(interrupted)
    assert TEXT[first.start : first.end].startswith("The buoy")
    assert TEXT[first.start : first.end].endswith("help.")
    assert TEXT[second.start : second.end] == "Then."


def test_it_is_searched_and_embedded_without_it(interrupted):
    sentences = split_sentences(interrupted)
    words = sentence_words(interrupted, sentences)
    assert " ".join(words[0].split()) == (
        "The buoy takes the link to be broken and calls for postponed help."
    )
    (context,) = contexts(interrupted, sentences, structure_of(interrupted, sentences))
    assert [context.text[start:end] for start, end in context.spans] == words
    assert "Sato" not in context.text
