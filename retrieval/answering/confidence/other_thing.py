"""What is said of another thing of the same sort than the one that is asked about.

"Up to six, but no cockerel." answers "May I keep hens?" and not "may I keep a pig", however alike
the two questions are; and of "Alber hut" nothing is known where only "Senn hut" is spoken of. All
of it is about words that no document has: of others, evidence tells enough.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from retrieval.answering.confidence.questions import framing
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.stop_words import FUNCTION_WORDS
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import Word, content_stems, read

__all__ = ["is_of_other_thing"]

_UNLIKE = 0.6
"""How badly its vectors are met by a word that is another thing and no other word for this one."""
_DETERMINERS = frozenset("a an the my our your his her their any some".split())
_AUXILIARIES = frozenset("is are was were do does did can could may must should will".split())
_PERSONS = frozenset("i we you they one people".split())
_ANYTHING = frozenset("us me it them one this that these those something someone anything".split())
_EXISTS = re.compile(
    r"\W*(?:(?:is|are)\s+there|do(?:es)?\s+(?:you|we|they|it|the\s+\w+)\s+(?:have|offer|sell))\s+"
    r"(?:(?:an?|any|some)\s+)?(?:(?:sort|kind|type|form)s?\s+of\s+)?(?P<thing>[\w-]+)",
    re.IGNORECASE,
)


def is_of_other_thing(question: str, row: int, view: IndexView, lost: Mapping[str, float]) -> bool:
    """Tell whether a sentence is about another thing.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
        lost: Of each word of the question that no document has, by stem, how badly its vectors
            are met, 0 to about 1.
    """
    strange = {stem for stem, badly in lost.items() if badly >= _UNLIKE}
    if not strange:
        return False
    exists = _EXISTS.match(question)
    if exists is not None and content_stems(exists["thing"]) & strange:
        return True
    return _answers_alike(question, row, view, strange) or _names_alike(question, row, view, lost)


def _answers_alike(question: str, row: int, view: IndexView, strange: set[str]) -> bool:
    """Tell whether a sentence answers a question that is the same but for the thing."""
    asked = read(question)
    whose = {word.stem for word in asked if word.lower in _DETERMINERS}
    rest = content_stems(question) - framing(asked) - whose
    if len(rest & strange) != 1 or not rest & strange <= _things(asked):
        return False
    rest -= strange
    for answered in _answered(row, view):
        known = content_stems(answered)
        # "Who moves us?" may be asked of any of us; and "Entry" is about no other thing.
        is_open = any(word.lower in _ANYTHING for word in read(answered)) or not known - rest
        if rest and not is_open and all(one in known or synonyms(one) & known for one in rest):
            return True
    return False


def _things(asked: Sequence[Word]) -> frozenset[str]:
    """Return the stems of the words that are a thing by where they stand, and no verb.

    "A goat", "my goat", "are goats allowed", "can goats come", "may I keep goats".
    """
    found = {word.stem for article, word in pairwise(asked) if article.lower in _DETERMINERS}
    places = list(asked)
    if len(places) > 1 and places[0].lower in _AUXILIARIES and _is_bare(places[1]):
        found.add(places[1].stem)
    found.update(
        thing.stem
        for who, _, thing in zip(places, places[1:], places[2:], strict=False)
        if who.lower in _PERSONS and _is_bare(thing)
    )
    return frozenset(found)


def _is_bare(word: Word) -> bool:
    return not word.common and word.lower.endswith(("s", "ing"))


def _answered(row: int, view: IndexView) -> list[str]:
    """Return the question, or what else it is called, that a sentence stands under, if any."""
    above = view.place(row).introduced_by
    found = [view.sentence_text(one) for one in above if view.place(one).role is Role.QUESTION]
    return (found or list(view.block(row).headings))[-1:]


def _names_alike(question: str, row: int, view: IndexView, lost: Mapping[str, float]) -> bool:
    """Tell whether a sentence has another name before a word of the question: "Senn hut"."""
    asked = read(question)
    known = frozenset(word.stem for word in asked)
    called = {
        word.stem
        for name, word in pairwise(asked)
        if name.stem in lost and not word.common and name.lower not in FUNCTION_WORDS
    }
    said = read(view.sentence_text(row))
    return any(
        word.stem in called
        and name.text[0].isupper()
        and not name.common
        and name.stem not in known
        for name, word in pairwise(said)
    )
