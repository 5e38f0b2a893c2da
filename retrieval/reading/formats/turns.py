"""Who speaks in the lines of a chat or a transcript, in the ways that programs and people write it.

A line that only says who speaks, and mostly when, stands above what is said (as Discord, Slack and
transcribers have it); one that begins with a date and a name stands before it (as WhatsApp has it).
One such line may be anything; several, with names that come again, are turns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.reading.formats import line_forms
from retrieval.reading.formats.text_lines import Group, TextLine
from retrieval.text.reported import reports_question

__all__ = ["TurnHead", "find_turns", "with_what_is_said"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:today|yesterday|heute|gestern|(?:last\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|mon|tue|wed|thu|fri|sat|sun)"
)
_DATE = (
    r"(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?\.?"
    rf"|(?:{_DAY},?\s)?\d{{1,2}}(?:st|nd|rd|th|\.)?\s{_MONTH}(?:,?\s\d{{4}})?"
    rf"|(?:{_DAY},?\s)?{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|{_DAY})"
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|UTC|GMT|CES?T)\b)?"
_STAMP = (
    rf"(?P<open>[\[(])?\s?(?:(?P<date>{_DATE})(?:,?\s(?:at\s|um\s|@\s|[-–—|]\s)?|T|,))?{_TIME}"
    r"\s?(?(open)[\])])"
)
_NAME = r"(?P<name>[^\s\d:<>\[\](){}|—–,;!?=\"“”«*][^\n:<>\[\](){}|—–;!?=\"“”«]{0,39}?)"
_NAME_ABOVE = re.compile(
    rf"{_NAME}(?:\s(?:wrote|said|says|posted|schrieb))?(?:\s?[—–|·•:,-]\s?|,?\s{{1,4}}(?:at\s|on\s)?)"
    rf"{_STAMP}\s?(?:\([^()]{{1,20}}\))?:?",
    re.IGNORECASE,
)
_DATED_NAME = re.compile(rf"{_NAME}\s?[—–|·•]\s?\(?(?P<date>{_DATE})\)?:?", re.IGNORECASE)
_TIME_ABOVE = re.compile(rf"{_STAMP}\s?(?:[-–—|·•]\s?)?{_NAME}:?", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    rf"{_STAMP}\s?(?:[-–—|·•]\s?)?(?:<{_NAME}>|{_NAME.replace('name', 'named')}:)(?=\s+\S)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    rf"{_NAME}\s?[—–|·•,-]?\s?{_STAMP}(?::|\s?[-–—|])?(?=\s+\S)", re.IGNORECASE
)
_LABEL = re.compile(r"(?P<name>[^\W\d_][^\n:.!?…;,\"“”]{0,39}):")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<name>[^*_:\n]{1,40})(?::(?P=mark)|(?P=mark):)\s+(?=\S)")
# "**ANN** | Yes.", "**Ann.** Yes.": what parts the two is no part of what is said.
_BOLD_PARTED = re.compile(
    r"(?P<mark>\*\*|__)(?P<name>[^*_:|\n]{1,40}?)(?:\.(?P=mark)|(?P=mark)\s?(?:[|>»–—-]|\.))\s+(?=\S)"
)
_SMALL = re.compile(r"(?P<name>[^\W\d_A-Z][\w.-]{0,24}):(?=\s+\S)")
_SHOUTED = re.compile(r"(?:[^\W\d_a-z][.'’-]?){2,}(?:\s(?:[^\W\d_a-z][.'’-]?)+){0,2}")
_PARTED = re.compile(r"(?P<name>[^\W\d_][\w.'’ -]{0,39}?)\s?(?:[|>»–—]|(?<=\s)-)\s+(?=\S)")
_STOPPED = re.compile(rf"(?P<name>{_SHOUTED.pattern})\.\s+(?=\S)")
# They name parts of a text, a time or a place, and nobody.
_NOBODY = re.compile(
    rf"(?:{_DAY}|{_MONTH}|q|a|question|answer|frage|antwort|notes?|examples?|solutions?|warnings?"
    r"|tips?|summary|chapter|part|act|scene|section|introduction|contents|appendix|ingredients|method"
    r"|preparation|steps?|agenda|present|absent|at|on|from|by|until|room|hall|gate|platform|track"
    r"|error|info|warn|debug|fatal|trace|critical|notice|version|release|v\d\S{0,10}"
    r"|updated|edited|published|posted|date|time|start|end|begin|open|closed?|doors?|lunch|break)"
    r"(?:\s\S{1,20})?",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:the\s)?(?:host|interviewer|moderator|presenter|reporter|speaker|guest|chair|narrator|anchor)"
    r"(?:\s?\d)?",
    re.IGNORECASE,
)
_OF_ALL_LINES = frozenset({"small", "parted", "named"})
"""Forms that much else has: they are turns where nearly every line has them."""
_MOST_NAME_WORDS = 4
_LONGEST_NAME = 40
_FEWEST = 3
_FOLLOWED = 0.7
_MOSTLY = 0.8
_GROUPS_A_TURN = 3
"""Stretches between empty lines that one turn has at most, on an average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnHead:
    """What says who speaks, at the beginning of a line."""

    speaker: str
    length: int
    """Characters of the line, without white space before it, that are no part of what is said."""
    form: str
    """In which of the ways it is written."""
    is_dated: bool = False
    is_alone: bool = False
    """Nothing is said in its line."""


