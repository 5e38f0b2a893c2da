"""Questions for where somebody or something is from, and sentences that say "from" a place.

In "sending mercenaries from northern Syria" nobody *comes*, and it says where they come from.
"""

import re

__all__ = ["asks_for_origin", "names_origin"]

_ASKED = re.compile(
    r"\b(?:where|which\s+\w+|what\s+\w+)\b.*\bfrom\s*\W*$|\bwhere\b.*\b(?:originate[sd]?|stems?)\b"
    r"|\bfrom\s+(?:where|which\s+(?:country|city|place|region))\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?i:from|native\s+of|born\s+in|originat\w+\s+(?:in|from))\s+(?i:the\s+)?(?:[a-z-]+\s+){0,2}?[A-Z]"
)


def asks_for_origin(question: str) -> bool:
    """Tell whether a question asks where somebody or something is from."""
    return _ASKED.search(question) is not None


def names_origin(sentence: str) -> bool:
    """Tell whether a sentence says from what place somebody or something is."""
    return _SAID.search(sentence) is not None
