"""The paragraphs of a plain text: which line ends are the author's and which the editor's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from retrieval.domain import BlockKind, Span
from retrieval.locators import Locator
from retrieval.reading.formats import byline, fact_lines, line_forms
from retrieval.reading.formats.cues import join_cues
from retrieval.reading.formats.numbered_heads import numbered_heads
from retrieval.reading.formats.pages import join_pages
from retrieval.reading.formats.text_lines import Group, TextLine, groups
from retrieval.reading.formats.turns import TurnHead, find_turns, with_what_is_said
from retrieval.reading.formats.typed_bullets import mark_typed
from retrieval.text.clause_words import has_verb

__all__ = ["Chunk", "Paragraph", "split_chunks"]

# Nobody wraps lines by hand, or by program, outside of these widths; below the second one, only
# columns are set.
_NARROWEST = 18
_NARROW = 45
_WIDEST = 130
_MOSTLY = 0.6
_GOING_ON = 0.4
_FEWEST_BREAKS = 3
_LINES_A_STOP = 12
"""Lines of wrapped text in which at least one sentence ends, or one line is plainly unfinished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of text without white space around it, list marks left out."""

    start: int
    end: int
    kind: BlockKind
    mark: str = ""
    """Of a list item, what stands before it."""
    indent: int = 0
    """Characters of white space before its first line."""
    speaker: str = ""
    """Who speaks, where it is a part of a turn."""
    underline: str | None = None
    """``=``, ``-`` or the like where a line of these stands right below it."""
    is_head: bool = False
    """Whether its number, among others like it, makes it a heading."""
    omitted: tuple[Span, ...] = ()
    """What interrupts it and is no part of what it says."""
    locator: Locator | None = None
    """Where it stands, if its lines don't say it."""

    @property
    def is_spoken(self) -> bool:
        """Whether it is something that somebody says."""
        return bool(self.speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """What stands between two empty lines."""

    paragraphs: tuple[Paragraph, ...]
    opens_with_lone_line: bool
    """Its first paragraph is a single line of text."""

    @property
    def may_open_with_title(self) -> bool:
        """Whether the first line stands apart, as the headline of a text would."""
        return self.opens_with_lone_line or len(self.paragraphs) == 1


@dataclass(slots=True)
class _Layout:
    """What holds for all of a text's lines."""

    width: int | None = None
    """How long a line may be before it is wrapped; None: its lines are not wrapped."""
    speakers: frozenset[str] = field(default_factory=frozenset)
    turns: Mapping[int, TurnHead] = field(default_factory=dict)
    """Who speaks, by where the lines start that say so and are no part of what is said."""
    heads: frozenset[int] = field(default_factory=frozenset)
    """Where the lines start that are headings by their numbers."""

    def is_alone(self, line: TextLine) -> bool:
        """Tell whether a line only says who speaks."""
        head = self.turns.get(line.start)
        return head is not None and head.is_alone


def split_chunks(text: str) -> tuple[Chunk, ...]:
    """Cut a text at its empty lines, and each part into paragraphs."""
    found = groups(text)
    mark_typed([part.lines for part in found])
    parts = join_cues(found) or join_pages(found)
    turns = {} if any(part.is_whole for part in parts) else find_turns([p.lines for p in parts])
    parts = with_what_is_said(parts, turns)
    lines = [part.lines for part in parts]
    style = _Layout(
        width=_wrap_width(_without_heads(lines, turns)),
        speakers=frozenset() if turns else _speakers(lines),
        turns=turns,
        heads=numbered_heads(lines),
    )
    chunks = []
    speaker = ""
    for part in parts:
        pieces = [part.lines] if part.is_whole else list(_pieces(part.lines, style))
        paragraphs = []
        for piece in pieces:
            head = turns.get(piece[0].start)
            if head is not None:
                speaker = head.speaker
            elif speaker and _ends_talk(piece):
                speaker = ""
            paragraphs.append(_paragraph(piece, style, part, speaker))
        chunks.append(
            Chunk(
                paragraphs=tuple(paragraphs),
                opens_with_lone_line=len(pieces[0]) == 1,
            )
        )
    return tuple(chunks)


def _ends_talk(piece: Sequence[TextLine]) -> bool:
    """Tell whether a heading stands where somebody else's turn might begin."""
    words = piece[0].words
    is_heading = line_forms.heading_level(words) > 0 and line_forms.is_plainly_heading(words)
    return len(piece) == 1 and (piece[0].underline is not None or is_heading)


def _without_heads(
    parts: Sequence[Sequence[TextLine]], turns: Mapping[int, TurnHead]
) -> list[list[TextLine]]:
    """Return the lines of each part in which something is said, parted where a turn begins."""
    kept: list[list[TextLine]] = []
    for part in parts:
        kept.append([])
        for line in part:
            head = turns.get(line.start)
            if head is not None and kept[-1]:
                kept.append([])
            if head is None or not head.is_alone:
                kept[-1].append(line)
    return [part for part in kept if part]


def _breaks(parts: Iterable[Sequence[TextLine]]) -> Iterator[tuple[TextLine, TextLine]]:
    for part in parts:
        yield from pairwise(part)


def _wrap_width(parts: Sequence[Sequence[TextLine]]) -> int | None:
    """Return the width at which most line ends of the text can be explained by wrapping."""
    parts = [part for part in parts if not _are_facts(part)]
    breaks = [
        (above, below)
        for above, below in _breaks(parts)
        if not (below.marker or below.is_tabular or above.is_tabular)
    ]
    # What has no place to break, such as an address, tells nothing of where lines are broken.
    lengths = sorted(
        line.length for part in parts if len(part) > 1 for line in part if line.can_wrap
    )
    if not breaks or not lengths:
        return None
    # One line in twenty, and one in a short text, may be longer than anybody could wrap it.
    for beyond in dict.fromkeys((len(lengths) // 20, min(1, len(lengths) // 4))):
        width = lengths[len(lengths) - 1 - beyond]
        if _NARROWEST <= width <= _WIDEST and _explains(width, breaks):
            return width
    return None


def _explains(width: int, breaks: Sequence[tuple[TextLine, TextLine]]) -> bool:
    wrapped = sum(not _fits(above, below, width) for above, below in breaks)
    if wrapped < _MOSTLY * len(breaks) or not _is_prose(breaks):
        return False
    if width >= _NARROW:
        return True
    # Names, verses and addresses are short lines too; a column's go on in the middle of sentences.
    going_on = sum(line_forms.goes_on(above.words, below.words) for above, below in breaks)
    return going_on >= _GOING_ON * len(breaks)


def _is_prose(breaks: Sequence[tuple[TextLine, TextLine]]) -> bool:
    """Tell whether lines as long as each other can be those of a wrapped text: not one fact a line.

    In that, sentences end inside of lines or at the end of one, or the lines go on in the next.
    """
    if len(breaks) < _FEWEST_BREAKS:
        return True
    ends = sum(
        line_forms.has_stop(above.words) or line_forms.is_unfinished(above.words)
        for above, _ in breaks
    )
    ends += sum(line_forms.ends_sentence(below.words) for _, below in breaks[-1:])
    begins = sum(_begins_anew(above, below) for above, below in breaks)
    return ends * _LINES_A_STOP >= len(breaks) and begins < _MOSTLY * len(breaks)


def _begins_anew(above: TextLine, below: TextLine) -> bool:
    """Tell whether a line begins with a capital though nothing says that the one above ended."""
    is_told = line_forms.ends_sentence(above.words) or line_forms.is_unfinished(above.words)
    return below.words[0].isupper() and above.can_wrap and not is_told


def _fits(above: TextLine, below: TextLine, width: int) -> bool:
    return above.length + 1 + len(below.first_word) <= width


def _speakers(groups: Sequence[Sequence[TextLine]]) -> frozenset[str]:
    """Return who speaks, where enough lines begin with a name that comes again."""
    named = Counter(line.speaker for group in groups for line in group if line.speaker)
    lines = sum(map(len, groups))
    spoken = sum(named.values())
    if spoken < 3 or spoken * 5 < lines or max(named.values()) < 2:
        return frozenset()
    # Whoever speaks once in a transcript speaks too.
    return frozenset(name for name in named if name)


def _pieces(group: Sequence[TextLine], style: _Layout) -> Iterator[list[TextLine]]:
    piece = [group[0]]
    # Whoever types sends every line by itself.
    is_facts = _are_facts(group) or (bool(style.turns) and style.width is None)
    for above, below in pairwise(group):
        if style.is_alone(above) and below.start not in style.turns:
            piece.append(below)
            continue
        is_fact = is_facts and not below.marker and _is_fact(above, below, style)
        said = piece[1:] if style.is_alone(piece[0]) and len(piece) > 1 else piece
        if is_fact or below.start in style.turns or _is_break(above, below, said, style):
            yield piece
            piece = []
        piece.append(below)
    yield piece


def _are_facts(group: Sequence[TextLine]) -> bool:
    return fact_lines.are_facts([line.words for line in group if not line.marker])


def _is_fact(above: TextLine, below: TextLine, style: _Layout) -> bool:
    """Tell whether a line among facts is one of its own, and no wrapped one's rest."""
    if below.indent > above.indent or line_forms.is_unfinished(above.words):
        return False
    if above.words.endswith((",", "-", "–", "—")) or line_forms.begins_with_step(below.words):
        return False
    return style.width is None or _fits(above, below, style.width)


def _is_break(above: TextLine, below: TextLine, piece: Sequence[TextLine], style: _Layout) -> bool:
    if below.speaker and below.speaker in style.speakers:
        return True
    if above.start in style.heads:
        return True
    if below.marker and not _is_wrapped_number(above, below, piece, style):
        return True
    if above.is_tabular and below.is_tabular:
        return True
    if piece[0].marker:
        # The second line of a list item is set in, or it is what wrapping left over.
        return below.indent <= piece[0].indent and _is_own_line(above, below, style)
    if below.indent > above.indent + 1 and line_forms.ends_sentence(above.words):
        return True
    return _is_own_line(above, below, style)


def _is_wrapped_number(
    above: TextLine, below: TextLine, piece: Sequence[TextLine], style: _Layout
) -> bool:
    """Tell whether a line begins with a number only because wrapping put it there.

    As in "the conditions of section / 7. This requirement".
    """
    return (
        style.width is not None
        and not piece[0].marker
        and below.words[0].isdigit()
        and not _fits(above, below, style.width)
        and above.words[-1].isalnum()
    )


def _is_own_line(above: TextLine, below: TextLine, style: _Layout) -> bool:
    is_address = not above.can_wrap and style.width is not None and above.length > style.width
    if style.width is not None and not is_address and not _fits(above, below, style.width):
        return False
    if line_forms.is_unfinished(above.words) or line_forms.begins_with_step(below.words):
        return False
    if line_forms.is_decorated(above.words) or line_forms.is_decorated(below.words):
        return True
    if line_forms.ends_sentence(above.words) or byline.author(below.words, may_be_prose=False):
        return True
    first = next((character for character in below.words if character.isalnum()), "")
    if first.islower() or above.words.endswith((",", ";", "-", "–", "—")):
        return False
    return style.width is None or not _ends_clause(above, below)


def _ends_clause(above: TextLine, below: TextLine) -> bool:
    """Tell whether a line of a wrapped text ends the sentence of the one above it, cut short.

    "… are to be renewed before Advent / 2027 at the latest.": the upper has the verb, the lower the
    full stop.
    """
    return (
        below.words[0].isdigit()
        and has_verb(above.words)
        and line_forms.ends_sentence(below.words)
        and not has_verb(below.words)
    )


def _paragraph(piece: Sequence[TextLine], style: _Layout, group: Group, speaker: str) -> Paragraph:
    head = style.turns.get(piece[0].start)
    first, last = piece[0], piece[-1]
    begins_with_name = first.speaker is not None and first.speaker in style.speakers
    if begins_with_name:
        speaker = first.speaker or ""
    if first.marker and head is None and not begins_with_name and not first.underline:
        kind = BlockKind.LIST_ITEM
    elif len(piece) == 1 and first.is_tabular and not speaker:
        kind = BlockKind.TABLE
    else:
        kind = BlockKind.PARAGRAPH
    is_item = kind is BlockKind.LIST_ITEM
    named = () if head is None else (Span(start=first.start, end=first.start + head.length),)
    return Paragraph(
        start=first.start + (first.marker if is_item else 0),
        end=last.end,
        kind=kind,
        mark=first.words[: first.marker].rstrip() if is_item else "",
        indent=first.indent,
        speaker=speaker,
        underline=first.underline,
        is_head=first.start in style.heads and len(piece) == 1,
        omitted=(
            *(one for one in named if one.end > one.start),
            *(one for one in group.omitted if first.start < one.start and one.end < last.end),
        ),
        locator=group.locator,
    )
