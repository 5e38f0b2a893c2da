"""What an answer must have and a sentence misses, however alike it is to the question.

"How many mercenaries were sent?" is not answered by a sentence that counts nothing, and what
Armenia spends not by what Azerbaijan does. Of some 3,500 questions of squad2-a, zoomfaq-a,
doc2dial-a and softdocs-a, two have the right sentence first and miss something of this kind there.
"""

import re
from itertools import pairwise

from retrieval.answering.confidence.another_one import is_another_one
from retrieval.answering.confidence.bounds import (
    asks_for_bound_or_place,
    tells_other_bound,
    tells_other_place,
)
from retrieval.answering.confidence.moments import lacks_time, tells_other_end
from retrieval.answering.confidence.names import lacks_contact, lacks_name
from retrieval.answering.confidence.persons import asks_for_person, tells_of_nobody
from retrieval.answering.confidence.places import lacks_place
from retrieval.answering.confidence.quantities import lacks_quantity
from retrieval.answering.confidence.questions import Wanted, offers
from retrieval.answering.confidence.sides import tells_other_side
from retrieval.answering.confidence.versions import lacks_version
from retrieval.answering.kinds.countries import countries_in
from retrieval.answering.kinds.roles import RoleQuestion, names_holder, role_question
from retrieval.answering.structured.above import header_cells
from retrieval.answering.structured.meant_kinds import meant_kinds
from retrieval.answering.structured.record_fields import only_names_record
from retrieval.answering.view import IndexView
from retrieval.domain import BlockKind
from retrieval.structure import Role
from retrieval.text.words import content_stems, read, stems

__all__ = ["misses_value"]

_HOW_MANY = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"\bhow\s+(?:old|long)\b", re.IGNORECASE)
_COLUMNS = stems(
    "born built since year founded date age joined made opened minute min hour day week month"
    " duration length until end finish from to time valid"
)
"""Words of a column that tells how old or how long something is."""
_UNNAMED = re.compile(r"(?<![\w.:])\d+(?:[.,:]\d+)?(?=\s*\|)")
"""A cell that is a figure, of what only its column says."""
_HEADS = frozenset({Role.HEADING, Role.HEADER})
_OF_CELLS = frozenset({BlockKind.TABLE, BlockKind.CODE})
_LONGEST = 2_000
"""Characters of a paragraph that are looked at."""


