"""Noticing that a list is asked for."""

import re
from functools import lru_cache

__all__ = ["asks_for_list", "asks_for_one", "names_several"]

_SINGULAR = (
    r"(?:atlas|basis|bias|bonus|bus|campus|canvas|census|chassis|focus|gas|lens|status|virus|axis)"
)
"""Names of one thing that end like those of several."""
_LIST = re.compile(
    r"^\W*(?:(?:list|name|enumerate|give(?: me)?|show(?: me)?|tell me|write down)\b(?: (?:me|us))?"
    r" (?:(?:all|each|every|the|a list of|some|any|both|of)\b ?)+[\w-]+"
    r"|(?:what|which|who)(?: (?:all|different|various|other|possible|main|kinds? of|types? of|"
    r"sorts? of))* (?:are|were)(?: all)?(?: of)? (?:the|your|our|their|its|some|all)(?: [\w’'-]+)*?"
    rf" (?!{_SINGULAR}\b)[\w-]+(?<!s)s\b"
    r"|(?:what|which)(?: (?:all|different|various|other|kinds? of|types? of|sorts? of))*"
    rf" (?!(?:is|was|does|has|{_SINGULAR})\b)[\w-]+(?<!s)s (?:are there|are available"
    r"|are supported|exist|can|do|does|are (?:allowed|possible|included|offered|required|needed"
    r"|covered)))",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:(?:in|on|at|by|for|from|to|until|till|since|with|of|under) )?"
_REASONS = re.compile(
    rf"^\W*{_PREPOSITION}(?:what|which) (?:\w+ )?(?:reasons|grounds|conditions|circumstances|cases"
    r"|criteria|occasions|situations|purposes|ways)\b",
    re.IGNORECASE,
)
_WHOM = r"(?:(?!(?:it|to|cost|costs|happen|happens|if|when)\b)[\w’'-]+ ){1,3}?"
_KIT = re.compile(
    r"^\W*what (?:else |all |things |items |clothes |gear |equipment |papers |documents )?"
    rf"(?:(?:do|does|should|must|shall|will|would|can|may) {_WHOM}(?:(?:need|have|ought) to )?"
    rf"|(?:is|are|am) {_WHOM}(?:to|(?:supposed|expected|allowed|required|meant) to) "
    r"|(?:to|has to|have to|should|must|needs to) (?:be )?)"
    r"(?:bring|brought|take|taken|pack|packed|wear|worn|carry|carried|have with)\b",
    re.IGNORECASE,
)
"""What one has to have with oneself, hardly ever one thing."""
_SEVERAL = re.compile(
    rf"\W*(?:(?:all|any|the|your|our|and) )*(?:[\w’'-]+ ){{0,2}}?"
    rf"(?!{_SINGULAR}\b)[\w’'-]{{3,}}(?<![su])s\W*",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"^\W*(?:(?:and|so|but) )?{_PREPOSITION}(?:who(?:m|se|['’]s)?|when(?:['’]s)?|where(?:['’]s)?"
    r"|how (?:many|much|often|old|long|far|big|high|large|heavy|tall|fast|late|early|deep|wide|warm"
    r"|soon|strong|hot|cold|expensive|dear|close)"
    r"|(?:what|which) (?!(?:is|was|does|has|do|did|can|could|may|must|should|will|would|have|if|to"
    r"|about)\b)(?:[\w-]*(?:ss|us)|[\w-]*[^\Ws]))\b"
    rf"|^\W*{_PREPOSITION}(?:what|which) {_SINGULAR}\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def asks_for_list(question: str) -> bool:
    """Tell whether a question wants several things named, not one.

    "List all ranks", "what are the opening hours", "which platforms are supported", "on what
    grounds", "what do I have to bring" do; "what is the price" and "which platform is best" don't.
    Remembered, since it is asked of a question several times.

    Args:
        question: Without courtesy.
    """
    return any(one.match(question) for one in (_LIST, _REASONS, _KIT))


def names_several(question: str) -> bool:
    """Tell whether a question only names several things: "fees?", "rental bikes"."""
    return _SEVERAL.fullmatch(question) is not None


def asks_for_one(question: str) -> bool:
    """Tell whether a question wants one thing: "which bike", "who", "how many", "since when".

    "Which bikes" and "how do I" don't.

    Args:
        question: Without courtesy.
    """
    return _ONE.match(question) is not None and not asks_for_list(question)
