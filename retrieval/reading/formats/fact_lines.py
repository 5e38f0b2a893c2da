"""Lines of which each says something by itself: one fact a line, with or without capitals."""

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.reading.formats import line_forms

__all__ = ["are_facts"]

_ASSIGNS = re.compile(r"\S\s*(?:=>?|-{1,3}>|→|⇒)\s*\S|^[^:.!?]{1,40}:\s+\S|\S\s+[-–—|]\s+\S")
# What a wrapped sentence goes on with rather than a fact begins.
_GOES_ON = frozenset(
    """and or but nor so than that which who whose whom of by with without because while whereas if
    when as is are was were has have had will would can could should must may might""".split()
)
_MOST_GOING_ON = 0.3
_FEWEST_SURE = 3


def are_facts(lines: Sequence[str]) -> bool:
    """Tell whether no line of a group goes on with the one above.

    Most have a name and what it is ("wifi = guests", "key -> second drawer"); or no sentence of the
    group ends as prose does, and hardly a line begins as the rest of one would.

    Args:
        lines: Those between two empty lines, without white space around them.
    """
    if len(lines) < 2:
        return False
    assigned = sum(_ASSIGNS.search(line) is not None for line in lines)
    if assigned * 3 >= len(lines) * 2:
        return True
    # A writer who begins in small letters behind a full stop begins every line so.
    unmarked = any(
        line_forms.ends_sentence(above) and below[0].islower() for above, below in pairwise(lines)
    )
    if not unmarked and any(map(line_forms.has_stop, lines)):
        return False
    going_on = sum(_first(line) in _GOES_ON for line in lines[1:])
    unfinished = sum(
        line_forms.is_unfinished(line) or line.endswith((",", ";")) for line in lines[:-1]
    )
    if going_on + unfinished > _MOST_GOING_ON * (len(lines) - 1):
        return False
    # Two lines, the first with a capital, may be a sentence that was broken by hand.
    small = sum(line[0].islower() for line in lines[1:])
    return lines[0][0].islower() or len(lines) > _FEWEST_SURE or small < len(lines) - 1


def _first(line: str) -> str:
    return line.split(None, 1)[0].strip(",.:;").casefold()
