"""Questions what somebody or something is called, and sentences that only speak of it.

"What is the porter's name?" is not answered by "Tell the porter when you come", nor "Which three
languages?" by "in three languages", nor somebody's telephone number by what he does.
"""

import re

from retrieval.answering.confidence.persons import names_new
from retrieval.text.words import Word, read, stems

__all__ = ["lacks_contact", "lacks_name"]

_COMMON = (
    r"(?:file|field|user|host|domain|class|variable|path|branch|folder|column|table|key|package"
    r"|image|display|brand|code|nick)"
)
"""What has a name that is mostly written small."""
_IS = r"(?:['’]s|\s{1,3}(?:is|was|are|were))"
_UNCOMMON = rf"(?![^?]*\b{_COMMON}\s*names?\b)"
_CALLED = re.compile(
    # Of several, or of a sort, what they are called is mostly no name: "defensins", "a sloop".
    r"^\W*(?:(?:and|so|but)\s+)?(?:what|which|who)\b"
    r"(?!\s+(?:are|were)\s|\s+(?:is|was)\s+an?\s)[^?]*\b(?:called|named)\W*$"
    rf"|^{_UNCOMMON}(?:[^?]*\b(?:what|which){_IS}\s|\W*)(?:the\s+)?names?\s+of\s+"
    rf"(?:the|her|his|their|our|its|an?|this|that)\b(?!\s+{_COMMON}\b)"
    rf"|\bwhat{_IS}\s{{1,3}}(?!an?\b){_UNCOMMON}[^?]{{1,60}}?\s"
    r"(?:(?:first|last|full|real|old|family|maiden)\s+)?names?\W*$",
    re.IGNORECASE,
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_WHICH_SO_MANY = re.compile(
    r"^\W*(?:(?:in|at|for|from|on|to)\s+)?"
    rf"(?:which|what\s+are\s+the(?=\s+(?:other\s+)?{_NUMBER}\b))\s+"
    rf"(?:other\s+)?(?:{_NUMBER}\s+)?(?:other\s+)?(?P<of>[a-z]+s|countries|cities)\b",
    re.IGNORECASE,
)
_SAYS_CALLED = re.compile(
    r"\b(?:called|named|known\s+as|term(?:ed)?|nicknamed|baptised|titled)\b|[\"“”„«`*_]\w|:\s",
    re.IGNORECASE,
)
"""What a name may stand behind that is written small."""
_TELEPHONE = re.compile(
    r"\b(?:phone|telephone|mobile|fax|cell)\s+(?:number|no)\b|['’]s\s+extension\b"
    r"|\bextension\s+(?:of|number)\b",
    re.IGNORECASE,
)
_DIALLED = re.compile(r"\d{3,}|\d[\d ()/-]{3,}\d|\b\d{2}\b")
_IN_HOUSE = re.compile(r"\b(?:room|floor|office|building|gate)\s+(?:no\.?\s*)?\d+", re.IGNORECASE)
_MAIL = re.compile(r"\be-?mail\s+address\b", re.IGNORECASE)
_FEW = 2
"""Words between a number and what it counts."""


def lacks_name(question: str, sentence: str) -> bool:
    """Tell whether a question asks for names, and a sentence has none that the question hasn't.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    several = _WHICH_SO_MANY.match(question)
    if several is not None and not _only_counts(several["of"], sentence):
        several = None
    if several is None and _CALLED.search(question) is None:
        return False
    return not (names_new(sentence, stems(question)) or _SAYS_CALLED.search(sentence))


def lacks_contact(question: str, sentence: str) -> bool:
    """Tell whether a question asks for a telephone number or an address, and none is told.

    Args:
        question: One that stands alone.
        sentence: What may answer, with what it is read with.
    """
    if _TELEPHONE.search(question):
        return _DIALLED.search(_IN_HOUSE.sub(" ", sentence)) is None
    return _MAIL.search(question) is not None and "@" not in sentence


def _only_counts(of: str, sentence: str) -> bool:
    """Tell whether a sentence says how many of some things there are, and lists none."""
    words, wanted = read(sentence), stems(of)
    counted = any(
        _is_several(word) and any(other.stem in wanted for other in words[at + 1 : at + 1 + _FEW])
        for at, word in enumerate(words)
    )
    return counted and sentence.count(",") < _FEW


def _is_several(word: Word) -> bool:
    return word.number and word.lower not in {"one", "1"} and "." not in word.text
