"""A citation in words, the same through every door."""

from retrieval.domain import Citation

__all__ = ["lines_of", "name_of"]


def lines_of(citation: Citation) -> str:
    """Say where in the file: ``line 12``, ``lines 12–14``, or with a page ``p. 3``."""
    if citation.page is not None:
        return f"p. {citation.page}"
    if citation.first_line == citation.last_line:
        return f"line {citation.first_line}"
    return f"lines {citation.first_line}–{citation.last_line}"


def name_of(citation: Citation) -> str:
    """Say which place in words: ``Title › heading › lines 12–14``."""
    return " › ".join((citation.title, *citation.headings, lines_of(citation)))
