"""What is said of one thing is no answer about another of the same sort."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.another_one import is_another_one
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

CAMP = """\
# Camp of Alba and Bell

Dr Alba speaks Welsh.

QX-310 means that the lamp is out.

QX-400 to QX-410 are faults of the pump.

### Ubuntu

Unpack it in the attic.

## Cabin 12

- Beds: four

## Cabins 20 to 30

They have a stove.

## Rooms

Room 101 has a bath.

Seats 4 to 9 are by the window, and row 3 is not.

| Room | Bed |
|---|---|
| 201 | double |

Build 118 (7 August)

Locker 5 is broken. Nobody has opened locker 6.

The freeze for 4.2 is in May.

## Prices

From the third night on, cabin 7 costs less.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"camp.md": CAMP})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("QX-311", "QX-310", True),
        ("what does qx310 mean", "QX-310", False),
        ("what does QX-405 mean", "QX-400", False),
        ("what does ZZ-311 mean", "QX-310", False),
        ("which languages does dr bell speak", "Dr Alba", True),
        ("which languages does Doctor Bell speak", "Dr Alba", True),
        ("which languages does Dr Alba speak", "Dr Alba", False),
        ("what is dr alba's language", "Dr Alba", False),
        ("what is dr albas language", "Dr Alba", False),
        ("what is dr bell's language", "Dr Alba", True),
        ("which doctor speaks irish", "Dr Alba", False),
        ("which languages does Mr Bell speak", "Dr Alba", False),
        ("how many beds has cabin 14", "Beds", True),
        ("how many beds has cabin no. 12", "Beds", False),
        ("how many beds has cabin 25", "They have", False),
        ("is cabin 8 cheaper", "From the third", True),
        ("how do I unpack it on Windows", "Unpack it", True),
        ("how do I unpack it on linux", "Unpack it", False),
        ("can I unpack it on Windows", "Unpack it", False),
        ("how do I unpack it", "Unpack it", False),
        ("can 3 of us sleep there", "Beds", False),
        ("what is in room 103", "Room 101", True),
        ("room 103", "Room 101", True),
        ("does room 101 have a bath", "Room 101", False),
        ("is seat 7 by the window", "Seats 4", False),
        ("where is row 8", "Seats 4", True),
        ("price of room 105", "| 201", True),
        ("price of room 201", "| 201", False),
        ("price of bed 105", "| 201", False),
        ("when is build 119 coming", "Build 118", True),
        ("is locker 6 open", "Locker 5", False),
        ("is locker 7 open", "Locker 5", True),
        ("how do I earn 103 points", "Room 101", False),
        ("when is the freeze for 4.3", "The freeze", True),
        ("when is the freeze for 4.2", "The freeze", False),
        ("and 4.3?", "The freeze", True),
        ("what else happens in 4.3", "Locker 5", False),
    ],
)
def test_another_one(view, question, sentence, other):
    rows = range(view.reader.info.sentences)
    (row,) = [row for row in rows if view.sentence_text(row).startswith(sentence)]
    assert is_another_one(question, row, view) is other
