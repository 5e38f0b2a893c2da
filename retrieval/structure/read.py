"""The structure of a document: what each of its sentences is, and what it stands with."""

from collections.abc import Mapping, Sequence

from retrieval.domain import BlockKind, Document, Sentence
from retrieval.structure.layout import Layout
from retrieval.structure.lists import announced, under_items
from retrieval.structure.pairs import answered
from retrieval.structure.records import records
from retrieval.structure.roles import QA_LABELS, named_lines, roles
from retrieval.structure.sections import headings_over
from retrieval.structure.tables import headers
from retrieval.structure.talk import asked_in_talk
from retrieval.structure.unit import MOST_INTRODUCTIONS, Role, Unit
from retrieval.structure.wording import (
    announces_page,
    asks,
    begins_asking,
    breaks_off,
    clause_depth,
    dated,
    is_label,
    is_sentence,
    points_below,
    points_elsewhere,
    record_label,
    states_rule,
    states_something,
)

__all__ = ["structure_of"]

_INNERMOST = 2
"""So many headings are a sentence's own; what is above them names half of the document."""
_LONGEST_POINTER = 160
_LONGEST_LABEL = 3
"""Words up to which a line ending in a colon is a mere label."""
_FEWEST_SAID = 4
"""Words from which a line without anything below it says something by itself."""
_LEADING = frozenset({Role.HEADING, Role.QUESTION, Role.LEAD_IN, Role.LABEL, Role.HEADER})
"""They lead to what answers."""
_NAMES = frozenset({Role.TITLE, Role.HEADING})
_SILENT = frozenset({Role.TITLE, Role.NAVIGATION, Role.BYLINE})


def structure_of(document: Document, sentences: Sequence[Sentence]) -> tuple[Unit, ...]:
    """Find the structure of a document, one unit a sentence; takes time linear in their number."""
    layout = Layout(document, sentences)
    if not len(layout):
        return ()
    headed = named_lines(layout)
    found = roles(layout, headed)
    kept_records = records(layout)
    in_record = {number for record in kept_records for number in record}
    turns = frozenset(
        number
        for number, block in enumerate(layout.blocks)
        if block.speaker and block.speaker.casefold() not in QA_LABELS and number not in in_record
    )
    for place in asked_in_talk(layout, found, turns):
        found[place] = Role.QUESTION
    over = headings_over(layout, found, headed)
    leads = _leads(layout, found, turns, kept_records)
    introductions = _introductions(over, leads, len(layout))
    begins = _begins(layout, found, headed, leads, kept_records)
    ahead = _ahead(layout, found, over, leads)
    answers = _answers(found, ahead)
    return tuple(
        Unit(
            role=found[place],
            introduced_by=introductions[place],
            answer=answers[place],
            states=_states(place, layout, found, ahead),
            begins=place in begins,
        )
        for place in range(len(layout))
    )


def _leads(
    layout: Layout, found: list[Role], turns: frozenset[int], kept: Sequence[range]
) -> dict[int, tuple[int, ...]]:
    """Return what each sentence introduces, headings aside; gives some of them their role."""
    leads: dict[int, tuple[int, ...]] = {}

    def add(more: Mapping[int, tuple[int, ...]]) -> None:
        for place, rows in more.items():
            leads[place] = tuple(dict.fromkeys((*leads.get(place, ()), *rows)))

    add(answered(layout, found, turns))
    told = announced(layout, found)
    add(told)
    items = under_items(layout)
    for place, rows in items.items():
        is_parent = any(layout.block(row).mark for row in rows)
        if found[place] is not Role.STATEMENT or not is_parent:
            continue
        if _is_name(layout, place):
            found[place] = Role.LABEL
        elif breaks_off(layout.texts[place]):
            found[place] = Role.LEAD_IN
    add(items)
    in_record = {row for record in kept for number in record for row in layout.runs[number]}
    tables = {place: rows for place, rows in headers(layout).items() if place not in in_record}
    for place in tables:
        found[place] = Role.HEADER
    add(tables)
    for record in kept:
        first, *others = (row for number in record for row in layout.runs[number])
        add({first: tuple(others)})
        for row in (first, *others):
            if found[row] is not Role.TITLE:
                found[row] = Role.FIELD
    for place in told:
        if found[place] is Role.STATEMENT and _only_points(layout.texts[place]):
            found[place] = Role.LEAD_IN
    return leads


def _is_name(layout: Layout, place: int) -> bool:
    return is_label(layout.texts[place]) and record_label(layout.texts[place]) is None


def _only_points(words: str) -> bool:
    """Tell whether a sentence says little more than that something follows, or not even all."""
    return (len(words) <= _LONGEST_POINTER and points_below(words)) or breaks_off(words)


def _introductions(
    over: Sequence[tuple[int, ...]], leads: Mapping[int, tuple[int, ...]], count: int
) -> list[tuple[int, ...]]:
    own: list[set[int]] = [set(chain[-_INNERMOST:]) for chain in over]
    for place, rows in leads.items():
        for row in rows:
            if row != place:
                own[row].add(place)
    # Of more than can be kept, headings go first and the farthest lead-ins next.
    return [
        tuple(sorted(sorted(own[place], key=lambda one: one)[-MOST_INTRODUCTIONS:]))
        for place in range(count)
    ]


