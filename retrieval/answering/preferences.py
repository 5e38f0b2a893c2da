"""Which of the best sentences say what is asked for in the way that it is asked.

Similarity is blind to what a question wants: of a table's rows it prefers a long one that shares
the question's words to the short one that bears the very name, of two instances it confuses
c5d.12xlarge with c5d.18xlarge, and to "What is Falcon?" it finds a command with that word before
the sentence that says it.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np

from retrieval.answering.confidence.outright import bears_name, name_asked_for, opened_by
from retrieval.answering.confidence.prices import names_price
from retrieval.answering.conversation.elliptic import is_elliptic
from retrieval.answering.kinds.sums import asks_for_sum
from retrieval.answering.naming import called
from retrieval.answering.phrasing import asks_who, has_object, names_agent, object_of
from retrieval.answering.understanding.definitions import defined, defines, tells_property
from retrieval.answering.view import IndexView
from retrieval.arrays import FloatArray
from retrieval.ranking.query import Query
from retrieval.structure import Role
from retrieval.structure.releases import release_in
from retrieval.structure.wording import dated, states_something
from retrieval.text.identifiers import identifiers
from retrieval.text.versions import DOTTED
from retrieval.text.wording import folded_words
from retrieval.text.words import content_stems

__all__ = ["preferences"]

_IDENTIFIER = 0.06
_NAMED = 0.03
"""What a table's row, a field or an item gains whose name is asked for, and nothing else."""
_CALLED = 0.05
"""What one gains whose name, or the line above it, has all words of the question and no others."""
_NUMBERED = 0.08
"""What stands under the number that is asked about gains, a release's or a clause's; what stands
under another one loses half of that."""
_CHANGED = 0.1
_WHEN_CHANGED = re.compile(
    r"\W*(?:since )?when\b.{0,120}\b(?:added|introduced|removed|changed|fixed|released|launched"
    r"|implemented|dropped|deprecated|raised|lowered|replaced|renamed|(?:come|came|be|been) out)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"(?<![\w.,:/-])v?({DOTTED})(?![\w.,:/-]*\w)", re.IGNORECASE)
_DEFINES = 0.1
_TAGLINE = 0.18
"""What the line right under a document's title gains besides that names what it is."""
_PERSON = 0.04
"""What a sentence gains besides that says who somebody is: others only say what they did."""
_CODE = 0.2
_PROPERTY = 0.15
"""What a sentence loses that only says where a thing is or what was done with it, to the same."""
"""What code loses where it is asked what something is."""
_REFERRING = 0.08
"""What a sentence gains that has by a pronoun what the one before it names."""
_FEWEST_REFERRED = 2
_REFERS = re.compile(
    r"\W*(?:their|its|his|her|they|it|he|she|these|those|this|that|both|there)\b", re.IGNORECASE
)
_AGENT = 0.15
_OBJECT = 0.1
"""What a sentence gains that has what somebody asks to do something with, and not only where."""
_NEW = 0.06
_MOST_NEW = 2
"""Words of a follow-up that only names what else is asked about: "and for children?"."""
_BESIDE = 0.03
"""What one gains that stands beside the last answer."""
_PRICED = 0.06
"""What it gains besides that says a price, to a question for one; the last answer itself does so
too, where it is what says it."""
_NEAR = 2
_MOST_NEAR = 20
_SEEN_SHARE = 0.8

Preference = Callable[[int], float]


def preferences(rows: Sequence[int], query: Query, view: IndexView) -> FloatArray:
    """Return what each of some sentences gains or loses, float32.

    Args:
        rows: The sentences.
        query: What is searched for.
        view: Where they stand.
    """
    view.look_up(rows)
    asked = [
        one
        for make in (
            _identified,
            _named,
            _called,
            _changed,
            _numbered,
            _defining,
            _referring,
            _by_agent,
            _with_object,
            _newly_asked,
            _beside,
        )
        if (one := make(query, view)) is not None
    ]
    return np.array([sum([one(row) for one in asked]) for row in rows], np.float32)


def _identified(query: Query, view: IndexView) -> Preference | None:
    wanted = identifiers(query.question)
    if not wanted:
        return None
    return lambda row: _IDENTIFIER if wanted & identifiers(view.sentence_text(row)) else 0.0


def _named(query: Query, view: IndexView) -> Preference | None:
    wanted = content_stems(query.question)

    def gain(row: int) -> float:
        known = called(row, view)
        is_named = known.own and known.own <= wanted
        return _NAMED if is_named or (known.label and known.label <= wanted) else 0.0

    return gain if wanted else None


def _called(query: Query, view: IndexView) -> Preference | None:
    """Prefer what is called just as it is asked for, or stands under a line that asks the same."""
    name = name_asked_for(query.question)
    if name is None:
        return None
    return lambda row: _CALLED if bears_name(name, row, view) else 0.0


def _changed(query: Query, view: IndexView) -> Preference | None:
    """Prefer what stands under a release or a date, to a question when something was changed."""
    if not _WHEN_CHANGED.match(query.question):
        return None

    def gain(row: int) -> float:
        above = view.block(row).headings[-1:]
        return _CHANGED if any(dated(one) or release_in(one) for one in above) else 0.0

    return gain


def _numbered(query: Query, view: IndexView) -> Preference | None:
    """Prefer what stands under a number with a point inside that the question has: "in 3.2"."""
    if "." not in query.question:
        return None
    wanted = frozenset(_DOTTED.findall(query.question))
    if len(wanted) != 1:  # Of two that are compared, neither is what the other stands under.
        return None

    def gain(row: int) -> float:
        block = view.block(row)
        own = [view.sentence_text(view.same_block(row).start), *block.headings[-1:], block.mark]
        borne = {found[1] for words in own if (found := _DOTTED.match(words.strip("[(#*_` ")))}
        if not wanted.isdisjoint(_DOTTED.findall(" ".join((*own, view.sentence_text(row))))):
            return _NUMBERED
        return -_NUMBERED / 2 if borne else 0.0

    return gain


def _defining(query: Query, view: IndexView) -> Preference | None:
    thing = defined(query.question)
    if thing is None:
        return None
    person = _PERSON if asks_who(query.question) else 0.0

    def gain(row: int) -> float:
        if view.place(row).role is Role.CODE:
            return -_CODE
        words, above = view.sentence_text(row), opened_by(row, view)
        if content_stems(above) == thing and above == view.document(row).title:
            # Right under the name stands what it is: "A jukebox for the command line".
            return _DEFINES if states_something(words) else _DEFINES + _TAGLINE
        if thing in (content_stems(above), called(row, view).own):
            return _DEFINES
        if not defines(words, thing):
            return 0.0
        if tells_property(words):
            return -_PROPERTY
        return _DEFINES + person

    return gain


def _referring(query: Query, view: IndexView) -> Preference | None:
    """Prefer what says of a thing by a pronoun what is asked of the thing that was just named.

    To "who is the keeper of the citrus trees" it is "Their keeper there is Alois", behind "Citrus
    trees move into the orangery".
    """
    wanted = content_stems(query.question)
    if len(wanted) < _FEWEST_REFERRED:
        return None

    def gain(row: int) -> float:
        words, above = view.sentence_text(row), row - 1
        if above not in view.same_block(row) or not _REFERS.match(words):
            return 0.0
        own, before = content_stems(words), content_stems(view.sentence_text(above))
        says_more = bool(wanted & own - before) and bool(wanted & before - own)
        return _REFERRING if says_more and wanted <= own | before else 0.0

    return gain


def _by_agent(query: Query, view: IndexView) -> Preference | None:
    if not asks_who(query.question):
        return None
    wanted = content_stems(query.question)
    return lambda row: _AGENT if names_agent(wanted, row, view) else 0.0


def _with_object(query: Query, view: IndexView) -> Preference | None:
    wanted = object_of(query.question)
    if not wanted:
        return None
    return lambda row: _OBJECT if has_object(wanted, view.sentence_text(row)) else 0.0


def _newly_asked(query: Query, view: IndexView) -> Preference | None:
    """Prefer what has, beside the last answer, the new word of a follow-up: "and kids?"."""
    new = content_stems(query.question)
    if not query.topic or not 0 < len(new) <= _MOST_NEW or not is_elliptic(query.question):
        return None

    def gain(row: int) -> float:
        is_met = has_object(new, view.sentence_text(row))
        return _NEW if is_met and _stands_beside(row, query, view) else 0.0

    return gain


def _beside(query: Query, view: IndexView) -> Preference | None:
    """Prefer what stands beside the last answer, to a question that goes on from it."""
    if not query.topic or not query.last:
        return None
    is_sum = asks_for_sum(query.question)

    def gain(row: int) -> float:
        is_price = is_sum and names_price(view.sentence_text(row))
        if is_price and _was_shown(row, query, view):
            return _BESIDE + _PRICED
        if _stands_beside(row, query, view):
            return _BESIDE + (_PRICED / 2 if is_price else 0.0)
        return 0.0

    return gain


def _stands_beside(row: int, query: Query, view: IndexView) -> bool:
    """Tell whether a sentence of the last answer stands near another one."""
    rows, block = view.document(row).rows, view.same_block(row)
    near = range(
        max(rows.start, min(block.start, row - _NEAR)),
        min(rows.stop, max(block.stop, row + _NEAR + 1)),
    )[:_MOST_NEAR]
    view.look_up(near)
    return any(one != row and _was_shown(one, query, view) for one in near)


def _was_shown(row: int, query: Query, view: IndexView) -> bool:
    words = folded_words(view.sentence_text(row))
    return bool(words) and len(words & query.last) >= _SEEN_SHARE * len(words)
