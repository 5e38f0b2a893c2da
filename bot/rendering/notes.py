"""What is said of an answer as a whole, a line each, the same through every door."""

from bot.localisation.words import ENGLISH, Words
from retrieval.domain import Answer

__all__ = ["notes_on"]


def notes_on(answer: Answer, words: Words = ENGLISH) -> tuple[str, ...]:
    """Return the lines that stand between the passages and the end; most answers have none.

    They are plain text, parts of which are the asker's or the documents' words: each door makes
    them safe to show.
    """
    if not answer.answered:
        return ()
    notes = []
    if answer.differ:
        notes.append(words.say("differ"))
    missing = [part.question for part in answer.parts if not part.answered]
    if missing:
        notes.append(words.say("parts-missing", questions=" · ".join(missing)))
    return tuple(notes)
