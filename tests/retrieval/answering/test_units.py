from contextlib import closing

import pytest

from retrieval.answering.passages import passage
from retrieval.answering.units import spoken, wish_of
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

GUIDE = """\
# Guide

## Where is the code?

Is it in the repository? Is the code there?

## Where is the lamp?

It is in the tower. The tower is closed.
"""

SHEDS = """\
# Sheds

* Upper yard
    1. Saw
        - Owner: Ada
        - Bought: in 2011
    2. Lathe
        - Owner: Bo
        - Bought: in 2013
* Lower yard
    - a ladder
    - a rope

## Vans

| Van | Seats | Colour |
|---|---|---|
| Finch | 3 | red |
| Heron | 8 | blue |

## Opening of the yard

| Day | From |
|---|---|
| Monday | 8:00 |
| Friday | 9:00 |

## Winch

The winch is oiled by hand. Do it like this:

    winch --oil

The chain is greased twice. For grease of the yellow kind, use:

    winch --grease

## Guests

Guests are asked to bring

- a towel
- a lamp

The deposit is kept in full if:

- the yard is left dirty
- the keys are lost
"""

CHAT = """\
ann — 07/03/2025 18:02
does the winch take salt water?

bob — 07/03/2025 18:04
only fresh water. anything else eats the chain

ann — 07/03/2025 18:05
oh dear. it was salt water all summer
"""


@pytest.fixture
def view(seeds, write, index):
    write({"guide.md": GUIDE, "sheds.md": SHEDS, "chat.txt": CHAT})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


def answering(question, sentence, view):
    rows = {view.sentence_text(row): row for row in range(view.reader.info.sentences)}
    return [view.sentence_text(row) for row in spoken(rows[sentence], wish_of(question), view)]


def test_a_short_paragraph_answers_whole_what_stands_above_it(view):
    assert answering("where is the lamp", "It is in the tower.", view) == [
        "It is in the tower.",
        "The tower is closed.",
    ]


def test_what_was_found_is_always_among_what_answers(view):
    found = "Is it in the repository?"
    assert answering("where is the code", found, view) == [found]


def test_of_a_nested_list_one_value_is_marked_and_never_all(view):
    assert answering("who owns the lathe", "Owner: Bo", view) == ["Owner: Bo"]


def test_of_a_nested_list_what_stands_under_the_item_that_is_named(view):
    assert answering("what are the things of the lower yard", "a ladder", view) == [
        "a ladder",
        "a rope",
    ]


def test_of_a_nested_list_what_stands_with_the_sentence_where_nothing_is_named(view):
    found = answering("which things do you list", "Owner: Ada", view)
    assert found == ["Owner: Ada", "Bought: in 2011"]


def test_all_cases_answer_when_something_is_so(view):
    cases = ["the yard is left dirty", "the keys are lost"]
    assert answering("when do I lose my deposit", cases[1], view) == cases
    assert answering("who lost the keys", cases[1], view) == [cases[1]]
    assert answering("when is the winch lost", cases[1], view) == [cases[1]]


def test_a_condition_wants_one_row_of_a_table(view):
    row = "| Heron | 8 | blue |"
    assert answering("which van can take eight people", row, view) == [row]
    assert answering("which van has seats", row, view) == [row]
    assert answering("which vans are there", row, view) == ["| Finch | 3 | red |", row]


def test_all_times_of_a_table_answer_what_its_name_says(view):
    rows = ["| Monday | 8:00 |", "| Friday | 9:00 |"]
    assert answering("when is the yard open", rows[1], view) == rows
    assert answering("when is the yard open for foreigners", rows[1], view) == rows[1:]


def test_a_sentence_that_a_list_ends_is_marked_with_it(view):
    found = "Guests are asked to bring"
    assert answering("what do guests bring", found, view) == [found, "a towel", "a lamp"]


def test_code_is_shown_with_the_sentence_whose_paragraph_only_points_to_it(view):
    found = "The winch is oiled by hand."
    assert answering("how do I oil the winch", found, view) == [
        found,
        "Do it like this:",
        "winch --oil",
    ]
    # What says more than that something follows leads to it by itself.
    found = "The chain is greased twice."
    assert answering("how do I grease the chain", found, view) == [found]


def test_a_reply_is_read_from_where_it_begins(view):
    found = "anything else eats the chain"
    assert answering("what eats the chain", found, view) == ["only fresh water.", found]
    assert answering("which water was it", "it was salt water all summer", view) == [
        "it was salt water all summer"
    ]


def test_a_turn_is_shown_with_who_speaks(view):
    rows = {view.sentence_text(row): row for row in range(view.reader.info.sentences)}
    shown = passage([rows["only fresh water."]], view, score=1.0)
    assert shown.text == CHAT.strip()
    assert [CHAT[one.start : one.end] for one in shown.highlights] == ["only fresh water."]
    assert shown.citation.first_line == 5


def test_steps_told_in_one_paragraph_are_marked_from_the_first_to_the_last(seeds, write, index):
    write({"loom.md": "# Loom\n\nIt is old. First dust it. It is soft. Then wipe it. It shines.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        steps = ["First dust it.", "It is soft.", "Then wipe it."]
        assert answering("how is the loom cleaned", "Then wipe it.", view) == steps
        assert answering("when is the loom wiped", "Then wipe it.", view) == ["Then wipe it."]
        assert answering("how is the loom cleaned", "It shines.", view) == ["It shines."]
