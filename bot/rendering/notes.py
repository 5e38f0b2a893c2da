"""What is said of an answer as a whole, a line each, the same through every door."""

from retrieval.domain import Answer

__all__ = ["notes_on"]


def notes_on(answer: Answer) -> tuple[str, ...]:
    """Return the lines that stand between the passages and the end; most answers have none.

    They are plain text, parts of which are the asker's or the documents' words: each door makes
    them safe to show.
    """
    missing = [part.question for part in answer.parts if not part.answered]
    if not answer.answered or not missing:
        return ()
    return (f"The documents don't answer: {' · '.join(missing)}",)
