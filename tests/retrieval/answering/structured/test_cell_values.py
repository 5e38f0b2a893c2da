"""The row whose name is asked about, where a column tells what the question word asks for."""

from contextlib import closing

import pytest

from retrieval.answering.structured.cell_values import gives_cell
from retrieval.answering.view import IndexView
from retrieval.indexing.build import build_index
from retrieval.store import open_store
from retrieval.testing import HashEncoder

CLUB = """\
# The club

| Boat | Station | Skipper | Departure | Fee |
|---|---|---|---|---|
| Marten | north slip | Ada Lund | Fridays at six | 4 crowns |
| Heron | bay 2 | Bo Vik | Sundays | 9 crowns |

| Offence | 1st occasion | 2nd occasion |
|---|---|---|
| Spam | warning | mute |

| Name | Role | Zone |
|---|---|---|
| Maren | Owner | UTC+1 |
| Otto | Deputy owner | UTC |

| Tool | Colour |
|---|---|
| Saw | red |
"""


@pytest.fixture
def view(seeds, write, index):
    write({"club.md": CLUB})
    build_index(seeds, index, HashEncoder())
    with closing(open_store(index).open()) as reader:
        yield IndexView(reader)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("where is the Marten parked", "Marten"),
        ("where can I find the heron", "Heron"),
        ("who looks after the Heron", "Heron"),
        ("when does the Marten sail", "Marten"),
        ("what does the Heron cost", "Heron"),
        ("what happens the second time I spam", "Spam"),
        ("what happens if i get caught spamming twice", "Spam"),
        ("what happens if i spam someone twice", "Spam"),
        ("who's the owner of the club", "Maren"),
        ("who is the deputy owner", "Otto"),
        ("who is the owner of the ship", None),
        # Nothing in the table tells where it was made, who broke it, or what happens then.
        ("where was the Marten built", None),
        ("who broke the Heron", None),
        ("what happens the third time I spam", None),
        ("what happens the second time I swear", None),
        ("where is the saw kept", None),
        ("where is the Otter kept", None),
    ],
)
def test_a_row_answers_what_its_columns_tell(view, question, name):
    rows = range(view.reader.info.sentences)
    found = [view.sentence_text(row) for row in rows if gives_cell(question, row, view)]
    assert [one.split()[1] for one in found] == ([name] if name else [])
