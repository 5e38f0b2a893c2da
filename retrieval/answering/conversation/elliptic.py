"""Follow-ups that only name what else is asked about: "and for children?", "what about maple?"."""

import re

__all__ = ["is_elliptic"]

_ELLIPTIC = re.compile(
    r"\W*(?:(?:and|but|or|so)\b|(?:what|how) about\b|for\b|with\b|in\b|on\b|as\b)"
    r"(?!.*\b(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|may|must)\b)",
    re.IGNORECASE,
)


def is_elliptic(question: str) -> bool:
    """Tell whether a question has no verb, and begins by going on from another."""
    return _ELLIPTIC.match(question) is not None
