"""Questions that say what kind of thing they want: "which news agency did Inbar talk to".

An answer seldom says it: "Inbar spoke with AFP". A sentence that has all the rest, and a name that
the question hasn't, is perhaps one. Of 6,000 questions of squad2-a it changes six, of which two are
answered so.
"""

import re

from retrieval.text.thesaurus import synonyms
from retrieval.text.words import read, stems

__all__ = ["names_one_of_type"]

_TYPE = re.compile(
    r"\W*(?:(?:in|at|with|for|to|on|by|from)\s)?(?:which|what)\s+(?P<type>(?:[\w-]+\s+){1,3}?)"
    r"(?=(?:did|does|do|is|are|was|were|can|has|have|had|will|would)\b)",
    re.IGNORECASE,
)
_FEWEST = 2


def names_one_of_type(question: str, sentence: str) -> bool:
    """Tell whether a sentence has all of a question but the type it asks for, and another name.

    Args:
        question: One that stands alone.
        sentence: The one ranked first.
    """
    asked = _TYPE.match(question)
    if asked is None:
        return False
    words, said = read(question), read(sentence)
    known = frozenset(word.stem for word in words)
    rest = {word.stem for word in words if not word.common} - stems(asked["type"])
    met = stems(sentence)
    if len(rest) < _FEWEST or not all(one in met or synonyms(one) & met for one in rest):
        return False
    return any(word.name and word.stem not in known for word in said)
