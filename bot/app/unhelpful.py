"""What people have marked unhelpful in a server, for those who may give it its place back."""

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.app.gaps import group_by_meaning
from bot.app.gaps_csv import inert
from bot.app.protocols import Embed
from bot.storage.voting import CastVote
from retrieval.answering.likeness import SAME_MEANING
from retrieval.answering.votes import weigh
from retrieval.domain import Vote

__all__ = ["MarkedPassage", "marked_csv", "marked_passages"]

_COLUMNS = ("server", "question", "document", "sentence", "unhelpful", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """A passage that people have marked unhelpful for questions of one meaning."""

    server: int
    question: str
    """The latest wording."""
    path: str
    """Its document."""
    quote: str
    """Its first sentence, on one line."""
    by: int
    """How many find it unhelpful."""
    is_last: bool
    """Whether it comes last for such questions."""
    answers: tuple[str, ...]
    """The ids of the answers that were voted on, the latest first."""


def marked_passages(votes: Sequence[CastVote], embed: Embed) -> tuple[MarkedPassage, ...]:
    """List what is marked, what comes last first; takes as long as embedding the questions.

    Args:
        votes: The latest first; those of several servers have nothing to do with each other.
        embed: Compares the meanings of questions.
    """
    by_passage: dict[object, list[CastVote]] = defaultdict(list)
    for one in votes:
        by_passage[one.server, one.vote.path, one.vote.sentences].append(one)
    found = []
    for own in by_passage.values():
        if all(one.vote.helpful for one in own):
            continue
        vectors = embed([one.vote.question for one in own])
        for group in group_by_meaning(vectors, SAME_MEANING):
            marked = _marked([own[place] for place in group])
            found += [marked] if marked is not None else []
    return tuple(sorted(found, key=lambda one: (not one.is_last, -one.by)))


def _marked(votes: Sequence[CastVote]) -> MarkedPassage | None:
    """Weigh the votes on one passage for one question, the latest first."""
    latest: dict[int, Vote] = {}
    for one in votes:
        latest.setdefault(one.vote.voter, one.vote)
    mark = weigh(list(latest.values()))
    if mark is None:
        return None
    about = votes[0].vote
    return MarkedPassage(
        server=votes[0].server,
        question=about.question,
        path=about.path,
        quote=" ".join(about.sentences[0].split()) if about.sentences else "",
        by=mark.by,
        is_last=mark.is_last,
        answers=tuple(one.answer_id for one in votes),
    )


def marked_csv(marked: Sequence[MarkedPassage]) -> str:
    """Write what is marked as CSV, a line each; nothing in it is a formula to a spreadsheet."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for one in marked:
        said = (one.question, one.path, one.quote)
        last = "yes" if one.is_last else "no"
        table.writerow((one.server, *map(inert, said), one.by, last))
    return written.getvalue()
