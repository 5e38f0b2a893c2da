"""What is said of a single passage, a line each, the same through every door."""

from retrieval.domain import Passage

__all__ = ["marks_on"]


def marks_on(passage: Passage) -> tuple[str, ...]:
    """Return the lines that stand below a passage; most have none.

    They are plain text, parts of which are the documents' words: each door makes them safe to show.
    """
    marks = []
    if passage.pinned is not None:
        marks.append(f"pinned to “{passage.pinned.question}”")
    if passage.unhelpful:
        marks.append(f"marked unhelpful by {passage.unhelpful:,}")
    return tuple(marks)
