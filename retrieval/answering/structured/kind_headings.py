"""What stands under a heading, or behind a label, that says no more than what kind of thing it is.

"Where does the hackathon take place?" is answered in "Winter hackathon", under "Place", by "The old
tram depot.", which has no word of the question.
"""

from retrieval.answering.structured.meant_kinds import meant_kinds
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.structure.wording import record_label
from retrieval.text.words import content_stems, stems

__all__ = ["is_under_kind"]

_MOST = 3
"""Words of a heading that only says what kind of thing stands below it."""
_SAY = frozenset({Role.STATEMENT, Role.FIELD})


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
    label = record_label(view.sentence_text(row)) or "".join(above[-1:])
    called = stems(label)
    if not called or len(label.split()) > _MOST:
        return False
    named = frozenset().union(*map(content_stems, (view.document(row).title, *above)))
    left = content_stems(question) - named
    return any(
        bool(called & kinds) and not content_stems(label) - kinds and left <= doing
        for doing, kinds in meant_kinds(question)
    )
