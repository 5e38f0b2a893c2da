"""What a sentence misses that an answer must have."""

from contextlib import closing

import pytest

from retrieval.answering.confidence.misses import misses_value
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

NEWS = """\
# Arms

The office of the Finnish president spoke with the Polish leader on Monday.

Finnish President Aino Salo said Finland had bought boats for 4 million euros from Norway.

Norway was accused of sending guards.

Its mill was moved from Frisia in 1888.

Its tower is 14 m high.

The price of bait was lowered in spring.

Boats are let by the hour at the first bridge.

The pond is dredged.

Boats cost 20 crowns.

Nets are mended once. They go to the loft.

- Guards sail.

| Boat | Crew | Start |
|---|---|---|
| Heron | whoever comes | 9:00 |

# Vans

| Van | Seats |
|---|---|
| Otter | 9 |
"""

PEOPLE = """\
PEOPLE

Name: Ada Lund
Tel.: 03 80 55
Zone: north

Name: Bo Vik
Tel.: 03 91 08
Zone: south
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    room = tmp_path_factory.mktemp("misses")
    (room / "seeds").mkdir()
    (room / "seeds" / "news.md").write_text(NEWS)
    (room / "seeds" / "people.txt").write_text(PEOPLE)
    build_index(room / "seeds", room / "index", HashEncoder())
    with closing(open_store(room / "index").open()) as reader:
        yield IndexView(reader)


@pytest.mark.parametrize(
    ("question", "sentence", "misses"),
    [
        ("how many guards did norway send", "Norway was accused", True),
        ("which guards did norway send", "Norway was accused", False),
        # A list may be shown whole, and counted; and so may a table.
        ("how many guards are there", "Guards sail.", False),
        ("how many sail on the heron", "| Heron", False),
        ("where is the pond", "The pond is", True),
        ("where are nets mended", "Nets are", False),
        ("where do guards sail", "Guards sail.", True),
        ("how tall is the mill", "Its mill", True),
        ("how tall is the tower", "Its tower", False),
        ("when was the mill moved", "Its mill", False),
        ("how much does the game cost", "The price of bait", True),
        ("how much does a boat cost", "Boats cost", False),
        ("how much did sweden spend on boats", "Finnish President", True),
        ("how much did finland spend on boats", "Finnish President", False),
        ("how much did Finland spend on boats", "Finnish President", False),
        # A country is named, but nobody.
        ("what is the name of the Polish leader", "The office", True),
        ("who is the president of finland", "Finnish President", False),
        ("who is the swedish president", "Finnish President", True),
        ("who is the norwegian president", "Finnish President", True),
        ("how much does china cost", "Boats cost", False),
        ("when do i have to pay for bait", "The price of bait", False),
        # No time, nobody, and a number that is no sum and no count.
        ("when is the pond dredged", "The pond", True),
        ("who dredges the pond", "The pond", True),
        ("how many ponds are there", "Its mill", True),
        ("how long is the pond", "The pond", True),
        ("when are boats let", "Boats are let", False),
        ("when does the heron finish", "| Heron", True),
        ("when does the heron start", "| Heron", False),
        # A crew is called so by the name of its column, which no word of the row tells.
        ("who sails the heron", "| Heron", False),
        # A figure in a column about something else tells no age.
        ("how old is the otter", "| Otter", True),
        ("how many seats has the otter", "| Otter", False),
        # A record without what is asked of it, and one with it by another word.
        ("what is Ada Lund's address", "Name: Ada", True),
        ("what is Ada Lund's phone number", "Name: Ada", False),
        ("who is Ada Lund", "Name: Ada", False),
    ],
)
def test_what_an_answer_must_have(view, question, sentence, misses):
    (row,) = [
        row
        for row in range(view.reader.info.sentences)
        if view.sentence_text(row).startswith(sentence)
    ]
    assert misses_value(question, row, view) is misses


def test_who_speaks_is_not_whom_he_speaks_of(seeds, write, index):
    write({"talk.txt": "Talk\n\nBo: Who is the donor?\nIda: Forty crowns, no more.\nBo: Thanks.\n"})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        view = IndexView(reader)
        (row,) = [n for n in range(reader.info.sentences) if "Forty" in view.sentence_text(n)]
        assert view.block(row).speaker == "Ida"
        assert misses_value("who is the donor", row, view)
