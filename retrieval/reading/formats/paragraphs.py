"""The paragraphs of a plain text: which line ends are the author's and which the editor's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from retrieval.domain import BlockKind
from retrieval.reading.formats import byline, line_forms
from retrieval.text.lines import LineTable

__all__ = ["Chunk", "Paragraph", "split_chunks"]

# Nobody wraps lines by hand, or by program, outside of these widths.
_NARROWEST = 45
_WIDEST = 130
_MOSTLY = 0.6


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
    """Who speaks, where it begins with that."""
    underline: str | None = None
    """``=`` or ``-`` where a line of these stands right below it."""

    @property
    def is_spoken(self) -> bool:
        """Whether it begins with the name of who speaks."""
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
class _Line:
    start: int
    end: int
    words: str
    indent: int
    marker: int
    speaker: str | None
    is_tabular: bool
    underline: str | None = None


@dataclass(slots=True)
class _Layout:
    """What holds for all of a text's lines."""

    width: int | None = None
    """How long a line may be before it is wrapped; None: its lines are not wrapped."""
    speakers: frozenset[str] = field(default_factory=frozenset)


def split_chunks(text: str) -> tuple[Chunk, ...]:
    """Cut a text at its empty lines, and each part into paragraphs."""
    groups = list(_groups(text))
    style = _Layout(width=_wrap_width(groups), speakers=_speakers(groups))
    chunks = []
    for group in groups:
        pieces = list(_pieces(group, style))
        chunks.append(
            Chunk(
                paragraphs=tuple(_paragraph(piece, style) for piece in pieces),
                opens_with_lone_line=len(pieces[0]) == 1,
            )
        )
    return tuple(chunks)


def _groups(text: str) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for start, end in LineTable(text):
        raw = text[start:end]
        words = raw.strip()
        if words and not line_forms.is_rule(words):
            marker = line_forms.list_marker(raw)
            indent = len(raw) - len(raw.lstrip())
            group.append(
                _Line(
                    start=start + indent,
                    end=start + len(raw.rstrip()),
                    words=words,
                    indent=indent,
                    marker=max(marker - indent, 0),
                    speaker=line_forms.speaker(raw),
                    is_tabular=line_forms.looks_tabular(words),
                )
            )
            continue
        # A drawn line under a single one makes it a heading; anywhere else it only separates.
        if words and len(group) == 1 and set(words) <= {"="} | {"-"} and len(set(words)) == 1:
            group[0].underline = words[0]
        if group:
            yield group
        group = []
    if group:
        yield group


def _breaks(groups: Iterable[Sequence[_Line]]) -> Iterator[tuple[_Line, _Line]]:
    for group in groups:
        yield from pairwise(group)


def _length(line: _Line) -> int:
    return line.indent + len(line.words)


def _first_word(line: _Line) -> str:
    return line.words.split(None, 1)[0]


def _wrap_width(groups: Sequence[Sequence[_Line]]) -> int | None:
    """Return the width at which most line ends of the text can be explained by wrapping."""
    breaks = list(_breaks(groups))
    if not breaks:
        return None
    lengths = sorted(_length(line) for group in groups if len(group) > 1 for line in group)
    # One line in twenty may be an address or a table that nobody could wrap.
    width = lengths[len(lengths) - 1 - len(lengths) // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    candidates = [
        (above, below)
        for above, below in breaks
        if not (below.marker or below.is_tabular or above.is_tabular)
    ]
    wrapped = sum(not _fits(above, below, width) for above, below in candidates)
    return width if wrapped >= _MOSTLY * len(candidates) else None


def _fits(above: _Line, below: _Line, width: int) -> bool:
    return _length(above) + 1 + len(_first_word(below)) <= width


def _speakers(groups: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """Return who speaks, where enough lines begin with a name that comes again."""
    named = Counter(line.speaker for group in groups for line in group if line.speaker)
    lines = sum(map(len, groups))
    spoken = sum(named.values())
    if spoken < 3 or spoken * 5 < lines or max(named.values()) < 2:
        return frozenset()
    # Whoever speaks once in a transcript speaks too.
    return frozenset(name for name in named if name)


def _pieces(group: Sequence[_Line], style: _Layout) -> Iterator[list[_Line]]:
    piece = [group[0]]
    for above, below in pairwise(group):
        if _is_break(above, below, piece, style):
            yield piece
            piece = []
        piece.append(below)
    yield piece


def _is_break(above: _Line, below: _Line, piece: Sequence[_Line], style: _Layout) -> bool:
    if below.speaker and below.speaker in style.speakers:
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


def _is_wrapped_number(above: _Line, below: _Line, piece: Sequence[_Line], style: _Layout) -> bool:
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


def _is_own_line(above: _Line, below: _Line, style: _Layout) -> bool:
    if style.width is not None and not _fits(above, below, style.width):
        return False
    if line_forms.ends_sentence(above.words) or byline.author(below.words, may_be_prose=False):
        return True
    first = next((character for character in below.words if character.isalnum()), "")
    return not (first.islower() or above.words.endswith((",", ";", "-", "–", "—")))


def _paragraph(piece: Sequence[_Line], style: _Layout) -> Paragraph:
    first, last = piece[0], piece[-1]
    is_spoken = first.speaker is not None and first.speaker in style.speakers
    if first.marker and not is_spoken and not first.underline:
        kind = BlockKind.LIST_ITEM
    elif len(piece) == 1 and first.is_tabular and not is_spoken:
        kind = BlockKind.TABLE
    else:
        kind = BlockKind.PARAGRAPH
    is_item = kind is BlockKind.LIST_ITEM
    return Paragraph(
        start=first.start + (first.marker if is_item else 0),
        end=last.end,
        kind=kind,
        mark=first.words[: first.marker].rstrip() if is_item else "",
        indent=first.indent,
        speaker=first.speaker or "" if is_spoken else "",
        underline=first.underline,
    )
