"""Questions who may do something, and sentences that say who may.

"Who can apply for a berth?" is answered by "Any resident may apply in writing", and not by what
becomes of a berth.
"""

import re

from retrieval.text.words import stem

__all__ = ["asks_who_may", "says_who_may"]

_MAY = r"(?:may|can|could|(?:is|are)\s+(?:allowed|permitted|entitled|able)\s+to)"
_ASKED = re.compile(
    rf"^\W*(?:(?:and|so|but)\s+)?(?:who|which\s+\w+)\s+{_MAY}\s+(?P<verb>[a-z]+)", re.IGNORECASE
)
_SAID = re.compile(
    rf"\b{_MAY}\s+(?:(?:also|only|then|still|now|always)\s+)?(?P<verb>[a-z]+)", re.IGNORECASE
)


def asks_who_may(question: str) -> str | None:
    """Return the stem of what a question asks who may do; None where it asks something else."""
    found = _ASKED.match(question)
    return stem(found["verb"].casefold()) if found else None


def says_who_may(sentence: str, verb: str) -> bool:
    """Tell whether a sentence says that somebody may do something.

    Args:
        sentence: Any.
        verb: The stem of what.
    """
    return any(stem(found["verb"].casefold()) == verb for found in _SAID.finditer(sentence))
