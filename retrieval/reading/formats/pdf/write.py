"""From paragraphs to a document: cut words mended, paragraphs put together across pages."""

import re
from collections.abc import Sequence

from retrieval.domain import BlockKind
from retrieval.locators import Page
from retrieval.reading.builder import Builder, Run, clean
from retrieval.reading.formats import byline, line_forms
from retrieval.reading.formats.pdf.headings import Outline
from retrieval.reading.formats.pdf.paragraphs import Paragraph
from retrieval.text.sentences.cut import cut_sentences
from retrieval.text.word_patterns import LETTERS

__all__ = ["join_lines", "write"]

_HYPHENS = "-\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[-\u2010\u00ad]$")
_LANGUAGE = "en"
_SAME_SIZE = 0.06
_FRONT = 6


def write(builder: Builder, found: Sequence[Paragraph], outline: Outline) -> None:
    """Append the paragraphs of all pages to a document."""
    words = _vocabulary(found)
    at = 0
    while at < len(found):
        one = found[at]
        level = outline.level(one)
        place = Page(number=one.page)
        at += 1
        if level:
            _heading(builder, one, outline, level, words)
        elif one.kind is BlockKind.TABLE:
            for number, row in enumerate(one.rows):
                builder.row(
                    row,
                    is_header=one.has_header and number == 0,
                    continues=number > 0,
                    locator=place,
                )
        elif one.kind is BlockKind.CODE:
            builder.code("\n".join(one.lines), locator=place)
        else:
            parts = [one]
            while at < len(found) and _goes_on(parts[-1], found[at], outline):
                parts.append(found[at])
                at += 1
            _text(builder, parts, words)


def _heading(
    builder: Builder, one: Paragraph, outline: Outline, level: int, words: frozenset[str]
) -> None:
    said = join_lines(one.lines, words)
    is_title = one.page == 1 and builder.is_empty and outline.is_title(one)
    if is_title:
        # What the file says of itself is often of the program that made it.
        builder.title = " ".join(clean(said).split())
    builder.heading(said, level, locator=Page(number=one.page), may_be_title=is_title)


def _goes_on(above: Paragraph, below: Paragraph, outline: Outline) -> bool:
    """Tell whether a paragraph goes on at the head of the next column or page."""
    if not above.ends_column or below.page not in (above.page, above.page + 1):
        return False
    if below.kind is not BlockKind.PARAGRAPH or outline.level(below) or above.is_contents:
        return False
    if abs(above.size - below.size) > _SAME_SIZE * above.size:
        return False
    last, first = above.lines[-1].rstrip(), below.lines[0].lstrip()
    if _LAST.search(last):
        return True
    return not line_forms.ends_sentence(last) and not last.endswith(":") and first[:1].islower()


def _text(builder: Builder, parts: Sequence[Paragraph], words: frozenset[str]) -> None:
    """Append a paragraph; where it crosses pages, each has the sentences that begin on it."""
    one = parts[0]
    joined, starts = "", []
    for part in parts:
        piece = join_lines(part.lines, words)
        if joined:
            joined = _join(joined, piece, words)
            starts.append((len(joined) - len(piece), part.page))
        else:
            joined, starts = piece, [(0, part.page)]
    pieces = _by_page(joined, starts)
    for position, (text, page) in enumerate(pieces):
        place = Page(number=page)
        runs: list[Run] = [(text, False)]
        if position == 0 and one.lead and text.startswith(one.lead):
            runs = [(one.lead, True), (text[len(one.lead) :], False)]
        if one.kind is BlockKind.LIST_ITEM:
            builder.item(runs, mark=one.mark if position == 0 else "", locator=place)
        elif position == 0 and _is_byline(builder, one, text):
            builder.byline(text, locator=place)
        else:
            builder.paragraph(
                text if one.is_bold else runs, locator=place, is_navigation=one.is_contents
            )


def _is_byline(builder: Builder, one: Paragraph, text: str) -> bool:
    if one.page > 1 or builder.author or len(text) > 200:
        return False
    name = byline.author(text, may_be_prose=True)
    if name:
        builder.author = name
    return bool(name)


def _by_page(text: str, starts: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    if len({page for _, page in starts}) == 1:
        return [(text, starts[0][1])]
    told: list[tuple[str, int]] = []
    begin, page = 0, starts[0][1]
    for start, _ in cut_sentences(text, _LANGUAGE):
        here = max((p for offset, p in starts if offset <= start), default=page)
        if here != page:
            told.append((text[begin:start].strip(), page))
            begin, page = start, here
    told.append((text[begin:].strip(), page))
    return [(words, number) for words, number in told if words]


def join_lines(lines: Sequence[str], words: frozenset[str]) -> str:
    """Put the lines of a paragraph together, words that were cut at their ends in one piece.

    Args:
        lines: The lines.
        words: The words of the document, those with hyphens as they are, in small letters.
    """
    joined = ""
    for line in lines:
        piece = " ".join(clean_line(line).split())
        joined = _join(joined, piece, words) if joined else piece
    return joined


def clean_line(line: str) -> str:
    """Return a line without what can't be read, but with the soft hyphen that it may end in."""
    return clean(line.replace("\u00ad", "-") if line.rstrip().endswith("\u00ad") else line)


def _join(above: str, below: str, words: frozenset[str]) -> str:
    last, first = _LAST.search(above), LETTERS.match(below)
    if last is None or first is None:
        # "well-" at the end of a line and "7" on the next is no cut word.
        return f"{above}{below}" if above.endswith(("/", "\u2010")) else f"{above} {below}"
    whole = (last[1] + first[0]).casefold()
    hyphened = f"{last[1]}-{first[0]}".casefold()
    if hyphened in words and whole not in words:
        return above + below
    if first[0][0].islower() or whole in words:
        return above[:-1] + below
    return above + below


def _vocabulary(found: Sequence[Paragraph]) -> frozenset[str]:
    """Return the words of a document, leaving out those at the ends of lines."""
    words: set[str] = set()
    for one in found:
        for line in one.lines:
            told = [match[0].casefold().replace("\u2010", "-") for match in _WORD.finditer(line)]
            words.update(told[1:-1] if len(told) > 2 else ())
    return frozenset(words)
