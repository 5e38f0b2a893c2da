"""What is said of a single passage, a line each, the same through every door."""

from dataclasses import dataclass

from bot.localisation.words import ENGLISH, Words
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


def marks_on(passage: Passage, words: Words = ENGLISH) -> tuple[Mark, ...]:
    """Return the lines that stand below a passage; most have none."""
    marks = []
    if passage.pinned is not None:
        text = words.say("pinned-to", question=passage.pinned.question)
        marks.append(Mark(sign="📌", text=text))
    if passage.unhelpful:
        text = words.say("marked-unhelpful", count=passage.unhelpful)
        marks.append(Mark(sign="👎", text=text))
    return tuple(marks)
