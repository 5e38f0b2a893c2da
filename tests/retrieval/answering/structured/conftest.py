"""A small index of documents whose structure tells more than their words."""

from contextlib import closing

import pytest

from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

HUTS = """\
ALPINE CLUB, HUTS

Hut ........: Upper hut
Keeper .....: Ada Lund
Beds .......: 12

Hut ........: Lower hut
Keeper .....: Bo Vik
Beds .......: 30
"""
BOATS = """\
# Boats

Fines are paid at the counter. The boats, oars and vests are dry.

## What is fined

| What | Fine |
|---|---|
| A wet seat | 3 crowns |
| A lost oar | 9 crowns |

## Order in the harbour

| Offence | First time | Second time |
|---|---|---|
| Wild anchoring | a word | 9 crowns |
| Loud music | a word | a week away |

## Vans

| Van | People | Marks | Radio |
|---|---|---|---|
| Finch | 3 | 8 | no |
| Heron | 8 | 2 | yes |

## Every guest and each visitor must bring

- a towel
- a lamp

## What it costs to be late

| By | Price |
|---|---|
| ten minutes | nothing |
| an hour | 2 crowns |

## Booking

Write your name on the board.

## Getting licensed

1. Fetch the form.
2. Show it to Bo.

Whoever is licensed gets a licensed badge.

## Landing

1. Ring the bell.
2. Throw the rope.

Never throw the anchor.
"""
LETTERS = """\
# Post a letter

All the post of Norway goes by ship. Sailors post nothing themselves.

## Sorting

To post a letter, follow the steps below:

1. Fetch a bag.

   ![A bag](bag.png)

2. Drop it in.
"""
SHIPS = """\
# Ships

To post a letter, follow these steps:

1. Take a sack.
2. Tie it up.

## Limits

| What | Limit |
|---|---|
| Number of bags in a hold | 40 |
| Number of bags | 900 |
| Number of bags and sacks | 2,000 |

## Crew of a ferry

### Papers

- A passport.

## Requirements

- A calm sea.

Papers, maps and charts are ashore.
"""


@pytest.fixture
def view(seeds, write, index):
    write({"huts.txt": HUTS, "boats.md": BOATS, "letters.md": LETTERS, "ships.md": SHIPS})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


@pytest.fixture
def row(view):
    """Find a sentence by its beginning: ``row("Keeper .....: Ada")``."""

    def find(beginning):
        for number in range(view.reader.info.sentences):
            if view.sentence_text(number).startswith(beginning):
                return number
        raise AssertionError(beginning)

    return find
