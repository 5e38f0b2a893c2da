"""Questions for what somebody said, and sentences that give a saying."""

import re
from functools import lru_cache

__all__ = ["asks_for_saying", "gives_saying", "reports", "says_something", "whose_saying"]

_VERB = r"(?:say|said|says|tell|told|state[ds]?|claim(?:s|ed)?|announce[ds]?|promise[ds]?)"
_ASKED = re.compile(
    rf"\bwhat\s+(?:do|does|did|has|have|had)\b.*\b(?:{_VERB}|think|believe|expect)\b|\bwhat\s+(?:was|were)\b.*\b(?:said|told|stated|promised)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"[“”\"„]|\b{_VERB}\s+(?:\w+\s+){{0,3}}?that\b|\baccording\s+to\b", re.IGNORECASE
)
_WHOSE = re.compile(
    r"\bwhat\s+(?:do|does|did)\s+(?:(?:the|this|that|an?|my|our|his|her|their|some)\s+)?"
    r"(?!(?:i|you|he|she|it|we|they|one|this|that)\b)(?P<who>[\w-]+)",
    re.IGNORECASE,
)
_REPORTED = (
    r"(?:say|said|says|tell|told|state[ds]?|claim(?:s|ed)?|announce[ds]?|believe[ds]?|think|thought"
    r"|expect(?:s|ed)?|warn(?:s|ed)?|argue[ds]?|suggest(?:s|ed)?)"
)
_SAYS = re.compile(rf"\b(?:{_VERB}|{_REPORTED})\b", re.IGNORECASE)
_SAY_LAST = re.compile(r"\bsay\W{0,3}$", re.IGNORECASE)


def asks_for_saying(question: str) -> bool:
    """Tell whether a question asks what somebody said, or what a text says."""
    return _ASKED.search(question) is not None


def gives_saying(sentence: str) -> bool:
    """Tell whether a sentence quotes, or reports what was said."""
    return _SAID.search(sentence) is not None


def says_something(sentence: str) -> bool:
    """Tell whether a sentence says that something was said, in whatever words."""
    return _SAYS.search(sentence) is not None


def whose_saying(question: str) -> str | None:
    """Return the word for what or who is asked about with "what does the … say?"."""
    found = _WHOSE.search(question)
    return found["who"].casefold() if found and _SAY_LAST.search(question) else None


def reports(sentence: str, who: str) -> bool:
    """Tell whether a sentence says in so many words that this says something."""
    return _reported_by(who).search(sentence) is not None


@lru_cache(maxsize=64)
def _reported_by(who: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(who)}(?:\s+[\w’'-]+){{0,6}}?\s+{_REPORTED}\b", re.IGNORECASE)
