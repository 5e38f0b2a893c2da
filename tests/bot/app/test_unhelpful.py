"""What is marked, as it is listed: by passage, and by the meaning of the question."""

import csv
import io

import numpy as np

from bot.app.unhelpful import MarkedPassage, marked_csv, marked_passages
from bot.storage.voting import CastVote
from retrieval.domain import Vote

AXES = {"Who?": 0, "By whom?": 0, "When?": 1}


def embed(questions):
    return np.eye(2, dtype=np.float32)[[AXES[one] for one in questions]]


def cast(number, voter, question="Who?", *, server=10, path="a.md", helpful=False, decisive=False):
    vote = Vote(
        question=question,
        path=path,
        sentences=("It was\nAda.", "Then."),
        voter=voter,
        helpful=helpful,
        is_decisive=decisive,
    )
    return CastVote(answer_id=f"id{number}", server=server, channel=1, vote=vote)


def test_votes_on_one_passage_for_one_meaning_are_one_line():
    votes = [
        cast(4, 3, "When?"),
        cast(3, 2, "By whom?"),
        cast(2, 1),
        cast(1, 1, helpful=True),
        cast(0, 9, path="b.md", helpful=True),
    ]
    assert marked_passages(votes, embed) == (
        MarkedPassage(
            server=10,
            question="By whom?",
            path="a.md",
            sentences=("It was Ada.", "Then."),
            by=2,
            is_last=True,
            answers=("id3", "id2", "id1"),
        ),
        MarkedPassage(
            server=10,
            question="When?",
            path="a.md",
            sentences=("It was Ada.", "Then."),
            by=1,
            is_last=False,
            answers=("id4",),
        ),
    )


def test_servers_have_nothing_to_do_with_each_other():
    marked = marked_passages([cast(1, 1), cast(2, 2, server=20)], embed)
    assert {(one.server, one.by, one.is_last) for one in marked} == {
        (10, 1, False),
        (20, 1, False),
    }
    assert marked_passages([], embed) == ()


def test_as_a_table_nothing_is_a_formula():
    (one,) = marked_passages([cast(1, 1, path="=a.md", decisive=True)], embed)
    rows = list(csv.reader(io.StringIO(marked_csv([one]))))
    assert rows == [
        ["server", "question", "document", "sentence", "unhelpful", "last"],
        ["10", "Who?", "'=a.md", "It was Ada.", "1", "yes"],
    ]
