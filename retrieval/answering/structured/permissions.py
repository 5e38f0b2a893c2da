"""What is said of the thing that somebody asks to be allowed: perhaps the rule for it.

"Am I allowed to post spoilers?" is answered by "Spoilers go behind spoiler tags.", which allows and
forbids nothing in so many words.
"""

import re

from retrieval.answering.confidence.questions import framing
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.words import content_stems, read

__all__ = ["begins_with_asked"]

_MAY = re.compile(
    r"\W*(?:(?:can|may|could|are|am)\s+(?:i|we|you|one|people)\b|(?:is|are)\s.{1,60}\b(?:allowed"
    r"|permitted|forbidden|ok(?:ay)?|welcome)\b|(?:is|are)\s+there\s+(?:an?y?\s+)?(?:rule|limit)s?\b)",
    re.IGNORECASE,
)
_BEGINNING = 3
"""Words of a sentence in which its subject stands."""


def begins_with_asked(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence begins with all that a question asks to be allowed.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if view.place(row).role is not Role.STATEMENT or not _MAY.match(question):
        return False
    asked = content_stems(question) - framing(read(question))
    subject = [word.stem for word in read(view.sentence_text(row))[:_BEGINNING]]
    return bool(asked) and asked <= set(subject)
