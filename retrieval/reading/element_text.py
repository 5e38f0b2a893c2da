"""The text of an element of XML or HTML."""

from lxml import etree

__all__ = ["text_of", "words_of"]


def text_of(element: etree._Element) -> str:
    """Return all text in an element, as it stands there."""
    return "".join(str(piece) for piece in element.itertext())


def words_of(element: etree._Element) -> str:
    """Return all text in an element on one line."""
    return " ".join(text_of(element).split())
