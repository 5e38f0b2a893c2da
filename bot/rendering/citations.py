"""A citation in words, the same through every door."""

from retrieval.domain import Citation

__all__ = ["lines_of", "name_of"]


def lines_of(citation: Citation) -> str:
    """Say where in the file: ``line 12``, ``lines 12–14``, or with a page ``p. 3``."""
    return citation.place.label


def name_of(citation: Citation) -> str:
    """Say which place in words: ``Title › heading › lines 12–14``."""
    return " › ".join((citation.title, *citation.headings, lines_of(citation)))
