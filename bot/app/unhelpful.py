"""What people have marked unhelpful in a server, for those who may give it its place back."""

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.app.gaps import group_by_meaning
from bot.app.gaps_csv import inert
from bot.app.protocols import Embed
from bot.storage.voting import CastVote
from retrieval.answering.likeness import SAME_MEANING
from retrieval.answering.votes import weigh
from retrieval.atomic import write_atomically
from retrieval.domain import Vote
from retrieval.errors import SeedsError
from retrieval.reading.unhelpful_file import UNHELPFUL_FILE, UnhelpfulEntry, write_unhelpful
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["MarkedPassage", "file_for", "keep_for_good", "marked_csv", "marked_passages"]

_COLUMNS = ("server", "question", "document", "sentence", "unhelpful", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """A passage that people have marked unhelpful for questions of one meaning."""

    server: int
    question: str
    """The latest wording."""
    path: str
    """Its document."""
    sentences: tuple[str, ...]
    """Those that were no help, each on one line."""
    by: int
    """How many find it unhelpful."""
    is_last: bool
    """Whether it comes last for such questions."""
    answers: tuple[str, ...]
    """The ids of the answers that were voted on, the latest first."""

    @property
    def quote(self) -> str:
        """The first sentence."""
        return self.sentences[0] if self.sentences else ""


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
        sentences=tuple(" ".join(one.split()) for one in about.sentences),
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


def file_for(path: str) -> str:
    """Return which of the owner's files says something of a document: its collection's own."""
    folder, slash, _ = path.partition("/")
    return f"{folder}{slash}{UNHELPFUL_FILE}" if slash else UNHELPFUL_FILE


def keep_for_good(seeds: Path, marked: Sequence[MarkedPassage]) -> None:
    """Append what comes last to the owner's files, which then no longer depends on votes.

    Args:
        seeds: The folder of documents.
        marked: What is marked; what keeps its place is left out.

    Raises:
        SeedsError: A file is no UTF-8, or can't be written; what stands in it stays.
    """
    entries: dict[str, list[UnhelpfulEntry]] = defaultdict(list)
    for one in marked:
        if one.is_last and one.sentences:
            question = " ".join(one.question.split())
            entry = UnhelpfulEntry(question=question, quotations=one.sentences)
            entries[file_for(one.path)].append(entry)
    for name, own in entries.items():
        _append(seeds / name, write_unhelpful(own))


def _append(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text("utf-8") if file.exists() else ""
        gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
        write_atomically(file, before + gap + text)
    except UnicodeDecodeError:
        raise SeedsError(f"{file} is no UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise SeedsError(
            f"{file} can't be written ({error.strerror})",
            Remedy(RemedyKind.GRANT_WRITE, about=str(file.parent)),
        ) from None
