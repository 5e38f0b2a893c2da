"""Questions for somebody, and sentences that name nobody and tell of nobody.

"Who teaches the course?" is not answered by "The course begins in May", and "Who is the treasurer?"
not by "Bills go to the treasurer": the role by itself is whom the question asks for.
"""

import re

from retrieval.answering.understanding.definitions import defined, defines
from retrieval.text.rarity import expected_shares
from retrieval.text.somebody import is_somebody
from retrieval.text.word_patterns import WEEKDAYS
from retrieval.text.words import Word, content_stems, read, stems

__all__ = ["asks_for_person", "is_name", "names_new", "tells_of_nobody"]

_WHO = re.compile(
    r"^\W*(?:(?:and|so|but|by|to|from|with|for) )?who(?:m|['’]s)?\b"
    r"(?!\s+(?:can|may|could|must|should|won|wins|needs?|ha[sd]\s+to|have\s+to|gets|counts|(?:is|are|was|were)\s+(?:not\s+)?(?:allowed"
    r"|permitted|able|entitled|eligible|at\s+risk|affected|exempt|welcome|excluded)))(?![^?]*\b(?:for|from|to|of|with|audience)\W*$)",
    re.IGNORECASE,
)
_TELLING = 2
"""Words of a question that tell what somebody did: "who won" may be answered by what came of it."""
_ROLE = re.compile(
    r"^\W*(?:(?:and|so|but) )?who(?:['’]s|\s+(?:is|are|was|were))\s+(?:the|our|your|their|its)\s+"
    r"(?P<role>[^?,]{2,60}?)\W*$",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?[A-Z]\w*")
"""A name that is mostly a place's."""
_DAY = re.compile(
    rf"{WEEKDAYS}|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|winter",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby\s+(?:(?:the|an?|our|its|their|his|her|two|three|four|five|six|both|each|every|all|some"
    r"|many|several)\s|[a-z]+(?:s|men|women|people|children)\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^\W*[A-Z][a-z]+:\s+[a-z]")
"""Somebody's task: "Finn: book the boat house"."""
_HANDLE = re.compile(r"(?<![\w.@])@(?P<name>[A-Za-z_]\w[\w-]*)(?![\w/]|\.\w)")
"""What somebody is called where people write: "thanks to @sirkkuk"; no address, and no package."""


def asks_for_person(question: str) -> bool:
    """Tell whether a question asks who does or did something, or holds an office.

    Not whether it asks who somebody is whom it names.
    """
    if _WHO.match(question) is None:
        return False
    return _ROLE.match(question) is not None or defined(question) is None


def tells_of_nobody(question: str, sentence: str) -> bool:
    """Tell whether a question asks for somebody, and a sentence neither names nor tells of one.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    if not asks_for_person(question):
        return False
    asked = stems(question)
    handles = {found["name"].casefold() for found in _HANDLE.finditer(sentence)}
    if handles - {word.lower for word in read(question)}:
        return False
    if names_new(sentence, asked) or _LABELLED.match(sentence):
        return False
    role = _ROLE.match(question)
    if role is not None:
        # "Who is the donor?" above a reply says nothing of him.
        lines = (one for one in sentence.splitlines() if not one.rstrip().endswith("?"))
        return not _says_who(role["role"], "\n".join(lines))
    if len(content_stems(question)) < _TELLING:
        return False
    told = any(is_somebody(word) and word.stem not in asked for word in read(sentence))
    return not (told or _BY.search(sentence))


def _says_who(role: str, sentence: str) -> bool:
    """Tell whether a sentence says who or what holds a role: "Our treasurer is the baker"."""
    return defines(sentence, content_stems(role)) or _held(role).search(sentence) is not None


def _held(role: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:is|are|was|were|as|become|became)\s+(?:(?:the|an?|our|its|their|your)\s+)?"
        rf"{re.escape(role)}\b|^\W*{re.escape(role)}\s*:",
        re.IGNORECASE,
    )


def names_new(sentence: str, asked: frozenset[str]) -> bool:
    """Tell whether a text, of one line or several, has a name that a question hasn't.

    Names of places and days aside.
    """
    lines = (read(line) for line in _IN_PLACE.sub(_small, sentence).splitlines())
    return any(
        is_name(word, following) and word.stem not in asked
        for said in lines
        for word, following in zip(said, (*said[1:], None), strict=False)
    )


def _small(found: re.Match[str]) -> str:
    return found[0].lower()


def is_name(word: Word, following: Word | None) -> bool:
    """Tell whether a word is part of a name, as far as it and the one behind it can tell."""
    is_number = word.number or any(map(str.isdigit, word.text))
    if not word.text[0].isupper() or word.common or is_number:
        return False
    is_plate = word.text.isupper() and following is not None and following.text[0].isdigit()
    if is_plate or _DAY.fullmatch(word.lower):
        return False
    goes_on = following is not None and following.text[0].isupper()
    return not word.first or goes_on or word.stem not in expected_shares()
