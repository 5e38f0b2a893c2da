"""What each sentence is, by its block and its own words."""

import re
from collections.abc import Container, Mapping

from retrieval.domain import Block, BlockKind
from retrieval.structure.layout import Layout
from retrieval.structure.releases import release_in
from retrieval.structure.unit import Role
from retrieval.structure.wording import (
    asks,
    asks_aloud,
    begins_asking,
    is_label,
    is_leader,
    leads_in,
    record_label,
    states_something,
    text_of,
)

__all__ = ["INNERMOST", "QA_LABELS", "named_lines", "roles"]

INNERMOST = 1 << 30
"""The depth of a line that is a heading by its looks: under all that the format knows."""
QA_LABELS = frozenset({"q", "question", "a", "answer", "frage", "antwort"})
_BY_KIND = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.HEADING: Role.HEADING,
    BlockKind.BYLINE: Role.BYLINE,
    BlockKind.FIELD: Role.FIELD,
    BlockKind.CODE: Role.CODE,
    BlockKind.TABLE: Role.ROW,
}
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)]")
_PARTS = frozenset("step part phase chapter section article appendix annex".split())
_FEWEST_LINES = 2
_FEWEST_WORDS = 5
_LONGEST_NAME = 120
_MOST_NAME_WORDS = 12


def roles(layout: Layout, headed: Container[int]) -> list[Role]:
    """Return what each sentence is.

    Args:
        layout: The document.
        headed: The runs that `named_lines` found.
    """
    found: list[Role] = []
    for number, run in enumerate(layout.runs):
        block = layout.blocks[number]
        if number in headed:
            # "I lost my card. What now?" asks, and what is told before it belongs to it.
            is_question = asks(layout.texts[run.stop - 1])
            found += [Role.QUESTION if is_question else Role.HEADING] * len(run)
        elif block.is_navigation:
            found += [Role.NAVIGATION] * len(run)
        elif block.kind in _BY_KIND:
            found += [_by_kind(layout.texts[place], block) for place in run]
        else:
            found += [_by_words(layout.texts[place], block) for place in run]
    for place in _only_guess(layout):
        found[place] = Role.STATEMENT
    return found


def _only_guess(layout: Layout) -> list[int]:
    """Return the one line of a text that looked like a heading, if it has words enough.

    Headings come several to a text; a lone one as long as a sentence lost its full stop.
    """
    headings = [n for n, block in enumerate(layout.blocks) if block.kind is BlockKind.HEADING]
    if len(headings) != 1 or layout.blocks[headings[0]].level:
        return []
    (place, *_) = layout.runs[headings[0]]
    words = layout.texts[place]
    is_name = len(words.split()) < _FEWEST_WORDS or asks(words) or begins_asking(words)
    return [] if is_name else [place]


def named_lines(layout: Layout) -> Mapping[int, int]:
    """Find the runs that are headings though their format doesn't say so, with their depth.

    A paragraph wholly in bold, a numbered line that stands alone in its list, or a short line that
    opens a paragraph and states nothing, with text below; the line of a release; and such a line
    right above one.
    """
    below = [n for n in range(len(layout.runs) - 1) if layout.same_section(n, n + 1)]
    opening = [number for number in below if _is_opening_line(layout, number)]
    marked = [
        n
        for n in below
        if _is_bold(layout, n) or _is_lone_item(layout, n) or _is_release(layout, n)
    ]
    bold = [n for n in below if _is_whole_bold(layout, n)]
    if sum(n in marked for n in bold) >= _FEWEST_LINES and len(bold) < 2 * len({*bold} & {*marked}):
        # Among questions and names in bold, "**I forgot my password.**" is one of them.
        marked += [n for n in bold if n not in marked and _is_short(_words(layout, n))]
    # One line without a full stop may be a slip of the pen.
    opening = opening if len(opening) >= _FEWEST_LINES else []
    inner = dict.fromkeys((*marked, *opening), INNERMOST)
    outer = {
        number - 1: INNERMOST - 1
        for number in inner
        # What stands right below a heading is what it heads, however short.
        if not {number - 1, number - 2} & inner.keys() and _is_lone_name(layout, number - 1)
    }
    return inner | outer


