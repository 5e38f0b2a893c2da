"""Questions whether something has to be done, and sentences that say whether.

"Do I have to register?" is answered by "An account is optional.", and not by "Registering takes a
minute.", which has its word.
"""

import re

__all__ = ["asks_whether_needed", "says_whether_needed"]

_ASKED = re.compile(
    r"^\W*(?:and |but |so )?(?:(?:do|does|will|would|must|need|am|are|is|should)\b.{0,60}?"
    r"\b(?:ha(?:ve|s) to|need(?:s|ed)?(?: to)?|requir\w+|mandatory|necessary|compulsory|obligat\w+"
    r"|obliged|supposed to|optional)\b|must (?:i|we|you|one|everyone|everybody|people)\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:optional(?:ly)?|voluntar(?:y|ily)|mandatory|compulsory|obligatory|obligation|unnecessary"
    r"|(?:not|never|isn['’]t|aren['’]t) (?:\w+ )?(?:necessary|required|needed|obliged)"
    r"|need(?:s|ed)? not|needn['’]t|no need|(?:do|does|did)(?: not|n['’]t) (?:have|need) to"
    r"|nobody (?:has|needs) to|free to choose)\b",
    re.IGNORECASE,
)


def asks_whether_needed(question: str) -> bool:
    """Tell whether a question asks if something has to be done or had."""
    return _ASKED.match(question) is not None


def says_whether_needed(sentence: str) -> bool:
    """Tell whether a sentence says in so many words that one has to, or needn't."""
    return _SAYS.search(sentence) is not None