def misses_value(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence can't answer.

    It lacks a number, a price, a time, somebody, or the version or country that is asked about.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if (
        lacks_version(question, row, view)
        or is_another_one(question, row, view)
        or only_names_record(question, row, view)
        or _lacks_person(question, row, view)
        or _lacks_time(question, row, view)
        or _lacks_name(question, row, view)
        or _lacks_place(question, row, view)
    ):
        return True
    sentence = view.sentence_text(row)
    if tells_other_side(question, sentence) or _tells_other(question, row, view):
        return True
    if view.block(row).kind is BlockKind.TABLE:
        return _lacks_cell(question, row, view) or _is_of_others(question, row, view)
    # Of a list the whole may be shown, and be counted.
    is_counted = view.block(row).kind is BlockKind.LIST_ITEM and _HOW_MANY.search(question)
    if not is_counted and lacks_quantity(question, sentence, " ".join(_above(row, view))):
        return True
    return _is_of_others(question, row, view)


def _tells_other(question: str, row: int, view: IndexView) -> bool:
    """Tell whether another bound is said, or another one in a row, than the one asked about."""
    if not asks_for_bound_or_place(question):
        return False
    beside = (*view.block(row).headings[-1:], *_above(row, view), *header_cells(row, view))
    said = " ".join((*beside, view.sentence_text(row)))
    return tells_other_bound(question, said) or tells_other_place(question, said)


def _lacks_cell(question: str, row: int, view: IndexView) -> bool:
    """Tell whether it is asked how old or long a row's thing is, and no column is about that."""
    asked = _HOW_LONG.search(question)
    if asked is None or view.place(row).role is not Role.ROW:
        return False
    called = stems(" ".join(header_cells(row, view)))
    kinds = frozenset().union(*(of for _, of in meant_kinds(question)))
    if called & (kinds | content_stems(question) | _COLUMNS):
        return False
    return lacks_quantity(question, _UNNAMED.sub(" ", view.sentence_text(row)))


def _lacks_person(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a question asks for somebody, and nobody is spoken of or speaks of himself."""
    if not asks_for_person(question):
        return False
    # Under "Who may row it" a "squad" is somebody.
    kinds = frozenset().union(*(called for _, called in meant_kinds(question)))
    if any(stems(cell) & kinds for cell in header_cells(row, view)):
        return False
    return tells_of_nobody(question, "\n".join((*_above(row, view), _spoken(row, view))))


def _lacks_name(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a question asks what somebody or something is called, or how to be reached."""
    if view.block(row).kind is BlockKind.TABLE or view.block(row).speaker:
        return False
    said = "\n".join((*_above(row, view), view.sentence_text(row)))
    return lacks_name(question, said) or lacks_contact(question, said)


def _lacks_time(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a question asks when, and no time is told, or only that of the other end."""
    sentence, above = view.sentence_text(row), view.place(row).introduced_by
    everything = (*view.block(row).headings, *map(view.sentence_text, above), sentence)
    # A column called "Start" tells when something begins, and a heading what it is about.
    beside = [view.sentence_text(one) for one in above if view.place(one).role is not Role.HEADING]
    said = " ".join((*beside, sentence))
    return lacks_time(question, " ".join(everything)) or tells_other_end(question, said)


def _lacks_place(question: str, row: int, view: IndexView) -> bool:
    if view.block(row).kind in _OF_CELLS or view.block(row).speaker:
        return False
    # What a colon ends names no place by it, as "Room: 12" does.
    above = (one.rstrip(": ") for one in _above(row, view))
    if not lacks_place(question, " ".join((*above, view.sentence_text(row)))):
        return False
    # "You may appeal once. Appeals go to the form in the hall." is shown together.
    return all(lacks_place(question, view.sentence_text(one)) for one in view.same_block(row))


def _above(row: int, view: IndexView) -> list[str]:
    """Return what introduces a sentence, headings and the header of a table aside."""
    above = view.place(row).introduced_by
    return [_spoken(one, view) for one in above if view.place(one).role not in _HEADS]


def _spoken(row: int, view: IndexView) -> str:
    """Return a sentence without the name of who speaks; that of a field is no speaker's."""
    words, speaker = view.sentence_text(row), view.block(row).speaker
    is_turn = bool(speaker) and view.place(row).role is not Role.FIELD
    return words.split(f"{speaker}:", 1)[-1] if is_turn else words


def _is_role_elsewhere(sentence: str, asked: RoleQuestion, place: frozenset[str]) -> bool:
    """Tell whether a sentence has the role right behind another country only."""
    before = [
        countries_in(country.text)
        for country, word in pairwise(read(sentence))
        if word.lower == asked.role.split()[0]
    ]
    elsewhere = any(one and place.isdisjoint(one) for one in before)
    return elsewhere and not names_holder(sentence, asked)


def _names_somebody(sentence: str) -> bool:
    """Tell whether a sentence has a name besides those of countries, peoples, days and months."""
    return any(
        word.name and not countries_in(word.text) and not offers(Wanted.TIME, [word])
        for word in read(sentence)
    )


def _is_of_others(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence names countries, and its paragraph none that is asked about."""
    asked = countries_in(question, capitalised=False)
    sentence = view.sentence_text(row)
    said = countries_in(sentence) if asked else frozenset()
    if not said:
        return False
    role = role_question(question)
    if role is not None:
        place = countries_in(role.of, capitalised=False)
        if (place and place.isdisjoint(said)) or not _names_somebody(sentence):
            return True
        if place and _is_role_elsewhere(sentence, role, place):
            return True
    block = view.block(row)
    end = min(block.end, block.start + _LONGEST)
    paragraph = view.text(view.place(row).document, block.start, end)
    above = (*block.headings, *map(view.sentence_text, view.place(row).introduced_by))
    return asked.isdisjoint(countries_in(" ".join((*above, paragraph))))