def _by_kind(words: str, block: Block) -> Role:
    if block.kind is BlockKind.TABLE and is_leader(words):
        return Role.NAVIGATION
    return Role.HEADER if block.is_header else _BY_KIND[block.kind]


def _by_words(words: str, block: Block) -> Role:
    if is_leader(words):
        return Role.NAVIGATION
    is_turn = bool(block.speaker) and block.speaker.casefold() not in QA_LABELS
    if asks_aloud(words) if is_turn else asks(words):
        return Role.QUESTION
    return Role.LEAD_IN if leads_in(words) else Role.STATEMENT


def _is_bold(layout: Layout, number: int) -> bool:
    return _is_whole_bold(layout, number) and _is_name(_words(layout, number))


def _is_whole_bold(layout: Layout, number: int) -> bool:
    block = layout.blocks[number]
    if block.kind is not BlockKind.PARAGRAPH or block.lead is None or block.speaker:
        return False
    words = _words(layout, number)
    rest = words[block.lead.end - block.start :]
    return not any(map(str.isalnum, rest)) and not leads_in(words)


def _words(layout: Layout, number: int) -> str:
    block = layout.blocks[number]
    return layout.document.text[block.start : block.end]


def _is_lone_item(layout: Layout, number: int) -> bool:
    block, below = layout.blocks[number], layout.blocks[number + 1]
    if block.kind is not BlockKind.LIST_ITEM or not _NUMBER.fullmatch(block.mark):
        return False
    if below.kind is not BlockKind.PARAGRAPH:
        return False
    above = layout.blocks[number - 1] if number else None
    if above is not None and above.kind is BlockKind.LIST_ITEM and above.level >= block.level:
        # Behind a list of other marks, and an empty line, it goes on with nothing.
        other = _is_numeral(above.mark) != _is_numeral(block.mark)
        return other and not layout.adjacent(number - 1, number) and _is_own_name(layout, number)
    return _is_own_name(layout, number)


def _is_own_name(layout: Layout, number: int) -> bool:
    block = layout.blocks[number]
    words = layout.document.text[block.start : block.end]
    return _is_name(words) and not leads_in(words)


def _is_numeral(mark: str) -> bool:
    return mark.strip("().").isdigit()


def _is_release(layout: Layout, number: int) -> bool:
    if layout.blocks[number].kind is not BlockKind.PARAGRAPH or len(layout.runs[number]) > 1:
        return False
    release = release_in(layout.texts[layout.runs[number].start])
    return release is not None and release.surely and not release.says


def _is_opening_line(layout: Layout, number: int) -> bool:
    block, below = layout.blocks[number], layout.blocks[number + 1]
    if {block.kind, below.kind} != {BlockKind.PARAGRAPH} or len(layout.runs[number]) > 1:
        return False
    if block.speaker or below.speaker or not layout.adjacent(number, number + 1):
        return False
    if number and layout.adjacent(number - 1, number):
        return False
    above = layout.texts[layout.runs[number].start - 1] if number else ""
    words = layout.texts[layout.runs[number].start]
    if words[:1].islower() or text_of(above).endswith((",", ";")):
        return False
    under = layout.texts[layout.runs[number + 1].start]
    return _names(words) and not is_label(under)


def _is_lone_name(layout: Layout, number: int) -> bool:
    if number < 0 or not layout.same_section(number, number + 1):
        return False
    if layout.blocks[number].kind is not BlockKind.PARAGRAPH or layout.blocks[number].speaker:
        return False
    if number and layout.adjacent(number - 1, number):
        return False
    return len(layout.runs[number]) == 1 and _names(layout.texts[layout.runs[number].start])


def _names(words: str) -> bool:
    """Tell whether a line is a name for what stands below it."""
    if not _is_name(words) or leads_in(words) or states_something(words):
        return False
    label = record_label(words)
    return label is None or label.split()[0] in _PARTS


def _is_name(words: str) -> bool:
    bare = text_of(words)
    return asks(bare) or (_is_short(words) and is_label(bare))


def _is_short(words: str) -> bool:
    bare = text_of(words)
    return len(bare) <= _LONGEST_NAME and len(bare.split()) <= _MOST_NAME_WORDS