def _begins(
    layout: Layout,
    found: Sequence[Role],
    headed: Mapping[int, int],
    leads: Mapping[int, tuple[int, ...]],
    kept: Sequence[range],
) -> frozenset[int]:
    """Return where a section, a pair or a record begins."""
    firsts = {layout.runs[record.start].start for record in kept}
    firsts |= {layout.runs[record.stop].start for record in kept if record.stop < len(layout.runs)}
    previous: Role | None = None
    kinds = [block.kind for block in layout.blocks]
    alone = kinds.count(BlockKind.HEADING) == 1
    for number, run in enumerate(layout.runs):
        block, role = layout.blocks[number], found[run.start]
        if alone and block.kind is BlockKind.HEADING and not block.level:
            # One guess makes no section: the text goes on through it.
            continue
        is_heading = block.kind is BlockKind.HEADING or number in headed
        is_asking = len(run) == 1 or number in headed
        is_pair = role is Role.QUESTION and run.start in leads and is_asking
        above = layout.blocks[number - 1] if number else block
        guessed = alone and above.kind is BlockKind.HEADING and not above.level
        changed = block.headings != above.headings and not guessed
        if (is_heading or is_pair or changed) and previous not in {Role.HEADING, Role.TITLE}:
            firsts.add(run.start)
        previous = role
    return frozenset(firsts - {0})


def _ahead(
    layout: Layout,
    found: Sequence[Role],
    over: Sequence[tuple[int, ...]],
    leads: Mapping[int, tuple[int, ...]],
) -> dict[int, int]:
    """Return where to look on from what leads to something else: the first of what it leads to."""
    ahead: dict[int, int] = {}
    for place, role in enumerate(found):
        if role not in _LEADING:
            continue
        if place in leads:
            ahead[place] = leads[place][0]
        elif role is Role.HEADING and not _heading_states(layout.texts[place]):
            below = _first_below(place, found, over)
            if below is not None:
                ahead[place] = below
    return ahead


def _first_below(
    heading: int, found: Sequence[Role], over: Sequence[tuple[int, ...]]
) -> int | None:
    for place in range(heading + 1, len(found)):
        if heading not in over[place]:
            return None
        if found[place] not in _SILENT:
            return place
    return None


def _answers(found: Sequence[Role], ahead: Mapping[int, int]) -> list[int]:
    """Follow each sentence to what answers; leads go ahead, so the last ones are settled first."""
    answers = list(range(len(found)))
    for place in reversed(range(len(found))):
        if place in ahead:
            answers[place] = answers[ahead[place]]
    return answers


def _states(place: int, layout: Layout, found: Sequence[Role], ahead: Mapping[int, int]) -> bool:
    """Tell whether a sentence says something by itself."""
    words, role = layout.texts[place], found[place]
    match role:
        case Role.TITLE:
            return _title_states(place, layout)
        case Role.HEADING:
            if _heading_states(words) or dated(words):
                return True
            # What heads nothing leads nowhere: all that it says is in itself.
            return place not in ahead and (
                states_something(words) or _says_enough(place, layout, found)
            )
        case Role.LEAD_IN:
            # With nothing below that could be shown, it says what it says.
            return place not in ahead and len(words.split()) > _LONGEST_LABEL
        case Role.NAVIGATION | Role.BYLINE | Role.HEADER | Role.LABEL:
            return False
        case Role.QUESTION:
            return False
        case Role.STATEMENT:
            if announces_page(words):
                return False
            return not points_elsewhere(words) or _is_alone(place, layout, found)
        case _:
            return True


def _says_enough(place: int, layout: Layout, found: Sequence[Role]) -> bool:
    """Tell whether a heading without anything below it has the words of a sentence of its own."""
    words = layout.texts[place]
    leads_on = place + 1 < len(found) and found[place + 1] is Role.NAVIGATION
    is_question = asks(words) or begins_asking(words)
    return len(words.split()) >= _FEWEST_SAID and not leads_on and not is_question


def _is_alone(place: int, layout: Layout, found: Sequence[Role]) -> bool:
    """Tell whether a sentence is all that its section says; what points elsewhere is then told."""
    number = layout.run_of[place]
    return not any(
        0 <= other < len(found)
        and found[other] not in _NAMES
        and layout.blocks[layout.run_of[other]].headings == layout.blocks[number].headings
        for other in (place - 1, place + 1)
    )


def _heading_states(words: str) -> bool:
    """Tell whether a heading is a rule of its own, whatever stands below it.

    In capitals, or a numbered clause that gives a figure: "1.2 Annual leave is 28 days".
    """
    figure = clause_depth(words) > 0 and any(map(str.isdigit, words.split(None, 1)[-1]))
    return states_rule(words) or (figure and states_something(words))


def _title_states(place: int, layout: Layout) -> bool:
    """Tell whether a title is rather a text's first sentence, or the first of its lines."""
    words, number = layout.texts[place], layout.run_of[place]
    if is_sentence(words):
        return True
    if layout.blocks[number].level or number + 1 == len(layout.runs):
        return False
    below = layout.texts[layout.runs[number + 1].start]
    return layout.adjacent(number, number + 1) and is_label(below)
