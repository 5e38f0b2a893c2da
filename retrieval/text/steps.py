"""How people number the steps of something: "Step 1: …", "STEP 2 - …", "First, … Then, …"."""

import re

__all__ = ["begins_steps", "goes_on_with_steps", "is_ordered", "step_marks", "step_number"]

_STEP = (
    r"[*_]{0,3}step[ \t]{1,3}(?:no\.?[ \t])?(?P<number>\d{1,3})"
    r"(?:[*_]{0,3}[ \t]{0,2}[:.)][*_]{0,3}|[*_]{0,3}[ \t]{1,2}[-–—][*_]{0,3}|[*_]{1,3})"
)
_MARK = re.compile(_STEP, re.IGNORECASE)
_LINE = re.compile(rf"^[ \t]*(?P<mark>{_STEP})[ \t]+(?=\S)", re.IGNORECASE | re.MULTILINE)
_FIRST = re.compile(
    r"\W{0,4}(?:first(?:ly| of all)?|(?:to )?(?:begin|start)(?: with| by| off)?)\b(?! aid)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\W{0,4}(?:then|next|after(?:wards?| that| this)|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|now"
    r"|finally|last(?:ly)?(?: of all)?|in the end|(?:when|once) (?:that|this|it) is done)\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]", re.IGNORECASE)


def step_marks(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return where the lines of a stretch of text begin with the mark of a step, and its number.

    Returns:
        Of each, where its mark begins, where what it says begins, and the number.
    """
    found = _LINE.finditer(text[start:end])
    return [(start + one.start("mark"), start + one.end(), int(one["number"])) for one in found]


def step_number(mark: str) -> str | None:
    """Return the number in the mark of a step, "Step 2:"; None where it is no such mark."""
    found = _MARK.fullmatch(mark)
    return found["number"] if found else None


def begins_steps(words: str) -> bool:
    """Tell whether a sentence is the first of steps that are told in words: "First, …"."""
    return _FIRST.match(words) is not None


def goes_on_with_steps(words: str) -> bool:
    """Tell whether a sentence is a further one of them: "Then …", "Finally, …"."""
    return _NEXT.match(words) is not None


def is_ordered(mark: str) -> bool:
    """Tell whether the mark of a list's item says that it is one of several in an order."""
    return (
        _ORDERED.fullmatch(mark) is not None
        or step_number(mark) is not None
        or begins_steps(mark)
        or goes_on_with_steps(mark)
    )
