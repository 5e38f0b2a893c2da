"""Questions that a document asks itself, and where it answers them."""

from collections.abc import Mapping, Sequence

from retrieval.domain import BlockKind
from retrieval.structure.layout import Layout
from retrieval.structure.roles import QA_LABELS
from retrieval.structure.talk import is_answered_by_others, replies
from retrieval.structure.unit import Role

__all__ = ["answered"]

_FEWEST_PAIRS = 2
"""So many paragraphs that only ask make a page of questions, where an answer may be long."""
_NO_ANSWER = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.BYLINE})


def answered(
    layout: Layout, roles: Sequence[Role], turns: frozenset[int]
) -> Mapping[int, tuple[int, ...]]:
    """Return the sentences that answer each question; those without an answer are left out.

    Args:
        layout: The document.
        roles: What each sentence is.
        turns: The runs that are turns of a conversation.
    """
    asking = [all(roles[place] is Role.QUESTION for place in run) for run in layout.runs]
    lone = sum(asking[n] for n in range(len(layout.runs)) if n not in turns)
    is_page = lone >= _FEWEST_PAIRS
    found: dict[int, tuple[int, ...]] = {}
    for number, run in enumerate(layout.runs):
        for place in run:
            if roles[place] is not Role.QUESTION:
                continue
            rest = [other for other in range(place + 1, run.stop) if roles[other] != Role.QUESTION]
            is_more = number in turns and is_answered_by_others(layout, rest)
            if rest and not is_more:
                # A question inside a paragraph is answered by the next sentence, one that the
                # paragraph begins with by all of it.
                found[place] = tuple(rest) if place == run.start else (rest[0],)
            elif number in turns:
                found[place] = replies(layout, number, turns, roles)
            else:
                most = len(layout.runs) if is_page and asking[number] else 1
                found[place] = _below(layout, number, asking, roles, most)
    return {place: rows for place, rows in found.items() if rows}


def _below(
    layout: Layout, number: int, asking: Sequence[bool], roles: Sequence[Role], most: int
) -> tuple[int, ...]:
    """Return the blocks below a question, up to the next question or heading."""
    rows: list[int] = []
    for other in range(number + 1, min(number + 1 + most, len(layout.runs))):
        run, block = layout.runs[other], layout.blocks[other]
        is_over = asking[other] or block.kind in _NO_ANSWER or roles[run.start] is Role.HEADING
        if is_over or not layout.same_section(number, other):
            break
        if _is_question_label(block.speaker):
            break
        rows += run
    return tuple(rows)


def _is_question_label(speaker: str) -> bool:
    return speaker.casefold() in QA_LABELS and speaker[:1].casefold() != "a"
