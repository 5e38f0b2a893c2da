"""What stands under a heading, or behind a label, that only says what kind of thing it is."""

from contextlib import closing

import pytest

from retrieval.answering.structured.kind_headings import is_under_kind, kind_labels
from retrieval.answering.structured.permissions import begins_with_asked
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

EVENT = """\
# Winter hackathon

## Place

The old tram depot.

## Dates

From Friday noon.

## How we got there

By tram.

## Hall

**Height:** nine metres

* **Payment** – in coins
* Weight – two tonnes

## Evening

Present: Ada Lund, Bo Vik

Apologies: Eva Falk

## House rules

1. Spoilers go behind spoiler tags.
2. Please keep dogs on a lead.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"event.md": EVENT})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


def row_of(view, beginning):
    rows = range(view.reader.info.sentences)
    return next(row for row in rows if view.sentence_text(row).startswith(beginning))


@pytest.mark.parametrize(
    ("question", "sentence", "is_under"),
    [
        ("where does the hackathon take place", "The old tram depot.", True),
        ("when does the hackathon start", "From Friday noon.", True),
        ("when does it start", "From Friday noon.", True),
        ("how high is the hall", "**Height:**", True),
        ("can i pay by card at the hall", "**Payment**", True),
        ("how heavy is the hall", "Weight", True),
        ("how wide is the hall", "**Height:**", False),
        ("how high is the tower", "**Height:**", False),
        # Of another kind, or of another thing; or the heading says more.
        ("when does the hackathon start", "The old tram depot.", False),
        ("where does the marathon take place", "The old tram depot.", False),
        ("who attended the meeting", "Present:", True),
        ("who was at the hackathon", "Present:", True),
        ("who took part", "Present:", True),
        ("who didn't come", "Present:", False),
        ("who was absent", "Present:", False),
        ("who was absent", "Apologies:", True),
        ("who did not attend the meeting", "Apologies:", True),
        ("who attended the meeting", "Apologies:", False),
        ("who attended the wedding", "Present:", False),
        ("where is the hackathon", "By tram.", False),
        ("what is the hackathon", "The old tram depot.", False),
    ],
)
def test_the_kind_of_thing_that_is_asked(view, question, sentence, is_under):
    assert is_under_kind(question, row_of(view, sentence), view) is is_under


@pytest.mark.parametrize(
    ("question", "sentence", "begins"),
    [
        ("am i allowed to post spoilers", "Spoilers", True),
        ("can i share spoilers", "Spoilers", True),
        ("are spoilers ok", "Spoilers", True),
        ("what are spoilers", "Spoilers", False),
        ("can i buy spoilers", "Spoilers", False),
        # The rule is about something else that has them.
        ("can i bring a lead", "Please keep", False),
    ],
)
def test_the_rule_for_what_is_asked_to_be_allowed(view, question, sentence, begins):
    assert begins_with_asked(question, row_of(view, sentence), view) is begins


def test_the_value_of_the_kind_that_is_asked_comes_first(view):
    height, roof = row_of(view, "**Height:**"), row_of(view, "The old tram depot.")
    scores = {roof: 0.5, height: 0.45}
    assert kind_labels("how high is the hall", scores, view)[height] > 0.05
    assert kind_labels("how high is the hall", {height: 0.5, roof: 0.45}, view) == {}
    assert kind_labels("how high is the hall", {roof: 0.7, height: 0.45}, view) == {}
    assert kind_labels("what is the hall", scores, view) == {}
