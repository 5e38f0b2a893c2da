"""Putting a question in its own order that was asked inside of another sentence; in English.

"Could you tell me how much notice I have to give" asks "how much notice do I have to give". The
words are the same and stand otherwise than in questions, from which models have learnt.
"""

import re
from collections.abc import Sequence

__all__ = ["direct"]

_HEADS = frozenset("who whom whose what which when where why how".split())
_PREPOSITIONS = frozenset(
    "in on at by for from to with of until till since under about during after before".split()
)
_BE = frozenset({"is", "are", "was", "were", "am"})
_DO = frozenset({"do", "does", "did"})
_MODALS = frozenset("can could may might must shall should will would".split())
_HAVE = frozenset({"have", "has", "had"})
_AUXILIARIES = _BE | _MODALS | _HAVE | _DO
_PLURAL = frozenset({"i", "we", "you", "they", "people", "u"})
_SINGULAR = frozenset({"he", "she", "it"})
_PRONOUNS = _PLURAL | _SINGULAR | frozenset({"one", "there", "anyone", "anybody", "someone"})
_DETERMINERS = frozenset(
    "the a an my our your his her their its this that these those any some every".split()
)
_RELATIVE = _HEADS | frozenset({"that", "if", "whether"})
_OBJECTS = _DETERMINERS | frozenset({"to", "no", "enough"})
"""What follows "have" where it is a verb of its own."""
_NEEDS = frozenset({"need", "get", "pay", "want", "require"})
_TELLING_WHEN = frozenset({"when", "where", "how"})
_TIMES = frozenset({"time", "day", "date", "hour", "month", "year"})
_MOST_BEFORE = 5
"""Words between a question's first and its subject: "how many weeks of notice I …"."""
_LONGEST_SUBJECT = 8
_WHETHER = re.compile(r"\b(?:if|whether)(?: or not)?\W*$", re.IGNORECASE)
_INSIDE = re.compile(r"[\w,:]\s*$")
_END = re.compile(r"[\s.?!]*$")


def direct(question: str, before: str) -> str:
    """Return a question with its verb before its subject; as it is, where that can't be told.

    Args:
        question: Without courtesy.
        before: The courtesy that stood before it: "could you tell me whether".
    """
    if not _INSIDE.search(before):
        return question
    words = _END.sub("", question).split()
    low = [word.strip(",;:\"'“”").casefold() for word in words]
    if len(words) < 2:
        return question
    first = 1 if low[0] in _PREPOSITIONS else 0
    if low[first] in _HEADS:
        order = _of_content(words, low, first)
    elif _WHETHER.search(before):
        order = _inverted(words, low, 0) or (["do", *words] if low[0] in _PLURAL else None)
    else:
        order = None
    return question if order is None else " ".join(order) + "?"


def _of_content(words: Sequence[str], low: Sequence[str], first: int) -> Sequence[str] | None:
    """Put a question with a question word in order; None where it is in order, or can't be told."""
    for place in range(first + 1, min(len(words), first + 2 + _MOST_BEFORE)):
        if low[place] in _PRONOUNS | _DETERMINERS:
            found = None if low[place - 1] in _PREPOSITIONS else _inverted(words, low, place)
            return found or _with_does(words, low, place, first) or _ending_in_be(words, low, first)
        if low[place] in _AUXILIARIES:
            break
    return _ending_in_be(words, low, first)


def _inverted(words: Sequence[str], low: Sequence[str], place: int) -> Sequence[str] | None:
    """Put the verb behind a subject before it.

    Args:
        words: The question's.
        low: They in small letters, without marks.
        place: Where the subject begins.
    """
    at = _verb_at(low, place)
    if at is None:
        at = place + 1
        if low[place] in _SINGULAR and at < len(low) and _is_third(low[at]):
            return [*words[:place], "does", words[place], _base(low[at]), *words[at + 1 :]]
        return None
    if low[at] in _DO and at == len(low) - 1:
        return [*words[:place], words[at], *words[place:at], "do"]
    verb, after = low[at], low[at + 1 : at + 2]
    is_own = verb in _NEEDS or (verb in _HAVE and (not after or after[0] in _OBJECTS))
    if not is_own:
        return [*words[:place], words[at], *words[place:at], *words[at + 1 :]]
    does = {"had": "did", "has": "does"}.get(verb, "do")
    base = "have" if verb in _HAVE else words[at]
    return [*words[:place], does, *words[place:at], base, *words[at + 1 :]]


def _verb_at(low: Sequence[str], place: int) -> int | None:
    """Return where the verb stands that can go before its subject; None: nowhere near."""
    if low[place] in _PRONOUNS:
        at = place + 1
        is_verb = at < len(low) and (low[at] in _AUXILIARIES or low[at] in _NEEDS)
        return at if is_verb else None
    for at in range(place + 1, min(len(low), place + 1 + _LONGEST_SUBJECT)):
        if low[at] in _RELATIVE:
            return None
        if low[at] in _AUXILIARIES:
            return at
    return None


def _ending_in_be(words: Sequence[str], low: Sequence[str], first: int) -> Sequence[str] | None:
    """Put in order what ends in its verb: "how high deposits are"."""
    if low[-1] not in _BE or any(one in _AUXILIARIES for one in low[:-1]):
        return None
    head = first + (2 if low[first] == "how" else 1)
    return [*words[:head], words[-1], *words[head:-1]] if head < len(words) - 1 else None


def _with_does(
    words: Sequence[str], low: Sequence[str], place: int, first: int
) -> Sequence[str] | None:
    """Put in order what ends in another verb: "when the library opens"."""
    if low[place] in _PLURAL:
        return [*words[:place], "do", *words[place:]] if place + 1 < len(words) else None
    verb = low[-1]
    tells_when = low[first] in _TELLING_WHEN or low[first + 1] in _TIMES
    if not tells_when or not _is_third(verb) or place + 1 >= len(words):
        return None
    if any(one in _RELATIVE or one in _AUXILIARIES for one in low[place:]):
        return None
    return [*words[:place], "does", *words[place:-1], _base(verb)]


def _is_third(verb: str) -> bool:
    return verb.endswith("s") and not verb.endswith(("ss", "us", "is"))


def _base(verb: str) -> str:
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    is_long = verb.endswith(("ches", "shes", "sses", "xes", "oes", "zzes"))
    return verb[:-2] if is_long else verb[:-1]
