"""Stored answers: this version's, earlier ones', and what is none."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.answer_codec import SCHEMA, decode, encode
from retrieval.domain import Answer, Choice, Citation, Confidence, Level, Passage, Span
from retrieval.locators import Lines, Message, Page, Row, Section, Timecode

# As schema 1 wrote it: a page was a field of the citation.
SCHEMA_1 = """{"question":"What burns?","answered":true,
"confidence":{"probability":0.91,"level":"High"},
"passages":[{"citation":{"path":"m.pdf","title":"Manual","headings":["Care"],"first_line":3,
"last_line":3,"page":4},"text":"Oil.","start":10,"end":14,"highlights":[{"start":10,"end":14}],
"score":1.5,"also_in":[{"path":"c.pdf","title":"Copy","headings":[],"first_line":1,"last_line":2,
"page":9}]}],"more":[{"citation":{"path":"m.md","title":"Manual","headings":[],"first_line":3,
"last_line":3,"page":null},"text":"Oil.","start":10,"end":14,"highlights":[],"score":1.0,
"also_in":[]}],"build_id":"b","understood_as":null,"choices":[],"suggestions":["Who trims it?"]}"""
# As schema 2 writes it.
SCHEMA_2 = """{"schema":2,"answer":{"question":"What burns?","answered":true,
"confidence":{"probability":0.91,"level":"High"},
"passages":[{"citation":{"path":"m.pdf","title":"Manual","headings":["Care"],"first_line":3,
"last_line":3,"locator":{"number":4,"unit":"p.","kind":"page"}},"text":"Oil.","start":10,"end":14,
"highlights":[{"start":10,"end":14}],"score":1.5,"also_in":[{"path":"c.pdf","title":"Copy",
"headings":[],"first_line":1,"last_line":2,"locator":{"number":9,"unit":"p.","kind":"page"}}]}],
"more":[{"citation":{"path":"m.md","title":"Manual","headings":[],"first_line":3,"last_line":3,
"locator":null},"text":"Oil.","start":10,"end":14,"highlights":[],"score":1.0,"also_in":[]}],
"build_id":"b","understood_as":null,"choices":[],"suggestions":["Who trims it?"]}}"""

EXPECTED = Answer(
    question="What burns?",
    answered=True,
    confidence=Confidence(probability=0.91, level=Level.HIGH),
    passages=(
        Passage(
            citation=Citation(
                path="m.pdf",
                title="Manual",
                headings=("Care",),
                first_line=3,
                last_line=3,
                locator=Page(number=4),
            ),
            text="Oil.",
            start=10,
            end=14,
            highlights=(Span(start=10, end=14),),
            score=1.5,
            also_in=(
                Citation(
                    path="c.pdf",
                    title="Copy",
                    headings=(),
                    first_line=1,
                    last_line=2,
                    locator=Page(number=9),
                ),
            ),
        ),
    ),
    more=(
        Passage(
            citation=Citation(path="m.md", title="Manual", headings=(), first_line=3, last_line=3),
            text="Oil.",
            start=10,
            end=14,
            highlights=(),
            score=1.0,
        ),
    ),
    build_id="b",
    suggestions=("Who trims it?",),
)


@pytest.mark.parametrize("stored", [SCHEMA_1, SCHEMA_2])
def test_a_recorded_answer_of_every_schema_is_read_alike(stored):
    assert decode(stored) == EXPECTED


def test_every_schema_has_a_recorded_answer():
    assert SCHEMA == 2, "record an answer of the new schema above, and read it in the test above"
    assert json.loads(encode(EXPECTED))["schema"] == SCHEMA


LINES = st.text(max_size=20)
LOCATORS = st.one_of(
    st.none(),
    st.builds(Lines, first=st.integers(1), last=st.integers(1)),
    st.builds(Page, number=st.integers(1), unit=LINES),
    st.builds(Timecode, seconds=st.floats(0, 1e6)),
    st.builds(Row, number=st.integers(1), sheet=st.none() | LINES),
    st.builds(Message, name=LINES, url=st.none() | LINES),
    st.builds(Section, name=LINES),
)
CITATIONS = st.builds(
    Citation,
    path=LINES,
    title=LINES,
    headings=st.lists(LINES, max_size=2).map(tuple),
    first_line=st.integers(1),
    last_line=st.integers(1),
    locator=LOCATORS,
)
SPANS = st.builds(Span, start=st.integers(0), end=st.integers(0))
PASSAGES = st.builds(
    Passage,
    citation=CITATIONS,
    text=LINES,
    start=st.integers(0),
    end=st.integers(0),
    highlights=st.lists(SPANS, max_size=2).map(tuple),
    score=st.floats(allow_nan=False, allow_infinity=False),
    also_in=st.lists(CITATIONS, max_size=2).map(tuple),
)
ANSWERS = st.builds(
    Answer,
    question=LINES,
    answered=st.booleans(),
    confidence=st.builds(
        Confidence, probability=st.floats(0, 1), level=st.sampled_from(tuple(Level))
    ),
    passages=st.lists(PASSAGES, max_size=2).map(tuple),
    more=st.lists(PASSAGES, max_size=1).map(tuple),
    build_id=LINES,
    understood_as=st.none() | LINES,
    choices=st.lists(st.builds(Choice, label=LINES, question=LINES), max_size=2).map(tuple),
    suggestions=st.lists(LINES, max_size=2).map(tuple),
)


@given(answer=ANSWERS)
def test_an_answer_comes_back_as_it_was(answer):
    assert decode(encode(answer)) == answer


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("{}", "question"),
        ("[]", "not an object"),
        ("not json", "Expecting value"),
        ('{"schema":99,"answer":{}}', "schema 99"),
        ('{"schema":0,"answer":{}}', "schema 0"),
        ('{"schema":"2","answer":{}}', "schema 2"),
        ('{"schema":2}', "answer"),
        ('{"passages":["text"]}', "not of schema 1"),
        ('{"schema":1,"passages":[{}]}', "not of schema 1"),
    ],
)
def test_what_is_no_answer_is_a_value_error_that_says_why(stored, said):
    with pytest.raises(ValueError, match=said):
        decode(stored)
