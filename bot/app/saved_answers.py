"""Answers that people teach, as plain files: pure."""

from datetime import UTC, datetime

from retrieval.domain import Citation, Passage
from retrieval.reading.pinned_files import SAVED

__all__ = ["answer_in", "saved_answer", "saved_name"]


def saved_name(what: str) -> str:
    """Return the file's name; what is saved of the same place takes its place."""
    return f"{SAVED}{what}.md"


def saved_answer(
    question: str, text: str, *, link: str | None = None, at: datetime | None = None
) -> bytes:
    """Write an answer as Markdown below its question, with where it is from as front matter.

    Args:
        question: What it answers; made one line.
        text: The answer, word for word.
        link: The message that it is from, which the reader then cites; none: it was written for
            this, and there is no front matter.
        at: When that message was written.
    """
    lines = [f"message: {link}"] if link is not None else []
    if link is not None and at is not None:
        lines.append(f"date: {at.astimezone(UTC):%Y-%m-%d %H:%M}")
    front = "\n".join(["---", *lines, "---", "", ""]) if lines else ""
    return f"{front}# {' '.join(question.split())}\n\n{text.strip()}\n".encode()


def answer_in(content: bytes, text: str, *, path: str) -> Passage:
    """Return the answer as a passage of the document that `saved_answer` has written.

    Args:
        content: The document.
        text: The answer that is in it.
        path: Its path.
    """
    document, answer = content.decode(), text.strip()
    start, end = len(document) - 1 - len(answer), len(document) - 1
    citation = Citation(
        path=path,
        title="",
        headings=(),
        first_line=document.count("\n", 0, start) + 1,
        last_line=document.count("\n", 0, end) + 1,
    )
    return Passage(
        citation=citation,
        text=answer,
        start=start,
        end=end,
        highlights=(),
        score=0.0,
        media_type="text/markdown",
    )
