"""What bears the very words that are asked for as its name, in the document that the rest names.

"What is the maximum number of datasets in Forecast" means the row "Maximum number of datasets" of
Forecast's limits, and no longer name with the same words; "what are the prerequisites for single
sign-on" means what stands under "Prerequisites" in "Setting up single sign-on".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.answering.naming import name_of
from retrieval.answering.structured.named_lists import enumerates
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.words import content_stems, read, stems

__all__ = ["named_parts"]

_FARTHEST = 0.15
"""How much lower than the best sentence one may stand to come before it all the same."""
_AHEAD = 0.01
_WHAT = re.compile(r"^\W*(?:and |so |but )?(?:what|which)\b(?!.*\bdifferences?\b)", re.IGNORECASE)
_OPENING = 4_000
"""Characters of a document that say what it is about."""
_FEWEST = 2
"""Telling words of a row's or an item's name that tell it from others."""
_FRAME = stems(
    "different available support supported possible various exist type kind list all step part"
    " provide offer"
)
"""Words that say that things are asked for, or that something is a part, and not which."""
_NAMED = frozenset({Role.ROW, Role.FIELD, Role.STATEMENT, Role.LEAD_IN})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question, as names are compared with it."""

    words: tuple[str, ...]
    """The stems of all of its words."""
    begins: int
    """How many stand before the first that says what is asked for: a name begins no later."""
    telling: frozenset[str]
    """Those that say what is asked for."""


def named_parts(question: str, scores: Mapping[int, float], view: IndexView) -> Mapping[int, float]:
    """Return what the best sentence gains of the part whose name a question has word for word.

    Args:
        question: One that stands alone.
        scores: Of the best sentences, best first.
        view: Where they stand.
    """
    if _WHAT.match(question) is None:
        return {}
    words = read(question)
    telling = content_stems(question) - _FRAME
    asked = _Asked(
        words=tuple(word.stem for word in words),
        begins=next((at for at, word in enumerate(words) if word.stem in telling), 0),
        telling=telling,
    )
    names = {
        row: _own_name(asked, row, view) or _name_above(asked, row, view)
        for row in scores
        if view.place(row).role in _NAMED
    }
    longest = max(names.values(), key=len, default=frozenset())
    if not longest:
        return {}
    best = max(scores.values())
    for row, score in scores.items():
        if names.get(row) == longest:
            gap = best - score
            return {row: gap + _AHEAD} if 0 < gap <= _FARTHEST else {}
        if _tells(longest, row, view):
            return {}
    return {}


def _tells(name: frozenset[str], row: int, view: IndexView) -> bool:
    """Tell whether a sentence names itself what stands in the part of a name."""
    sentence = view.sentence_text(row)
    speaks_of_it = 2 * len(name & stems(sentence)) >= len(name)
    return speaks_of_it and enumerates(sentence) and not name_of(row, view)


def _own_name(asked: _Asked, row: int, view: IndexView) -> frozenset[str]:
    """Return the telling words of the name of a row or an item that a question asks for."""
    name = _in_question(name_of(row, view), asked)
    if len(name) < _FEWEST or not asked.telling <= name | _about(row, view):
        return frozenset()
    return name


def _name_above(asked: _Asked, row: int, view: IndexView) -> frozenset[str]:
    """Return the telling words of the heading over a sentence that a question asks for.

    What else it asks about is the document's, or the section's around it, which is about no more.
    """
    above = view.block(row).headings
    name = _in_question(above[-1], asked) if above else frozenset()
    if not name:
        return name
    title = content_stems(view.document(row).title)
    around = title.union(*map(content_stems, above[:-1]))
    others = (one for one in around - title - _FRAME if not one.isdigit())
    rest = asked.telling - name
    if not rest & around or not asked.telling.issuperset(others):
        return frozenset()
    return name if rest <= around or rest <= around | _about(row, view) else frozenset()


def _in_question(name: str, asked: _Asked) -> frozenset[str]:
    """Return the telling words of a name that a question asks for, word for word; else none."""
    own = tuple(word.stem for word in read(name))
    stands = any(asked.words[at : at + len(own)] == own for at in range(asked.begins + 1))
    return asked.telling.intersection(own) if own and stands else frozenset()


def _about(row: int, view: IndexView) -> frozenset[str]:
    """Return the words of the title and the opening of a sentence's document."""
    document = view.document(row)
    return content_stems(f"{document.title} {view.text(document.id, 0, _OPENING)}")
