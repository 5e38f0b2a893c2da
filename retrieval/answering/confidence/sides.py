"""Questions who was for something, and sentences that only say who was against it."""

import re

__all__ = ["tells_other_side"]

_SIDE = re.compile(
    r"\bwho\b[^?]{0,40}?\b(?:vot\w+|spoke|speaks?|speaking|argued?|arguing|is|are|was|were|came\s+out|decided)"
    r"\s+(?:(?P<against>against|opposed\s+to)|for|in\s+favou?r\s+of)\b"
    r"|\bwho\s+(?:(?P<opposed>oppose[sd]?|rejected|objected)|supported|backed|approved|favou?red)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|oppos\w+|object\w*|reject\w*|voted\s+no|no\s+votes?|dissent\w*)\b", re.IGNORECASE
)
_FOR = re.compile(
    r"\b(?:for|in\s+favou?r|favou?r\w*|support\w*|back(?:s|ed)|approv\w+|voted\s+yes|agree\w*|unanimous\w*"
    r"|pro)\b",
    re.IGNORECASE,
)


def tells_other_side(question: str, sentence: str) -> bool:
    """Tell whether a question asks who took one side, and a sentence has only the other.

    Args:
        question: One that stands alone.
        sentence: What may answer.
    """
    asked = _SIDE.search(question)
    if asked is None:
        return False
    is_against = asked["against"] is not None or asked["opposed"] is not None
    wanted, other = (_AGAINST, _FOR) if is_against else (_FOR, _AGAINST)
    return other.search(sentence) is not None and wanted.search(sentence) is None
