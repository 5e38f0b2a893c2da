"""Whether a word of a question stands in pages of text, in whatever form.

A pattern for each word would take longer to make than this. What says the same counts only in and
near a sentence: a page has nearly always some synonym of some sense.
"""

from retrieval.text.words import Word

__all__ = ["stand_together", "stands_in"]

_NEAR = 30
"""Characters between two words that are said of each other: about five words."""


def stands_in(word: Word, text: str) -> bool:
    """Tell whether some word of a text begins as this one does, up to its ending.

    Args:
        word: Any.
        text: In small letters.
    """
    return _find(_beginning(word), text, 0, len(text)) >= 0


def stand_together(one: Word, other: Word, text: str) -> bool:
    """Tell whether two words stand near one another somewhere in a text.

    Args:
        one: Any.
        other: Another one.
        text: In small letters.
    """
    first, second = _beginning(one), _beginning(other)
    at = _find(first, text, 0, len(text))
    while at >= 0:
        behind = at + len(first)
        if (
            _find(second, text, max(0, at - _NEAR), at) >= 0
            or _find(second, text, behind, min(len(text), behind + _NEAR)) >= 0
        ):
            return True
        at = _find(first, text, behind, len(text))
    return False


def _beginning(word: Word) -> str:
    return word.stem.removesuffix("i")


def _find(beginning: str, text: str, start: int, end: int) -> int:
    """Return the first place between two others where a word begins so; -1: there is none."""
    at = text.find(beginning, start, end)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(beginning, at + 1, end)
    return at
