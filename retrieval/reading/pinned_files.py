"""Which files pin answers to questions, told by their names."""

from pathlib import PurePosixPath

__all__ = ["MOST_QUESTIONS", "PINNED_FILE", "SAVED", "is_pinned", "is_saved"]

PINNED_FILE = "pinned.md"
"""In the folder of documents, or in that of a collection."""
SAVED = "answer-"
"""How the name of a file begins that people have taught: one question, one answer."""
MOST_QUESTIONS = 300
"""Headings of a file that are questions: each is encoded when the index is opened anew."""
_DEEPEST = 2
"""Parts of a path: further down, files of these names are documents like any other."""


def is_pinned(path: str) -> bool:
    """Tell whether the headings of a file are questions, to which it pins what stands below."""
    file = PurePosixPath(path)
    return file.name.casefold() == PINNED_FILE and len(file.parts) <= _DEEPEST


def is_saved(path: str) -> bool:
    """Tell whether a file is one answer, pinned to the question that is its title."""
    file = PurePosixPath(path)
    is_markdown = file.name.startswith(SAVED) and file.suffix.casefold() == ".md"
    return is_markdown and len(file.parts) <= _DEEPEST
