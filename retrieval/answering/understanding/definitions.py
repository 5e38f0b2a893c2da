"""Questions for what something is, and sentences that say it."""

import re
from functools import lru_cache
from itertools import pairwise

from retrieval.text.somebody import is_somebody
from retrieval.text.word_patterns import CAPITALISED, TITLES
from retrieval.text.words import content_stems, read

__all__ = ["defined", "defines", "tells_property"]

_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\A\W*(?:what|who)(?:['’]?s|\s+(?:is|are|was|were))\s+(?:(?:a|an|the|this|that)\s+)?"
        r"(?P<thing>[^?]{1,60}?)\W*",
        r"\A\W*what\s+(?:does|do)\s+(?:(?:a|an|the)\s+)?(?P<thing>[^?]{1,60}?)"
        r"\s+(?:mean|stand for|do|represent)\W*",
        r"\A\W*(?:define|explain)\s+(?:(?:a|an|the)\s+)?(?P<thing>[^?]{1,60}?)\W*",
    )
)
_MOST_WORDS = 4
_COPULA = re.compile(
    r"\s+(?:is|are|was|were|means?|refers? to|stands? for|denotes?|represents?)\s", re.IGNORECASE
)
_PROPERTY = re.compile(
    _COPULA.pattern + r"(?:(?:not|also|now|only|still|currently|always)\s+)?"
    r"(?:(?:[a-z]+ed|written|built|made|sold|given|held|kept|shut|found|hidden)"
    r"(?=\W*$|[,;]|\s+(?:under|by|in|into|on|at|from|with|to|for|since|until|and|every|once|twice)\b)"
    r"|(?:in(?! charge)|on|at|from|under|by|near|behind|inside|free|available|open|closed|out|back"
    r"|ready)\b)",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"\b(?i:the|our|my|your|his|her|their|its)\s+(?P<what>(?:[a-z][\w-]{0,30}\s+){1,3})"
    rf"(?P<name>{TITLES}{CAPITALISED}(?:\s{CAPITALISED}){{0,3}})"
)
"""What somebody is, before his name."""
_COMMA = re.compile(r"\s*,\s*")
_NOUN_PHRASE = re.compile(r"(?:the|an?|our|my|your|his|her|their|its)\s+\w", re.IGNORECASE)


@lru_cache(maxsize=256)
def defined(question: str) -> frozenset[str] | None:
    """Return the stems of the thing whose nature is asked; None where something else is.

    "What is Falcon?" asks it, "what is the price of the game" asks for a property of something.
    Remembered, since several rules ask it of one question.

    Args:
        question: Without courtesy.
    """
    for pattern in _ASKED:
        found = pattern.fullmatch(question)
        if found is None:
            continue
        words = read(found["thing"])
        stems = frozenset(word.stem for word in words if not word.common)
        is_one = len(words) <= _MOST_WORDS and not any(word.common for word in words)
        return stems if stems and is_one else None
    return None


def defines(sentence: str, thing: frozenset[str]) -> bool:
    """Tell whether a sentence says what a thing is: by naming it before "is" or its like.

    Or beside what it is, between commas: "The gardener, Mr Dunstan, …", "Mr Dunstan, our gardener",
    "There stood Mr Dunstan, our gardener". Or right before it: "his nephew Bo Dunstan".
    """
    found = _COPULA.search(sentence)
    if found is not None and content_stems(sentence[: found.start()]) == thing:
        return True
    if any(
        content_stems(found["name"]) == thing and is_somebody(read(found["what"])[-1])
        for found in _APPOSED.finditer(sentence)
    ):
        return True
    parts = _COMMA.split(sentence)
    if any(
        _ends_in_name(part, thing) and _NOUN_PHRASE.match(after) for part, after in pairwise(parts)
    ):
        return True
    return any(
        content_stems(part) == thing
        and any(map(_NOUN_PHRASE.match, parts[max(at - 1, 0) : at + 2]))
        for at, part in enumerate(parts)
    )


def _ends_in_name(words: str, thing: frozenset[str]) -> bool:
    """Tell whether words end in the name of a thing: "At the well sat Yara Lind"."""
    name: list[str] = []
    for word in reversed(words.split()):
        if not word[:1].isupper():
            break
        name.append(word)
    return bool(name) and len(name) < len(words.split()) and content_stems(" ".join(name)) == thing


def tells_property(sentence: str) -> bool:
    """Tell whether a sentence says what was done with a thing or where it is, and not what it is.

    "Puffin is published under the ISC licence", "the boat is in the shed".
    """
    found = _COPULA.search(sentence)
    return found is not None and _PROPERTY.match(sentence, found.start()) is not None
