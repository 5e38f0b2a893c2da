"""The words that a question begins with."""

import re

__all__ = ["ASKING", "QUESTION_WORDS", "asks", "begins_asking"]

QUESTION_WORDS = r"who|whom|whose|what|whats|when|where|which|why|how"
_AUXILIARIES = (
    r"is|isn['’]?t|are|aren['’]?t|was|wasn['’]?t|were|weren['’]?t|do|don['’]?t|does|doesn['’]?t|did|"
    r"didn['’]?t|has|hasn['’]?t|have|had|can|can['’]?t|could|couldn['’]?t|will|won['’]?t|would|"
    r"wouldn['’]?t|should|shouldn['’]?t|may|must|am"
)
_PREPOSITIONS = r"in|on|at|by|for|from|to|with|of|under|about|during|after|before"
ASKING = (
    rf"(?:{QUESTION_WORDS})(?:['’](?:s|re|d|ll))?|{_AUXILIARIES}"
    rf"|(?:{_PREPOSITIONS}) (?:what|which|whom|whose|how)"
)
"""A pattern of the first words of a question, without groups."""

_ASKS = re.compile(rf"^\W*(?:and |but |so |or |then )*(?:{ASKING})\b", re.IGNORECASE)


def asks(sentence: str) -> bool:
    """Tell whether a sentence is a question by its mark or by its first word."""
    return sentence.rstrip(" \t\n\"”’')").endswith("?") or begins_asking(sentence)


def begins_asking(sentence: str) -> bool:
    """Tell whether a sentence begins as a question does."""
    return _ASKS.match(sentence) is not None
