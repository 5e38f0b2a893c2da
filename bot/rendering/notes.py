"""What is said of an answer as a whole, a line each, the same through every door."""

from retrieval.domain import Answer

__all__ = ["DIFFER", "notes_on"]

DIFFER = "Your documents don't agree on this: compare the passages and where they are from."


def notes_on(answer: Answer) -> tuple[str, ...]:
    """Return the lines that stand between the passages and the end; most answers have none.

    They are plain text, parts of which are the asker's or the documents' words: each door makes
    them safe to show.
    """
    if not answer.answered:
        return ()
    notes = []
    if answer.differ:
        notes.append(DIFFER)
    missing = [part.question for part in answer.parts if not part.answered]
    if missing:
        notes.append(f"The documents don't answer: {' · '.join(missing)}")
    return tuple(notes)
