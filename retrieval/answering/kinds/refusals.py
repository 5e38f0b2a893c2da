"""Questions why something is not so, and sentences that say that it isn't.

"Why won't Israel stop selling weapons?" is no question for "Israel will stop supplying weapons",
which has all of its words and says the opposite.
"""

import re

from retrieval.text.words import read

__all__ = ["asks_why_not", "denies"]

_ASKED = re.compile(
    r"\bwhy\s+(?:(?:is|are|was|were|do|does|did|will|would|can|could|should|has|have|had)\s+(?:\w+\s+){0,4}?not"
    r"|\w+n['’]t|(?:\w+\s+){1,4}?(?:refuse[sd]?|can(?:no|['’])t))\b",
    re.IGNORECASE,
)


def asks_why_not(question: str) -> bool:
    """Tell whether a question asks why something is not so or isn't done."""
    return _ASKED.search(question) is not None


def denies(sentence: str) -> bool:
    """Tell whether a sentence says that something is not so."""
    return any(word.negates for word in read(sentence))
