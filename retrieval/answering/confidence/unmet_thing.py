"""What is counted, priced or asked of somebody, where a sentence has the figure of something else.

"You can borrow ten books" answers no question how many films, nor "a new card costs 3 euros" one
for a new book, nor "Ada Lund was born in Oslo" one when she died. Words alone don't tell that from
"how many films" and "four videos": the vectors do, which meet another word for the same better than
another thing. Of 3,041 typed and exam questions whose first sentence is right, two are taken for
missing by it, and of those without an answer twenty.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from retrieval.answering.confidence.persons import is_name
from retrieval.answering.confidence.questions import framing
from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.words import Word, read, stem, stems

__all__ = ["Unmet", "is_nowhere", "is_of_another", "may_ask_of_another"]

_AMOUNT = re.compile(
    r"\bhow\s+(?:many|much|long|often|old|far)\b"
    r"|\b(?:number|price|cost|fee)s?\s+(?:of|for)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\W*(?:(?:and|but|so|in|at|on|to|from|with|by|for)\s+)?(?:who|whom|whose|when|where|what|which)\b",
    re.IGNORECASE,
)
_VERB = r"(?:do|does|did|is|are|was|were|can|could|may|must|will|would|should|shall|have|has|had)\b"
_COUNTED = re.compile(
    # "How many people work": of two words the second is a verb, unless one follows.
    rf"\b(?:how\s+many|number\s+of)\s+(?P<of>[\w-]+(?:\s+(?!{_VERB})[\w-]+(?=\s+{_VERB}))?)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\W*(?:and\s+)?(?:how\s+long\s+(?:does|do|did|will|is|are|was|were)\b"
    r"|how\s+much\s+(?:is|are|was|were|does|do|did|will)\b"
    r"|(?:what(?:['’]s|\s+is|\s+are|\s+was)\s+)?(?:the\s+)?(?:price|cost|fee)s?\s+(?:of|for)\b)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    map(
        stem,
        """people person persons total total time times thing things kind kinds type types
        sort sorts other more different new cost costs""".split(),
    )
)
"""What is counted without being named."""
_LASTS = frozenset(map(stem, "take last need cost costs pay charge price fee much long".split()))
_THIRD = frozenset("he she his her hers him they their them it its".split())
_NAMED = frozenset(
    map(stem, "name purpose meaning difference reason responsible charge contact".split())
)
"""What is asked of a thing without being said of it."""
_TITLES = frozenset(
    map(stem, "captain doctor professor king queen president saint sir lady father sister".split())
)
_NOW = frozenset("now currently today already still soon just actually".split())
_PERSONS = frozenset("i we you they he she it one".split())
_AUXILIARIES = frozenset("is are was were be been".split())
_UNMET_HEAD, _UNMET_NEW, _UNMET_COUNTED, _UNMET, _UNMET_ASKED = 0.4, 0.42, 0.5, 0.6, 0.62
"""How badly vectors meet what another thing is: one with a word of its name, one that is all that
a follow-up names, one that is counted,
priced, or asked of one."""
_MOST_TELLING = 3
_MOST_WORDS = 9
_MOST_NEW = 2


class Unmet(NamedTuple):
    """A word of a question that neither a sentence has nor what introduces it."""

    rarity: float
    """1: no document has it."""
    lost: float
    """How badly its vectors are met, 0 to about 1."""


def may_ask_of_another(question: str) -> bool:
    """Tell at little cost whether `is_of_another` may be true of any sentence."""
    return _AMOUNT.search(question) is not None or _WHO.match(question) is not None


def is_of_another(question: str, sentence: str, unmet: Mapping[str, Unmet]) -> bool:
    """Tell whether a sentence counts, prices or tells something of another thing.

    Args:
        question: One that stands alone.
        sentence: The one ranked first.
        unmet: The words of the question that it hasn't, by stem.
    """
    if not unmet:
        return False
    asked = read(question)
    if _AMOUNT.search(question) is not None:
        return _is_of_other_amount(question, asked, sentence, unmet)
    return _WHO.match(question) is not None and _is_other_fact(asked, sentence, unmet)


def is_nowhere(question: str, unmet: Mapping[str, Unmet]) -> bool:
    """Tell whether a follow-up that only names something names what no document speaks of.

    Args:
        question: "And maple?", as it was asked.
        unmet: The words of it that the sentence ranked first hasn't, by stem.
    """
    telling = _telling(read(question))
    return 0 < len(telling) <= _MOST_NEW and any(
        one in unmet and unmet[one].rarity >= 1 and unmet[one].lost >= _UNMET_NEW for one in telling
    )


def _is_of_other_amount(
    question: str, asked: tuple[Word, ...], sentence: str, unmet: Mapping[str, Unmet]
) -> bool:
    counted = _COUNTED.search(question)
    if counted is not None:
        of = stems(counted["of"]) - _GENERIC
        if any(one in unmet and unmet[one].lost >= _UNMET_COUNTED for one in of):
            return True
    things = [unmet[one] for one in _things(asked, counted) if one in unmet]
    if any(one.rarity >= 1 and one.lost >= _UNMET for one in things):
        return True
    if _SHORT.match(question) is None or len(_telling(asked) - _LASTS) > _MOST_TELLING:
        return False
    return any(one.lost >= _UNMET for one in things) or _has_other_head(asked, sentence, unmet)


def _telling(asked: Iterable[Word]) -> frozenset[str]:
    return frozenset(
        word.stem
        for word in asked
        if not word.common and word.lower not in FUNCTION_WORDS and word.lower not in _NOW
    )


def _things(asked: tuple[Word, ...], counted: re.Match[str] | None) -> frozenset[str]:
    """Return the stems of what can be a thing: not what somebody does, nor what is done with one.

    "How long can I keep a book": keeping is no thing; "how many are allowed": nor is allowing, nor
    coming in "how many members came".
    """
    last = len(asked) - 1
    done = {
        word.stem
        for at, (before, word) in enumerate(pairwise(asked), 1)
        if before.lower in _PERSONS or (at == last and before.lower in _AUXILIARIES)
    }
    if counted is not None:
        of = stems(counted["of"])
        done.update(word.stem for before, word in pairwise(asked) if before.stem in of)
        done -= of
    return _telling(asked) - _LASTS - _GENERIC - done


def _has_other_head(asked: tuple[Word, ...], sentence: str, unmet: Mapping[str, Unmet]) -> bool:
    """Tell whether what is priced is another one with the same word before it.

    A "replacement card" to a "replacement book", of which other sentences speak.
    """
    known = _telling(asked)
    beside: dict[str, set[str]] = {}
    for one, other in pairwise(read(sentence)):
        if not one.common and not other.common:
            beside.setdefault(one.stem, set()).add(other.stem)
    return any(
        head.stem in unmet
        and unmet[head.stem].rarity < 1
        and unmet[head.stem].lost >= _UNMET_HEAD
        and beside.get(before.stem, known).isdisjoint(known)
        for before, head in pairwise(asked)
    )


def _is_other_fact(asked: tuple[Word, ...], sentence: str, unmet: Mapping[str, Unmet]) -> bool:
    """Tell whether all that is asked of somebody or something is what no document speaks of."""
    if len(asked) > _MOST_WORDS:
        return False
    telling = _telling(asked) - framing(asked)
    strange = {
        one for one, how in unmet.items() if how.rarity >= 1 and how.lost >= _UNMET_ASKED
    } & telling
    if not strange or strange & _NAMED:
        return False
    said = read(sentence)
    names = {
        word.stem
        for word, following in zip(said, (*said[1:], None), strict=True)
        if is_name(word, following)
    }
    rest = telling - strange - _TITLES
    return rest <= names and (bool(rest) or any(word.lower in _THIRD for word in asked))
