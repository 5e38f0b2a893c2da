"""How a question is put together, and which sentence fits that: by its object, or by an agent.

Of "where can I take my dog on the ferry" a dog is what matters, and the ferry may be what the whole
document is about; "who winds the clock" is answered by "It is wound by the keeper", behind a
sentence about the clock.
"""

import re

from retrieval.answering.view import IndexView
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import content_stems, stems

__all__ = ["asks_who", "has_object", "names_agent", "object_of"]

_PREPOSITION = (
    r"(?:in|on|at|to|into|onto|from|with|by|near|inside|outside|during|through|across|for|under"
    r"|over|aboard|around|without|after|before|until)"
)
_MAY = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:(?:where|when|until when) )?"
    r"(?:can|may|could|am|are|do|should|must|might)\s+(?:i|we|you|one|people|visitors|guests|members)"
    r"\s+(?:(?:allowed|permitted|supposed|able|have|need) to\s+)?(?:also\s+|still\s+|only\s+)?"
    r"(?!(?:find|get|see|learn|read|look|access|ask|know|buy|order|have)\b)[a-z]+\s+"
    r"(?:(?:my|our|your|a|an|the|any|some|his|her|their)\s+)?"
    rf"(?!{_PREPOSITION}\b)(?P<object>[\w’'-]+(?:\s+(?!{_PREPOSITION}\b)[\w’'-]+)?)"
    rf"\s+{_PREPOSITION}\s+(?:my|our|your|a|an|the|this|that|any|his|her|their)?\s*\w",
    re.IGNORECASE,
)
_WHO = re.compile(r"^\W*(?:and |so )?(?:who|by whom)\b", re.IGNORECASE)
_REFERS = re.compile(r"\W*(?:it|they|this|these|he|she|both)\b", re.IGNORECASE)
_AGENT = re.compile(
    r"\bby\s+(?:(?:the|a|an|our|its|their|his|her)\s+[a-z]|(?:(?:Dr|Mrs?|Ms)\.?\s+)?[A-Z])"
)


def object_of(question: str) -> frozenset[str]:
    """Return the stems of what somebody asks to do something with, somewhere; empty: of nothing.

    "Dog" of "where can I take my dog on the ferry".

    Args:
        question: One that stands alone.
    """
    found = _MAY.match(question)
    return content_stems(found["object"]) if found else frozenset()


def has_object(wanted: frozenset[str], sentence: str) -> bool:
    """Tell whether a sentence has one of some stems, or a synonym of it."""
    said = stems(sentence)
    return any(one in said or synonyms(one) & said for one in wanted)


def asks_who(question: str) -> bool:
    """Tell whether a question asks who does or is something."""
    return _WHO.match(question) is not None


def names_agent(wanted: frozenset[str], row: int, view: IndexView) -> bool:
    """Tell whether a sentence says by whom something is done with what the one before it names.

    Args:
        wanted: The stems of a question who does it.
        row: The sentence.
        view: Where it stands.
    """
    above = row - 1
    if above not in view.same_block(row):
        return False
    words = view.sentence_text(row)
    if not _REFERS.match(words) or not _AGENT.search(words):
        return False
    before = content_stems(view.sentence_text(above))
    # The verb may have another form: winds, wound.
    return len(wanted) > 1 and len(wanted - before - content_stems(words)) <= 1 <= len(
        wanted & before
    )
