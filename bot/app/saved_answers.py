"""Answers that people teach, as plain files: pure."""

from datetime import UTC, datetime

__all__ = ["saved_answer", "saved_name"]


def saved_name(what: str) -> str:
    """Return the file's name; what is saved of the same place takes its place."""
    return f"answer-{what}.md"


def saved_answer(question: str, text: str, *, link: str | None, at: datetime) -> bytes:
    """Write an answer as Markdown below its question, with where it is from as front matter.

    Args:
        question: What it answers; made one line.
        text: The answer, word for word.
        link: The message that it is from, which the reader then cites; none: it was written for
            this.
        at: When that was written.
    """
    source = f"message: {link}\n" if link is not None else ""
    date = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
    head = f"---\n{source}date: {date}\n---\n\n# {' '.join(question.split())}\n\n"
    return f"{head}{text.strip()}\n".encode()
