"""What is said of the thing that somebody asks to be allowed: perhaps the rule for it.

"Am I allowed to post spoilers?" is answered by "Spoilers go behind spoiler tags.", which allows and
forbids nothing in so many words.
"""

import re

from retrieval.answering.confidence.questions import framing
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import content_stems, read

__all__ = ["begins_with_asked"]

_MAY = re.compile(
    r"\W*(?:(?:can|may|could|are|am)\s+(?:i|we|you|one|people)\b|(?:is|are)\s.{1,60}\b(?:allowed"
    r"|permitted|forbidden|ok(?:ay)?|welcome)\b|(?:is|are)\s+there\s+(?:an?y?\s+)?(?:rule|limit)s?\b)",
    re.IGNORECASE,
)
_WHOSE = frozenset("my our your".split())
_BEGINNING = 3
"""Words of a sentence in which its subject stands."""


def begins_with_asked(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence begins with all that a question asks to be allowed, or its synonyms.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if view.place(row).role is not Role.STATEMENT or not _MAY.match(question):
        return False
    words = read(question)
    whose = {word.stem for word in words if word.lower in _WHOSE}
    asked = content_stems(question) - framing(words) - whose
    subject = {word.stem for word in read(view.sentence_text(row))[:_BEGINNING]}
    return bool(asked) and all(one in subject or synonyms(one) & subject for one in asked)
