"""What stands under a line that says just what was typed: a problem in the same words, or an error.

"i can't log in" is the heading "I can't log in", though only one of its words tells anything; and
a line of a log has a heading like "sensor did not answer" whole, between what else it says.
"""

from retrieval.answering.view import IndexView
from retrieval.structure import Role
from retrieval.structure.wording import asks, begins_asking
from retrieval.text.words import read

__all__ = ["is_asked_above"]

_FEWEST = 3
_FEWEST_INSIDE = 4
"""Words of a line that is a part of what was typed: fewer are there by chance."""
_ABOVE = frozenset({Role.QUESTION, Role.HEADING, Role.TITLE})


def is_asked_above(question: str, row: int, view: IndexView) -> bool:
    """Tell whether the line that a sentence stands under is the question, or half of an error.

    Args:
        question: One that stands alone.
        row: The sentence.
        view: Where it stands.
    """
    asked = _words(question)
    above = view.place(row).introduced_by
    lines = [view.sentence_text(one) for one in above if view.place(one).role in _ABOVE][-1:]
    is_question = asks(question.rstrip("? ")) or begins_asking(question)
    for line in lines:
        said = _words(line)
        if said == asked and len(said) >= _FEWEST:
            return True
        is_long = len(said) >= _FEWEST_INSIDE and 2 * len(said) >= len(asked)
        if is_long and not is_question and f" {' '.join(said)} " in f" {' '.join(asked)} ":
            return True
    return False


def _words(text: str) -> list[str]:
    return [word.lower.replace("’", "'") for word in read(text)]
