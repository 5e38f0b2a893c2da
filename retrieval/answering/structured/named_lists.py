"""A list under the very name that is asked for comes before a sentence that only has that word.

"What are the charges" means the table under "What is charged when something goes wrong", and not
"Charges are paid into the green tin".
"""

import re
from collections.abc import Mapping

from retrieval.answering.structured.above import header_cells, names_above
from retrieval.answering.understanding.definitions import defined
from retrieval.answering.understanding.lists import asks_for_list, names_several
from retrieval.answering.units import listed
from retrieval.answering.view import IndexView
from retrieval.text.thesaurus import synonyms
from retrieval.text.words import content_stems, stems

__all__ = ["enumerates", "is_named_list", "named_lists"]

_FARTHEST = 0.3
"""How much lower than the best sentence an item may stand to come before it all the same."""
_AHEAD = 0.01
_FEWEST = 2
_MOST_BESIDES = 2
"""Words of a list's name that a question may lack, and yet mean that list."""
_WHAT = re.compile(r"^\W*(?:what|how much)\b", re.IGNORECASE)
_FRAME = stems(
    "list name all every kind type sort different various available exist possible several main"
    " reason ground condition circumstance case criterion occasion situation purpose way"
)
"""Words of a question that say that things are to be named, and not which."""
_PUNISHMENTS = stems(
    "punishment punishments penalty penalties sanction sanctions consequence consequences"
)
_PUNISHED = _PUNISHMENTS | stems(
    "offence offense offences violation breach infraction misdeed broken punished"
)
"""How a column of a table of punishments may be called."""
_OUGHT = stems("must shall need suppose")
_MODAL = stems("must shall need require allow ask please each everyone everybody following below")
"""Words of a list's name that say nothing of what it lists."""
_ENUMERATES = re.compile(
    r",[^,]{1,80}(?:,| and | or )|:\s|\b(?:are|were|include|includes|comprise|consist) "
    r"(?!(?:not|also|only|always|then)\b)(?!\w+(?:ed|id|en|wn|ld|nt|pt|ght|ut|ung|de)\b)",
    re.IGNORECASE,
)


def named_lists(question: str, scores: Mapping[int, float], view: IndexView) -> Mapping[int, float]:
    """Return what the best item gains of a list that bears the name which is asked for.

    Of "what does it cost to be late" the name is all that is asked, and no list is asked for.

    Args:
        question: One that stands alone.
        scores: Of the best sentences, best first.
        view: Where they stand.
    """
    wanted = _wanted(question)
    listing = asks_for_list(question) or (names_several(question) and 0 < len(wanted) <= _FEWEST)
    if not listing and (_WHAT.match(question) is None or len(wanted) < _FEWEST):
        return {}
    for row, score in scores.items():
        if wanted and _is_named(row, wanted, view, whole=not listing):
            gap = max(scores.values()) - score
            return {row: gap + _AHEAD} if 0 < gap <= _FARTHEST else {}
        if enumerates(view.sentence_text(row)):
            return {}
    return {}


def enumerates(sentence: str) -> bool:
    """Tell whether a sentence names several things itself, so that no list has to."""
    return _ENUMERATES.search(sentence) is not None


def is_named_list(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence is of a list whose name has all that is asked and little else.

    "What do I have to bring" is answered by what stands under "Every guest must bring:".

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    wanted = _wanted(question)
    listing = asks_for_list(question)
    if wanted and wanted <= _PUNISHMENTS:
        return _is_list(row, view) and _lists_punishments(row, view)
    if not wanted or not (listing or _WHAT.match(question)):
        return False
    if not listing and defined(question) is not None:
        return False  # What a thing is, no list under its name says.
    return _is_list(row, view) and any(
        wanted <= (name := content_stems(above))
        and len(name - wanted - _FRAME - _MODAL) <= _MOST_BESIDES
        for above in names_above(row, view)
    )


def _lists_punishments(row: int, view: IndexView) -> bool:
    """Tell whether a table has a column of what is punished, or how: "Offence", "Penalty"."""
    columns = frozenset().union(*map(content_stems, header_cells(row, view)))
    return not columns.isdisjoint(_PUNISHED)


def _wanted(question: str) -> frozenset[str]:
    """Return the stems of what is asked for: of "what must I wear", of wearing."""
    wanted = content_stems(question) - _FRAME
    return wanted - _OUGHT or wanted


def _is_list(row: int, view: IndexView) -> bool:
    return len(listed(row, view)) >= _FEWEST


def _is_named(row: int, wanted: frozenset[str], view: IndexView, *, whole: bool) -> bool:
    """Tell whether a list bears a name with some words; ``whole``: and with no others."""
    if not _is_list(row, view):
        return False
    if wanted <= _PUNISHMENTS and _lists_punishments(row, view):
        return True
    names = [content_stems(name) for name in names_above(row, view)]
    if whole:
        return wanted in names
    return any(all(one in name or synonyms(one) & name for one in wanted) for name in names)
