"""What a sentence says outright, however little of the question it repeats.

"E1042" by itself asks for what a document says of it, and "What is Falcon?" for the sentence right
under the title "Falcon". Of such there are no two readings, while evidence that weighs what a
sentence lacks finds nearly all of the question missing.
"""

from retrieval.answering.structured.how_to import opens_how_to
from retrieval.answering.structured.named_lists import is_named_list
from retrieval.answering.structured.record_fields import gives_value
from retrieval.answering.understanding.definitions import defined
from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.text.identifiers import identifiers
from retrieval.text.words import read

__all__ = ["opened_by", "says_outright"]

_FRAME = frozenset(
    word.stem
    for word in read("error code problem issue mean means message fix exit option what is help")
)


def says_outright(question: str, row: int, view: IndexView) -> bool:
    """Tell whether a sentence has the one identifier that is asked about, or opens its subject.

    Or is the value of a record, the first below the heading, or of the list that is asked for.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    return (
        _has_identifier(question, row, view)
        or _opens(question, row, view)
        or gives_value(question, row, view)
        or opens_how_to(question, row, view)
        or is_named_list(question, row, view)
    )


def opened_by(row: int, view: IndexView) -> str:
    """Return the title or heading that a sentence stands right under; else nothing."""
    above = row - 1
    if above not in view.document(row).rows:
        return ""
    is_name = view.place(above).role in {Role.TITLE, Role.HEADING}
    return view.sentence_text(above) if is_name else ""


def _has_identifier(question: str, row: int, view: IndexView) -> bool:
    asked = identifiers(question)
    if len(asked) != 1 or not asked <= identifiers(view.sentence_text(row)):
        return False
    (whole,) = asked
    others = (word for word in read(question) if not word.common and word.stem not in _FRAME)
    return all(word.lower.replace("_", "") in whole for word in others)


def _opens(question: str, row: int, view: IndexView) -> bool:
    thing = defined(question)
    if thing is None or view.place(row).role is not Role.STATEMENT:
        return False
    above = read(opened_by(row, view))
    return frozenset(word.stem for word in above if not word.common) == thing
