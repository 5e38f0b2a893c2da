"""What is said of a single passage, a line each, the same through every door."""

from dataclasses import dataclass

from retrieval.domain import Passage

__all__ = ["Mark", "marks_on"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A line below a passage.

    It is plain text, parts of which are the documents' words: each door makes it safe to show.
    """

    sign: str
    """For doors that show pictures."""
    text: str


def marks_on(passage: Passage) -> tuple[Mark, ...]:
    """Return the lines that stand below a passage; most have none."""
    marks = []
    if passage.pinned is not None:
        marks.append(Mark(sign="📌", text=f"pinned to “{passage.pinned.question}”"))
    if passage.unhelpful:
        marks.append(Mark(sign="👎", text=f"marked unhelpful by {passage.unhelpful:,}"))
    return tuple(marks)
