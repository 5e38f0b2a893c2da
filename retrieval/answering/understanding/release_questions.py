"""Noticing that a question is about a release: when it came, what it changed, which is the latest.

A changelog answers by its layout: the version stands in one line, what was changed below it, and
neither line has the words "released" or "changed" or "latest".
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.text.versions import DOTTED, Version, version_of
from retrieval.text.words import content_stems, read

__all__ = ["ReleaseQuestion", "ReleaseWish", "release_question"]


class ReleaseWish(StrEnum):
    """What can be asked of a release."""

    DATE = "date"
    CHANGES = "changes"
    VERSION = "version"


_VERSION = re.compile(
    rf"(?<![\w.])v?({DOTTED})(?![\w.]*\w)"
    r"|\b(?:version|release|update|patch|season|edition|milestone|sprint|v)\s?(\d{1,4})\b(?!\.\d)",
    re.IGNORECASE,
)
_THING = r"(?:version|release|update|patch|build|firmware|software|driver|bios)"
_LATEST = re.compile(
    rf"\b(?:(?:latest|newest|most recent|last|current)\s+(?:[\w’'-]+\s+){{0,3}}?{_THING}"
    rf"|{_THING}\b.{{0,40}}\b(?:latest|newest|most recent|current))\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:when|(?:what|which|on what|on which) (?:date|day|month|year))\b.*"
    r"\b(?:released?|releasing|c[oa]me out|coming out|published|launched|shipped|available|out"
    r"|dated)\b"
    r"|\brelease date\b|\bdate of (?:the )?release\b|\bhow old is\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\bwhat(?:['’]?s| is| was| are| were| has| have| had| all| else|\s+got| did| does| do)*\b"
    r".{0,60}\b(?:new|change[sd]?|different|fixe[sd]|fix|add|added|adds|removed?|removes|improved?"
    r"|bring|brings|brought|introduced?|contain|contains|included?|includes?)\b"
    r"|\b(?:change ?log|changes|release notes|patch notes|new features|improvements|bug ?fixes)\b"
    r"|^\W*what(?:['’]?s| is| was)(?: all)? in\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:who|why|how (?:do|can|to)|where|which (?:version|release))\b", re.IGNORECASE
)
_WHICH = re.compile(rf"\W*(?:(?:what|which)\b.*)?\b{_THING}\b", re.IGNORECASE)
_KINDS = frozenset(
    word.stem for word in read("fix fixed add added remove removed improve improved")
)
_FRAME = frozenset(
    word.stem
    for word in read(
        """version release released update updates patch build latest newest recent current last
        new change changes changed changelog log different fix fixes fixed bug bugs bugfixes add
        adds added remove removes removed improve improved improvements bring brings brought
        introduce introduced contain contains include includes included feature features come came
        out coming published launched shipped available dated date day month year old notes note
        get got is there was things thing whats what
        game server app application software program tool product mod plugin library package api
        client bot firmware project"""
    )
)
"""What such questions are made of; the words beside them name what is released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseQuestion:
    """A question about one release."""

    wish: ReleaseWish
    version: Version | None
    """None: the latest."""
    about: frozenset[str]
    """Stems of the words that name what is released."""
    kinds: frozenset[str] = frozenset()
    """Stems of the kinds of changes that are asked for; empty: all."""


def release_question(question: str) -> ReleaseQuestion | None:
    """Read a question about a release; None where it is another, or about several.

    Args:
        question: Without courtesy.
    """
    named = list(_VERSION.finditer(question))
    latest = _LATEST.search(question) is not None
    if len(named) > 1 or bool(named) == latest:
        return None
    wish = _wish(question)
    if wish is None or (named and wish is ReleaseWish.VERSION):
        return None
    version = version_of(next(filter(None, named[0].groups()))) if named else None
    rest = _VERSION.sub(" ", question)
    stems = content_stems(rest)
    return ReleaseQuestion(wish=wish, version=version, about=stems - _FRAME, kinds=stems & _KINDS)


def _wish(question: str) -> ReleaseWish | None:
    if _DATE.search(question):
        return ReleaseWish.DATE
    if _NOT_ALL.search(question) is None and _CHANGES.search(question):
        return ReleaseWish.CHANGES
    asks_which = _WHICH.match(question)
    is_bare = _LATEST.search(question) is not None and len(question.split()) <= 4
    return ReleaseWish.VERSION if asks_which or is_bare else None
