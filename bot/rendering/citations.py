"""A citation in words, the same through every door."""

from bot.localisation.words import ENGLISH, Words
from retrieval.domain import Citation
from retrieval.locators import Lines, Page, Row, Section

__all__ = ["lines_of", "name_of", "names_of"]


def lines_of(citation: Citation, words: Words = ENGLISH) -> str:
    """Say where in the file: ``lines 12–14``, ``p. 3``, ``row 41``, ``00:12:31``, ``¶ 2``.

    Empty where the title or the heading above says it already.
    """
    place = citation.place
    above = citation.headings[-1] if citation.headings else citation.title
    if isinstance(place, Section) and place.name == above:
        return ""
    match place:
        case Lines(first=first, last=last) if first == last:
            return words.say("place-line", number=str(first))
        case Lines(first=first, last=last):
            return words.say("place-lines", first=str(first), last=str(last))
        case Page(number=number, unit="p."):
            return words.say("place-page", number=str(number))
        case Page(number=number, unit="slide"):
            return words.say("place-slide", number=str(number))
        case Row():
            return _row(place, words)
        case _:
            return place.label


def _row(place: Row, words: Words) -> str:
    match place.unit:
        case "row":
            row = words.say("place-row", number=str(place.number))
        case "record":
            row = words.say("place-record", number=str(place.number))
        case "cell":
            row = words.say("place-cell", number=str(place.number))
        case unit:
            row = f"{unit} {place.number}"
    return words.say("place-in-sheet", sheet=place.sheet, place=row) if place.sheet else row


def name_of(citation: Citation, words: Words = ENGLISH) -> str:
    """Say which place in words: ``Title › heading › lines 12–14``."""
    return " › ".join(names_of(citation, words))


def names_of(citation: Citation, words: Words = ENGLISH) -> tuple[str, ...]:
    """Return the parts of that, from the title to the lines."""
    names = (citation.title, *citation.headings, lines_of(citation, words))
    return tuple(name for name in names if name)
