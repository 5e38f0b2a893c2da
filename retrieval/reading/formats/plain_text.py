"""Plain text: what its layout says about titles, headings, lists and paragraphs.

Nothing here reads for meaning. A line is what its neighbours, its length, its first and its last
characters make it, and where they leave a doubt it is a paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.domain import Block, BlockKind, Span
from retrieval.reading.decode import decode
from retrieval.reading.formats import byline, line_forms
from retrieval.reading.formats.blobs import without_blobs
from retrieval.reading.formats.paragraphs import Chunk, Paragraph, split_chunks
from retrieval.reading.protocol import Contents, Reading
from retrieval.reading.steps import with_steps
from retrieval.text.steps import step_marks

__all__ = ["outline", "read"]

# "By Jane Roe" is looked for where newspapers print it; "Author: Jane Roe" may also end a text.
_TOP = 5
_END = 3


def read(data: bytes, name: str) -> Reading:
    """Read a text file; raises DocumentError where the bytes are not text."""
    decoded = decode(data)
    return Reading(documents=(outline(decoded.text),), warnings=decoded.warnings)


def outline(text: str) -> Contents:
    """Find the blocks of a plain text, its title and its author."""
    chunks = split_chunks(text)
    paragraphs = [paragraph for chunk in chunks for paragraph in chunk.paragraphs]
    parts = [_Part(text[p.start : p.end], p) for p in paragraphs]
    title, author = _mark_front(parts, chunks)
    _mark_headings(parts, chunks)
    return Contents(
        title=title, author=author, text=text, blocks=with_steps(text, _blocks(text, parts))
    )


@dataclass(slots=True)
class _Part:
    words: str
    paragraph: Paragraph
    kind: BlockKind | None = None
    level: int = 0
    is_plain: bool = False
    """It can hardly be anything but a heading."""

    @property
    def is_free(self) -> bool:
        return (
            self.kind is None
            and self.paragraph.kind is BlockKind.PARAGRAPH
            and not self.paragraph.is_spoken
        )


def _mark_front(parts: Sequence[_Part], chunks: Sequence[Chunk]) -> tuple[str | None, str | None]:
    title = author = None
    if len(parts) > 1 and parts[0].is_free and chunks[0].may_open_with_title:
        first = parts[0].words
        if named := byline.title_field(first):
            parts[0].kind, title = BlockKind.TITLE, named
        elif line_forms.looks_like_title(first):
            parts[0].kind, title = BlockKind.TITLE, line_forms.one_line(first)
    for position, part in enumerate(parts):
        is_top = position < _TOP
        if not part.is_free or not (is_top or position >= len(parts) - _END):
            continue
        if is_top and title is None and (named := byline.title_field(part.words)):
            part.kind, title = BlockKind.TITLE, named
        elif author is None and (name := byline.author(part.words, may_be_prose=not is_top)):
            part.kind, author = BlockKind.BYLINE, name
    return title, author


def _mark_headings(parts: Sequence[_Part], chunks: Sequence[Chunk]) -> None:
    # In a collection of fragments a short line is one more fragment; there, only what can be
    # nothing but a heading is one.
    prose = [part.words for part in parts if part.is_free]
    fragments = sum(
        not line_forms.ends_sentence(words) and not line_forms.heading_level(words)
        for words in prose
    )
    is_fragmentary = fragments > 1 and fragments * 10 > len(prose)
    lone = {chunk.paragraphs[0].start for chunk in chunks if chunk.opens_with_lone_line}
    for part, following in pairwise(parts):
        if not part.is_free or part.paragraph.start not in lone:
            continue
        if part.paragraph.underline:
            part.kind, part.level = BlockKind.HEADING, 1 if part.paragraph.underline == "=" else 2
            part.is_plain = True
            continue
        if following.kind is BlockKind.TITLE or _are_steps(part.words, following.words):
            continue
        level = line_forms.heading_level(part.words)
        if level and part.paragraph.is_head:
            part.kind, part.level, part.is_plain = BlockKind.HEADING, level, True
        elif level and (
            line_forms.is_plainly_heading(part.words)
            or (not is_fragmentary and line_forms.leads_into(part.words, following.words))
        ):
            part.kind, part.level = BlockKind.HEADING, level
            part.is_plain = line_forms.is_plainly_heading(part.words)


def _are_steps(*words: str) -> bool:
    return all(step_marks(one, 0, len(one)) for one in words)


def _blocks(text: str, parts: Sequence[_Part]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    items: list[Paragraph] = []
    for part in parts:
        kind = part.kind or part.paragraph.kind
        items = _nesting(items, part.paragraph, text) if kind is BlockKind.LIST_ITEM else []
        if kind is BlockKind.HEADING:
            while path and path[-1][0] >= part.level:
                path.pop()
        block = Block(
            start=part.paragraph.start,
            end=part.paragraph.end,
            kind=kind,
            headings=tuple(words for _, words in path),
            # What only looks like a heading is one among others like it; how deep, nobody says.
            level=part.level if part.is_plain else len(items),
            mark=part.paragraph.mark if kind is BlockKind.LIST_ITEM else "",
            cells=_cells(part) if kind is BlockKind.TABLE else (),
            speaker=part.paragraph.speaker if part.kind is None else "",
            omitted=part.paragraph.omitted,
            locator=part.paragraph.locator,
        )
        if text.find("data:", block.start, block.end) >= 0:
            blocks += _without_blobs(text, block)
            continue
        if kind is BlockKind.HEADING:
            path.append((part.level, line_forms.one_line(part.words)))
            block = replace(block, headings=tuple(words for _, words in path[:-1]))
        blocks.append(block)
    return tuple(blocks)


def _without_blobs(text: str, block: Block) -> Iterator[Block]:
    parts = list(without_blobs(text, block.start, block.end))
    if len(parts) == 1:
        yield block
        return
    for start, end in parts:
        words = text[start:end]
        if any(map(str.isalnum, words)):
            start += len(words) - len(words.lstrip())
            yield replace(block, start=start, end=start + len(words.strip()), cells=(), omitted=())


def _nesting(above: Sequence[Paragraph], item: Paragraph, text: str) -> list[Paragraph]:
    """Return an item and those that it belongs to, the outermost first.

    It belongs to those that stand farther out; and of two that stand as far in, "a)" belongs to
    "1." as well where its like begins, until the next "2.".
    """
    outer = [one for one in above if one.indent < item.indent]
    beside = [one for one in above if one.indent == item.indent]
    for place, one in enumerate(beside):
        if line_forms.follows(one.mark, item.mark):
            return [*outer, *beside[:place], item]
    if beside and _begins_inside(beside[-1], item, text):
        return [*outer, *beside, item]
    return [*outer, *beside[:-1], item]


def _begins_inside(above: Paragraph, item: Paragraph, text: str) -> bool:
    """Tell whether a list begins below an item of another one, and in it."""
    if line_forms.begins_list(item.mark):
        return True
    if item.mark == "o" and not above.mark.isalnum():
        # So word processors write the second level of bullets.
        return True
    is_bullet = not any(map(str.isalnum, item.mark)) and any(map(str.isalnum, above.mark))
    return is_bullet and not line_forms.ends_sentence(text[above.start : above.end])


def _cells(part: _Part) -> tuple[Span, ...]:
    start = part.paragraph.start
    return tuple(
        Span(start=start + first, end=start + last)
        for first, last in line_forms.columns(part.words)
    )
