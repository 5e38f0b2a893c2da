"""Questions that a document asks itself, and where it answers them."""

from collections.abc import Mapping, Sequence

from retrieval.domain import BlockKind
from retrieval.structure.layout import Layout
from retrieval.structure.roles import QA_LABELS
from retrieval.structure.unit import Role
from retrieval.structure.wording import asks

__all__ = ["answered"]

_SHORTEST_REPLY = 3
"""Words of a turn from which it answers; "good question" is followed by what does."""
_NEAR_TURNS = 4
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
            if rest:
                # A question inside a paragraph is answered by the next sentence, one that the
                # paragraph begins with by all of it.
                found[place] = tuple(rest) if place == run.start else (rest[0],)
            elif number in turns:
                found[place] = _replies(layout, number, turns)
            else:
                most = len(layout.runs) if is_page and asking[number] else 1
                found[place] = _below(layout, number, asking, roles, most)
    return {place: rows for place, rows in found.items() if rows}


def _replies(layout: Layout, number: int, turns: frozenset[int]) -> tuple[int, ...]:
    asker = layout.blocks[number].speaker
    rows: list[int] = []
    for other in range(number + 1, min(number + 1 + _NEAR_TURNS, len(layout.runs))):
        if other not in turns or not layout.same_section(number, other):
            break
        if layout.blocks[other].speaker == asker:
            if rows:
                break
            continue
        if rows and asks(layout.texts[layout.runs[other].start]):
            break
        rows += layout.runs[other]
        if sum(len(layout.texts[row].split()) for row in layout.runs[other]) > _SHORTEST_REPLY:
            break
    return tuple(rows)


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
