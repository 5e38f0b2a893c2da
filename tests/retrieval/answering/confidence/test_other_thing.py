"""What is said of another thing of the same sort than the one that is asked about."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.other_thing import is_of_other_thing
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

CLUB = """\
# The club

## May I keep hens?

Up to six, but no cockerel.

## Are drums allowed in the yard?

In a box.

## My boat leaks

Ask the smith.

## Leaks

Tar helps.

## Who moves us?

Bo does.

## Huts

Senn hut has 24 bunks.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"club.md": CLUB})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


@pytest.mark.parametrize(
    ("question", "lost", "sentence", "other"),
    [
        ("may i keep a pig", {"pig": 0.7}, "Up to six", True),
        ("may i keep my pig", {"pig": 0.7}, "Up to six", True),
        ("may we keep pigs", {"pig": 0.7}, "Up to six", True),
        ("are flutes allowed in the yard", {"flute": 0.7}, "In a box", True),
        ("are flutes allowed in the yard", {"flute": 0.4}, "In a box", False),
        ("my kettle leaks", {"kettl": 0.7}, "Ask the smith", True),
        # A heading that names no thing may mean any.
        ("my kettle leaks", {"kettl": 0.7}, "Tar helps", False),
        # Met well enough it may be another word for it; and so may a verb, or what is said besides.
        ("may i keep a chicken", {"chicken": 0.3}, "Up to six", False),
        ("may i raise hens", {"rais": 0.8}, "Up to six", False),
        ("may i keep hens on a balcony", {"balconi": 0.8, "pig": 0.8}, "Senn hut", False),
        ("who moves the server", {"server": 0.8}, "Bo does", False),
        ("how many bunks does alber hut have", {"alber": 0.7}, "Senn hut", True),
        ("how many bunks does the hut have", {"mani": 0.7}, "Senn hut", False),
        ("is there wifi at senn hut", {"wifi": 0.9}, "Senn hut", True),
        ("do you have any wifi", {"wifi": 0.9}, "Senn hut", True),
        ("is there wifi at senn hut", {"wifi": 0.2}, "Senn hut", False),
        ("is there some sort of bunk at senn hut", {"sort": 0.7}, "Senn hut", False),
        ("is there any kind of wifi", {"wifi": 0.9}, "Senn hut", True),
        ("may i keep a pig", {}, "Up to six", False),
    ],
)
def test_another_thing(view, question, lost, sentence, other):
    rows = range(view.reader.info.sentences)
    (row,) = [row for row in rows if view.sentence_text(row).startswith(sentence)]
    assert is_of_other_thing(question, row, view, lost) is other