def find_turns(
    groups: Sequence[Sequence[TextLine]], *, labelled: bool = False
) -> dict[int, TurnHead]:
    """Return the heads of the turns of a text, by where their lines start.

    Args:
        groups: The lines between empty lines, none of them empty.
        labelled: Look for ``Ann: Yes.``, too, which plain text has ways of its own for.
    """
    lines = [line for group in groups for line in group]
    for form in (*_FORMS, _named_head) if labelled else _FORMS:
        heads = {line.start: head for line in lines if (head := form(line.words)) is not None}
        if heads and _are_turns(lines, heads, len(groups)):
            return heads
    return {}


def with_what_is_said(groups: Sequence[Group], heads: dict[int, TurnHead]) -> list[Group]:
    """Return the groups of a text, a head that stands alone together with what is below it."""
    joined: list[Group] = []
    for group in groups:
        above = joined[-1] if joined else None
        head = heads.get(above.lines[-1].start) if above else None
        if above and head and head.is_alone and group.lines[0].start not in heads:
            above.lines += group.lines
            above.omitted += group.omitted
        else:
            joined.append(group)
    return joined


def _are_turns(lines: Sequence[TextLine], heads: dict[int, TurnHead], groups: int) -> bool:
    names = Counter(head.speaker for head in heads.values())
    alone = [(line, below) for line, below in pairwise(lines) if _is_alone(line, heads)]
    if lines and _is_alone(lines[-1], heads):
        alone.append((lines[-1], lines[-1]))
    followed = [below for _, below in alone if below.start not in heads]
    if len(followed) < _FOLLOWED * len(alone):
        return False
    if sum(head.is_dated for head in heads.values()) >= _FEWEST - 1:
        return True
    if len(heads) < _FEWEST or max(names.values()) < 2 or len(names) * 4 > len(heads) * 3:
        return False
    if next(iter(heads.values())).form == "time":
        return True
    if next(iter(heads.values())).form in _OF_ALL_LINES and len(heads) < _MOSTLY * len(lines):
        return False
    # "Ingredients:" and "PRICES" come again, too, but stand for less of their text, nobody asks
    # there, and nobody is the host.
    said = [*followed, *(line for line in lines if line.start in heads)]
    is_talk = any(map(_HOST.fullmatch, names)) or any(
        "?" in line.words or reports_question(line.words) for line in said
    )
    return len(names) > 1 and is_talk and len(heads) * _GROUPS_A_TURN >= groups


def _is_alone(line: TextLine, heads: dict[int, TurnHead]) -> bool:
    return line.start in heads and heads[line.start].is_alone


