"""What a text has said of the people it speaks of, and whose words it quotes.

"Smbatyan said: I was given a verbal promise" answers "what was the ambassador promised" once it
is known that Smbatyan is the ambassador, and the statement of "the office of Israel's president"
is one of Rivlin's, introduced as "Israeli President Reuven Rivlin". Only what the document itself
says a little before is used; nothing of it is shown.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from retrieval.answering.kinds.countries import countries_in
from retrieval.answering.kinds.roles import ROLES
from retrieval.answering.view import IndexView
from retrieval.text.word_patterns import CAPITALISED, POSSESSIVE, SEARCH_WORD

__all__ = ["introductions", "told_by"]

_LOOKED_BACK = 6_000
"""Characters before a paragraph in which its people may have been introduced."""
_LONGEST = 2_000
"""Characters of a paragraph that are looked at."""

_NAME = rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}"
_RUN = re.compile(rf"{CAPITALISED}(?:\s(?:(?:to|of|for)\s(?:the\s)?)?{CAPITALISED}){{1,7}}")
_APPOSED = re.compile(
    rf"(?P<name>{_NAME})(?:,|\s(?:is|was))\s(?:the|an?|its|our|their)\s(?P<what>[^,.;:()\n]{{3,120}})"
)
_SAY = (
    r"(?:said|says|told|tells|added|adds|asked|asks|replied|replies|explained|explains|wrote"
    r"|writes|noted|notes|warned|warns|insisted|insists|argued|argues|stated|states)"
)
_SPEAKER = re.compile(rf"\b{_SAY}\s(?P<behind>{_NAME})|(?P<before>{_NAME})\s{_SAY}\b")
_QUOTATION = re.compile(r"[“„«][^“„«”»]*[”»]|\"[^\"]*\"")
_MENTIONED = re.compile(CAPITALISED)
_OPENS, _CLOSES, _STRAIGHT = "“„«", "”»", '"'


def introductions(row: int, view: IndexView) -> list[str]:
    """Return what the document has said before of those whom a sentence's paragraph speaks of."""
    return list(_spoken_of(_paragraph(row, view), _before(row, view)))


@lru_cache(maxsize=512)
def _spoken_of(paragraph: str, before: str) -> tuple[str, ...]:
    """Return what is introduced of those whom a paragraph speaks of, once each.

    Remembered, since the sentences of a paragraph are asked about one after another.
    """
    known = _introduced(before + paragraph)
    if not known:
        return ()
    mentioned = {_bare(name) for name in _MENTIONED.findall(paragraph)}
    words = {word.casefold() for word in SEARCH_WORD.findall(paragraph)}
    places: frozenset[str] | None = None
    found = []
    for introduced, name, roles in known:
        meant = False
        if name not in mentioned and roles and roles <= words:
            places = countries_in(paragraph) if places is None else places
            meant = not places.isdisjoint(countries_in(introduced))
        if name in mentioned or meant:
            found.append(introduced)
    return tuple(dict.fromkeys(found))


def told_by(row: int, view: IndexView) -> str:
    """Return whose words a quoted sentence is, with what was said of them; else nothing."""
    at = view.place(row)
    block = view.block(row)
    paragraph = _paragraph(row, view)
    if not _quoted(paragraph, at.start - block.start, at.end - block.start):
        return ""
    around = _QUOTATION.sub(" ", paragraph)
    names = {(one["behind"] or one["before"]) for one in _SPEAKER.finditer(around)}
    last = {_bare(name.split()[-1]) for name in names}
    if len(last) != 1:
        return ""
    (speaker,) = last
    told = _introduced(_before(row, view) + paragraph)
    known = [said for said, name, _ in told if name == speaker]
    return " ".join(dict.fromkeys([speaker, *known]))


def _paragraph(row: int, view: IndexView) -> str:
    """Return a sentence's paragraph."""
    block = view.block(row)
    end = min(block.end, block.start + _LONGEST)
    return view.text(view.place(row).document, block.start, end)


def _before(row: int, view: IndexView) -> str:
    """Return what stands before a sentence's paragraph."""
    start = view.block(row).start
    return view.text(view.place(row).document, max(0, start - _LOOKED_BACK), start)


@lru_cache(maxsize=64)
def _introduced(text: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Return each introduction of somebody, the last of their names, and their roles in it.

    Remembered, since a paragraph is asked about whom it speaks of, and who speaks.
    """
    return tuple((said, name, _roles(said)) for said, name in _introductions(text))


def _roles(introduction: str) -> frozenset[str]:
    return ROLES & {word.casefold() for word in SEARCH_WORD.findall(introduction)}


def _introductions(text: str) -> Iterator[tuple[str, str]]:
    for found in _RUN.finditer(text):
        words = found[0].split()
        if any(word.casefold() in ROLES for word in words[:-1]):
            yield found[0], _bare(words[-1])
    for found in _APPOSED.finditer(text):
        yield f"{found['name']} {found['what']}", _bare(found["name"].split()[-1])


def _bare(name: str) -> str:
    return POSSESSIVE.sub("", name)


def _quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text is a quotation or has one."""
    if any(mark in text[start:end] for mark in _OPENS + _CLOSES + _STRAIGHT):
        return True
    before = text[:start]
    depth = sum(before.count(mark) for mark in _OPENS) - sum(map(before.count, _CLOSES))
    return depth > 0 or before.count(_STRAIGHT) % 2 == 1
