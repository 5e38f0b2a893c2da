"""A citation in words, the same through every door."""

from retrieval.domain import Citation
from retrieval.locators import Section

__all__ = ["lines_of", "name_of", "names_of"]


def lines_of(citation: Citation) -> str:
    """Say where in the file: ``lines 12–14``, ``p. 3``, ``row 41``, ``00:12:31``, ``¶ 2``.

    Empty where the title or the heading above says it already.
    """
    place = citation.place
    above = citation.headings[-1] if citation.headings else citation.title
    return "" if isinstance(place, Section) and place.name == above else place.label


def name_of(citation: Citation) -> str:
    """Say which place in words: ``Title › heading › lines 12–14``."""
    return " › ".join(names_of(citation))


def names_of(citation: Citation) -> tuple[str, ...]:
    """Return the parts of that, from the title to the lines."""
    names = (citation.title, *citation.headings, lines_of(citation))
    return tuple(name for name in names if name)
