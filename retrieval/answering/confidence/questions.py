"""What kind of thing a question asks for, and whether a sentence holds one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from retrieval.text.words import Word, stem

__all__ = ["Wanted", "framing", "offers", "tells_when", "wanted"]


class Wanted(StrEnum):
    """The kind of an answer."""

    NAME = "name"
    TIME = "time"
    QUANTITY = "quantity"
    ANYTHING = "anything"


_MONTHS = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter century
    decade today yesterday tomorrow tonight week weekend fortnight noon midday midnight morning
    afternoon evening night dawn dusk sunrise sunset mondays tuesdays wednesdays thursdays fridays
    saturdays sundays weekdays weekends""".split()
)
_MEASURES = frozenset("big far fast high large long many much often old tall".split())
_HEADS = {
    Wanted.TIME: "year date century decade month day",
    Wanted.QUANTITY: "percentage percent number amount population proportion fraction",
    Wanted.NAME: """country city place location area region state county continent district person
        people king president emperor leader author man woman scientist name""",
}
_HEAD_STEMS = {kind: frozenset(map(stem, heads.split())) for kind, heads in _HEADS.items()}
_ANY_HEAD = frozenset().union(*_HEAD_STEMS.values())
_LOOKAHEAD = 3
_HAPPENING = frozenset(map(stem, "happen occur".split()))
_BEGINNING = frozenset(map(stem, "begin end happen occur start".split()))
_COMING = frozenset(map(stem, "come originate".split()))
_PERSONS = frozenset(map(stem, "guy man woman person lady fellow dude bloke chap".split()))
"""Whom "who is this … guy" asks about is called so by nobody."""
_SAYING = frozenset(
    map(stem, "say tell state claim announce declare mention think believe expect".split())
)
_ASKING = frozenset(map(stem, "ask contact".split()))
_DOES = frozenset("did do does".split())
_ANYBODY = frozenset(map(stem, "people person persons".split()))
_HAPPENS = frozenset("happen happens".split())
_CAUGHT = frozenset(map(stem, "get caught catch".split()))
"""What "What happens if I get caught …?" says besides what is done."""
_MAY = frozenset("can may could".split())
_ONE = frozenset("i we you one people".split())
_DOING = frozenset("bring use have take get do post share send put".split())
"""What "Can I bring my dog?" says besides the thing: whether it is allowed is asked."""
_ASKS_WHETHER = frozenset("am are can could do does is may was were will".split())
_ALLOWED = frozenset("allowed alright fine forbidden ok okay permitted possible".split())
"""What "Are dogs …?" ends with; "Sorry, no." says it without."""
_LIGHT_VERBS = frozenset(map(stem, "give make hold have take do".split()))
_ARTICLES = frozenset("a an the".split())
_DEEDS = frozenset(
    map(
        stem,
        """interview speech talk lecture presentation statement announcement promise warning call
        decision visit apology order comment performance concert meeting tour lesson course
        demonstration discount""".split(),
    )
)
_BY_EVENT = re.compile(
    r"\b(?:as soon as|after|before|when|whenever|while|during|since|until|till|once|then|now)\b",
    re.IGNORECASE,
)
_TAKES_PLACE = {stem("go"): "on", stem("take"): "place"}
"""Two words that ask of what happens where or when it does."""


@lru_cache(maxsize=256)
def wanted(question: tuple[Word, ...]) -> Wanted:
    """Tell from its question word, and the words after it, what a question asks for.

    Remembered, as `framing` is, since all that judges a question asks it.
    """
    if question and question[0].lower in _ASKS_WHETHER:
        # "Do I lose my items when I die?" asks for no time.
        return Wanted.ANYTHING
    for position, word in enumerate(question):
        following = {other.stem for other in question[position + 1 : position + 1 + _LOOKAHEAD]}
        match word.lower:
            case "who" | "whom" | "whose" | "where":
                return Wanted.NAME
            case "when":
                return Wanted.TIME
            case "name" if position == 0:
                return Wanted.NAME
            case "how":
                measured = question[position + 1 : position + 2]
                measures = any(other.lower in _MEASURES for other in measured)
                return Wanted.QUANTITY if measures else Wanted.ANYTHING
            case "what" | "which":
                for kind, heads in _HEAD_STEMS.items():
                    if not heads.isdisjoint(following):
                        return kind
                return Wanted.ANYTHING
    return Wanted.ANYTHING


@lru_cache(maxsize=256)
def framing(question: tuple[Word, ...]) -> frozenset[str]:
    """Return the stems that only say what is asked for, as "long" in "How long did it burn?".

    An answer gives the thing itself ("six days", "the fort fell"), so these needn't be in it.
    """
    framed: set[str] = set()
    words = {word.lower for word in question}
    for position, word in enumerate(question):
        following = question[position + 1 : position + 1 + _LOOKAHEAD]
        if word.lower == "how":
            framed.update(other.stem for other in following[:1] if other.lower in _MEASURES)
        elif word.lower == "when":
            framed |= _BEGINNING
        elif word.lower == "where" and "from" in words:
            framed |= _COMING
        elif word.lower in {"who", "whom"}:
            framed.update(other.stem for other in question if other.stem in _PERSONS)
            framed.update(_ASKING if word.lower == "whom" else ())
        elif word.lower == "name" and position == 0:
            framed.add(word.stem)
        elif word.lower in {"what", "which"}:
            framed.update(other.stem for other in following if other.stem in _ANY_HEAD | _HAPPENING)
            if words & _DOES:
                framed.update(other.stem for other in question if other.stem in _SAYING)
        framed.update(_light(question[position : position + 1 + _LOOKAHEAD]))
        if following and _TAKES_PLACE.get(word.stem) == following[0].lower:
            framed |= {word.stem, following[0].stem}
    if words & {"people", "person"} and "who" not in words and "many" not in words:
        framed |= _ANYBODY
    if words & _HAPPENS and words & {"if", "for", "when"}:
        framed |= _CAUGHT
    if question and question[0].lower in _ASKS_WHETHER:
        framed.update(word.stem for word in question[:1] if word.lower == "am")
        framed.update(word.stem for word in question[-1:] if word.lower in _ALLOWED)
        framed.update(_doing(question))
    return frozenset(framed)


def _light(words: Sequence[Word]) -> Iterator[str]:
    """Yield the verb of "gave an interview", which says no more than the noun does."""
    begins = len(words) > 1 and words[0].stem in _LIGHT_VERBS and words[1].lower in _ARTICLES
    if begins and any(word.stem in _DEEDS for word in words[2:]):
        yield words[0].stem


def _doing(question: Sequence[Word]) -> Iterator[str]:
    """Yield the verb of "Can I bring …?", which only says that something is done with a thing."""
    for one, other, verb in zip(question, question[1:], question[2:], strict=False):
        may = one.lower in _MAY and other.lower in _ONE
        allowed = one.lower in _ALLOWED and other.lower == "to"
        if (may or allowed) and verb.lower in _DOING:
            yield from (one.stem, verb.stem) if allowed else (verb.stem,)


def tells_when(sentence: str) -> bool:
    """Tell whether a sentence may say by another event when something happened."""
    return _BY_EVENT.search(sentence) is not None


def offers(kind: Wanted, news: Iterable[Word]) -> bool:
    """Tell whether words of a sentence that the question lacks can be such an answer."""
    match kind:
        case Wanted.NAME:
            return any(word.text[0].isupper() for word in news)
        case Wanted.TIME:
            return any(word.text[0].isdigit() or word.lower in _MONTHS for word in news)
        case Wanted.QUANTITY:
            return any(word.number for word in news)
        case Wanted.ANYTHING:
            return True
