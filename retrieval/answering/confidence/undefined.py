"""Questions for what a thing is, to sentences that don't name it.

"What is fade-to-grey?" is not answered by "`grey=0` is the default", nor "what is a guest pass?" by
"Guests ring the bell": what shares a part of a name is another thing. That holds for what is asked
as a thing, with an article or a name; "what is wifi password" asks for a property, whose sentence
may say "Wi-Fi key".
"""

import re

from retrieval.answering.confidence.evidence import Evidence
from retrieval.text.words import read

__all__ = ["lacks_thing"]

_THING = re.compile(
    r"\A\W*what(?:['’]?s|\s+(?:is|are))\s+(?:(?P<article>an?)\s+)?(?!(?:the|this|that)\s)(?P<thing>\S.*)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\w-\w|[A-Z]|\d")
_MOST_WORDS = 4
_NAMED = 0.6
"""Share of the question found in or near a sentence that names its thing."""


def lacks_thing(question: str, evidence: Evidence) -> bool:
    """Tell whether what a thing is is asked, and neither a sentence nor what is near names it."""
    found = _THING.match(question)
    if found is None or evidence.covered >= _NAMED or not _is_one(found["thing"].split()):
        return False
    if evidence.rare >= 1:  # What no document names may be a slip.
        return False
    return found["article"] is not None or _NAME.search(found["thing"]) is not None


def _is_one(words: list[str]) -> bool:
    """Tell whether words name one thing; "to" between hyphens is part of a name."""
    return len(words) <= _MOST_WORDS and not any(_is_common(word) for word in words)


def _is_common(word: str) -> bool:
    parts = read(word)
    return len(parts) == 1 and parts[0].common
