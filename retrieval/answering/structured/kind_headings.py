"""What stands under a heading, or behind a label, that says no more than what kind of thing it is.

"Where does the hackathon take place?" is answered in "Winter hackathon", under "Place", by "The old
tram depot.", which has no word of the question.
"""

from collections.abc import Mapping
from itertools import islice

from retrieval.answering.naming import name_of
from retrieval.answering.structured.meant_kinds import meant_kinds
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.structure.wording import record_label
from retrieval.text.words import content_stems, stems

__all__ = ["is_under_kind", "kind_labels"]

_FARTHEST = 0.12
"""How much lower than the best sentence one may stand to come before it all the same."""
_AHEAD = 0.01
_LOOKED_AT = 10

_MOST = 3
"""Words of a heading that only says what kind of thing stands below it."""
_SAY = frozenset({Role.STATEMENT, Role.FIELD})


def kind_labels(question: str, scores: Mapping[int, float], view: IndexView) -> Mapping[int, float]:
    """Return what the first sentence gains that stands under the kind of thing that is asked for.

    Args:
        question: One that stands alone.
        scores: Of the best sentences, best first.
        view: Where they stand.
    """
    if not any(meant_kinds(question)):
        return {}
    best = max(scores.values(), default=0.0)
    for row, score in islice(scores.items(), _LOOKED_AT):
        if best - score > _FARTHEST:
            break
        if is_under_kind(question, row, view):
            return {row: best - score + _AHEAD} if score < best else {}
    return {}


def is_under_kind(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence stands under the kind of thing that a question asks for.

    All else that the question has stands in the title, or in the headings.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    if view.place(row).role not in _SAY:
        return False
    above = view.block(row).headings
    label = record_label(view.sentence_text(row)) or name_of(row, view) or "".join(above[-1:])
    called = stems(label)
    if not called or len(label.split()) > _MOST:
        return False
    named = frozenset().union(*map(content_stems, (view.document(row).title, *above)))
    left = content_stems(question) - named
    return any(
        bool(called & kinds) and not content_stems(label) - kinds and left <= doing
        for doing, kinds in meant_kinds(question)
    )