def _timed_head(words: str) -> TurnHead | None:
    """Read a head with a time, as a line of its own or before what is said."""
    bare = words.replace("**", "").replace("__", "")
    for pattern in (_NAME_ABOVE, _TIME_ABOVE, _DATED_NAME):
        if (match := pattern.fullmatch(bare)) and (name := _person(match["name"])):
            return TurnHead(
                speaker=name,
                length=len(words),
                form="time",
                is_dated=match["date"] is not None and pattern is not _DATED_NAME,
                is_alone=True,
            )
    if match := _TIME_BEFORE.match(words):
        name = _person(match["name"] or match["named"])
        begins = match.start("name") - 1 if match["name"] else match.start("named")
        if name and match["date"]:
            # The name stays with what is said.
            return TurnHead(speaker=name, length=begins, form="time")
    if (match := _NAME_BEFORE.match(words)) and (match["open"] or words[match.end() - 1] == ":"):
        name = _person(match["name"])
        if name:
            return TurnHead(speaker=name, length=match.end(), form="time")
    return None


def _bold_head(words: str) -> TurnHead | None:
    """Read a name in bold before what is said, which stays with it."""
    match = _BOLD.match(words)
    name = _person(match["name"]) if match else None
    if match is None or name is None:
        return None
    return TurnHead(speaker=name, length=0, form="bold")


def _bold_parted_head(words: str) -> TurnHead | None:
    """Read a name in bold that a bar, a dash or a full stop parts from what is said."""
    match = _BOLD_PARTED.match(words)
    name = _person(match["name"]) if match else None
    if match is None or name is None:
        return None
    return TurnHead(speaker=name, length=match.end(), form="bold")


def _stopped_head(words: str) -> TurnHead | None:
    """Read a name in capitals with a full stop before what is said: ``ANN. Yes.``."""
    match = _STOPPED.match(words)
    name = _person(match["name"]) if match else None
    if match is None or name is None:
        return None
    return TurnHead(speaker=name, length=match.end(), form="stopped")


def _parted_head(words: str) -> TurnHead | None:
    """Read a name that a bar, an arrow or a dash parts from what is said: ``Ann | Yes.``."""
    match = _PARTED.match(words)
    name = _person(match["name"]) if match else None
    if match is None or name is None:
        return None
    return TurnHead(speaker=name, length=match.end(), form="parted")


def _shouted_head(words: str) -> TurnHead | None:
    """Read a name in capitals on a line of its own."""
    bare = words.rstrip(":").strip("[]*_")
    if len(bare) > _LONGEST_NAME or _SHOUTED.fullmatch(bare) is None or _person(bare) is None:
        return None
    return TurnHead(speaker=bare, length=len(words), form="capitals", is_alone=True)


def _labelled_head(words: str) -> TurnHead | None:
    """Read a name with a colon on a line of its own."""
    match = _LABEL.fullmatch(words.replace("*", ""))
    name = _person(match["name"]) if match else None
    if name is None:
        return None
    return TurnHead(speaker=name, length=len(words), form="label", is_alone=True)


def _small_head(words: str) -> TurnHead | None:
    """Read a name in small letters before what is said, which stays with it."""
    match = _SMALL.match(words)
    name = _person(match["name"]) if match else None
    return None if name is None else TurnHead(speaker=name, length=0, form="small")


def _named_head(words: str) -> TurnHead | None:
    """Read a name and a colon before what is said, which it stays with."""
    name = _person(line_forms.speaker(words) or "")
    return None if name is None else TurnHead(speaker=name, length=0, form="named")


def _person(name: str) -> str | None:
    bare = " ".join(name.split()).strip("-—–,.*_ ")
    if not bare or len(bare.split()) > _MOST_NAME_WORDS or _NOBODY.fullmatch(bare):
        return None
    if not any(map(str.isalpha, bare)) or line_forms.is_unfinished(bare):
        return None
    return bare


_FORMS = (
    _timed_head,
    _bold_head,
    _bold_parted_head,
    _stopped_head,
    _shouted_head,
    _labelled_head,
    _small_head,
    _parted_head,
)
