"""The numbers that clauses bear: of rules, sections, articles, steps."""

import re

from retrieval.text.steps import step_number

__all__ = ["KINDS", "NUMBER", "clause_number", "mark_number"]

KINDS = (
    r"(?:rules?|sections?|articles?|clauses?|paragraphs?|points?|items?|steps?|chapters?|parts?"
    r"|laws?|regulations?|provisions?|guidelines?|policy|policies|appendix|annex|question)"
)
"""A pattern of what clauses are called, without groups."""
NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
"""A pattern of a clause's number, without groups."""

_NAMED = re.compile(
    rf"\W{{0,4}}(?:{KINDS}|§{{1,2}})\s?(?:no\.?\s|number\s|#)?(?P<number>{NUMBER})(?![\w.]*\w)",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"(?P<number>{NUMBER})(?P<behind>[.):]{{0,2}})(?:\s|$)")
_MARK = re.compile(rf"\(?(?P<number>{NUMBER})[.):]{{0,2}}")


def clause_number(line: str, *, is_heading: bool = False) -> str | None:
    """Return the number that a line bears as the beginning of a clause; None where it bears none.

    "3.2 Shops close", "4) No dogs", "Rule 5: be kind" do; "12 players may join" doesn't: a number
    without a point inside or behind it counts what follows, but in a heading.

    Args:
        line: Without its mark.
        is_heading: It is the text of a heading.
    """
    named = _NAMED.match(line)
    if named is not None:
        return named["number"]
    found = _BEGINS.match(line)
    if found is None or not (is_heading or "." in found["number"] or found["behind"]):
        return None
    return found["number"]


def mark_number(mark: str) -> str | None:
    """Return the number in the mark of an item, "3.", "(2)" or "Step 2:"; None: it has none."""
    if number := step_number(mark.strip()):
        return number
    found = _MARK.fullmatch(mark.strip())
    return found["number"] if found else None
