"""A question together with the topic of its conversation, as one line that is kept with answers."""

import re
from collections.abc import Sequence

__all__ = ["BETWEEN", "split_topics", "with_topic"]

BETWEEN = " · "
"""Between the parts of a question that was several."""

_TOPIC = re.compile(r"(?P<question>.*?) \(about: (?P<topic>.*)\)", re.DOTALL)


def with_topic(question: str, topic: str) -> str:
    """Return the line for a question: ``why? (about: the harbour)``."""
    return f"{question} (about: {topic})"


def split_topics(line: str) -> Sequence[tuple[str, str | None]]:
    """Return the questions of a line, each with its topic; None: it has none."""
    found: list[tuple[str, str | None]] = []
    for part in line.split(BETWEEN):
        match = _TOPIC.fullmatch(part)
        found.append((part, None) if match is None else (match["question"], match["topic"]))
    return found
