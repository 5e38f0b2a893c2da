"""Markdown (CommonMark with tables, footnotes and front matter), each block where it stands.

The parser tells the lines of each block; the offsets come from the source itself, so that a
quotation is the file's own characters, marks of emphasis and links included.
"""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from retrieval.domain import Block, BlockKind, Span
from retrieval.locators import Message
from retrieval.reading.decode import decode
from retrieval.reading.formats import front_matter, markdown_marks
from retrieval.reading.formats import markdown_boxes as boxes
from retrieval.reading.formats.blobs import without_blobs
from retrieval.reading.formats.byline import author as author_in
from retrieval.reading.formats.markdown_html import html_parts, is_program, tags_in
from retrieval.reading.formats.markdown_turns import with_turns
from retrieval.reading.formats.typed_bullets import with_typed_items
from retrieval.reading.protocol import Contents, Reading
from retrieval.reading.steps import with_steps
from retrieval.text.lines import LineTable

__all__ = ["outline", "read"]

_DEEPEST = 60
_MARKS = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*+")
_QUOTE_MARK = re.compile(r"(?:[ \t]*>)+[ \t]*")
# A paragraph in a quotation whose line ends with its sentence: the next line's mark would
# otherwise be the first character of the next sentence.
_QUOTED_END = re.compile(r"[.!?…。][\"'”’»)\]*_]*[ \t]*(?:\r\n|\r|\n)(?=[ \t]*>)")
_TOP = 4
# No heading and no author's name is longer; and what is parsed for marks has to have an end.
_LONGEST_NAME = 500
_LONGEST_LANGUAGE = 40
_CLOSES = frozenset(
    {"list_item_close", "blockquote_close", "admonition_close", "container_box_close"}
)
# In these, marks of emphasis are no part of what is said.
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def read(data: bytes, name: str) -> Reading:
    """Read a Markdown file; raises DocumentError where the bytes are not text."""
    decoded = decode(data)
    found = _Outline(decoded.text)
    contents = found.contents()
    return Reading(documents=(contents,), warnings=(*decoded.warnings, *found.warnings))


def outline(text: str) -> Contents:
    """Find the blocks of a Markdown text, its title and its author."""
    return _Outline(text).contents()


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.use(front_matter_plugin).use(footnote_plugin).use(admon_plugin)
    return parser.use(container_plugin, "box", validate=boxes.is_box)


@dataclass(slots=True)
class _Container:
    """A list's item, or a quotation."""

    mark: str | None
    """Of an item, what stands before it; empty once a block has it. None: a quotation or a box."""
    admonition: str = ""
    """Of a box, its kind."""
    first: int = 0
    """Position of its token."""
    path: tuple[tuple[int, str], ...] = ()
    """The levels and words of the headings over it."""


class _Outline:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = LineTable(text)
        self.blocks: list[Block] = []
        self.title: str | None = None
        self.author: str | None = None
        self.language = ""
        self.warnings: list[str] = []
        self._place: Message | None = None
        self._path: list[tuple[int, str]] = []
        self._box = ""
        self._is_deep = False
        self._words = _parser()

    def contents(self) -> Contents:
        # What the text within a block means is no concern of the blocks, and most of the time.
        parser = _parser().disable(["inline", "text_join", "footnote_tail"])
        # Tabs of a documentation generator are boxes, too; their lines stay where they are.
        tokens = parser.parse(boxes.as_boxes(self.text))
        if tokens and tokens[0].type == "front_matter":
            self._front_matter(tokens[0])
        self._has_title = self.title is not None
        self._walk(tokens)
        return Contents(
            title=self.title,
            author=self.author,
            text=self.text,
            blocks=with_steps(
                self.text, with_typed_items(self.text, with_turns(self.text, self.blocks))
            ),
            language=self.language,
        )

    def _front_matter(self, token: Token) -> None:
        found = front_matter.parse(token.content)
        self.title, self.author, self.language = found.title, found.author, found.language
        if found.trouble:
            self.warnings.append(f"Its front matter was left out: {found.trouble}.")
            return
        self._place = found.message
        first, _ = token.map or (0, 0)
        begin = self.lines.start(first + 1)
        for field in front_matter.field_lines(self.text[begin:], token.content):
            is_byline = field.name.casefold() in front_matter.AUTHOR
            if found.message is not None and (is_byline or field.name.casefold() == "date"):
                continue  # It names the message, which is where everything in here is from.
            self._add(
                begin + field.start,
                begin + field.end,
                BlockKind.BYLINE if is_byline else BlockKind.FIELD,
                lead=Span(start=begin + field.start, end=begin + field.start + len(field.name)),
            )

    def _walk(self, tokens: list[Token]) -> None:
        containers: list[_Container] = []
        heading: Token | None = None
        in_table = in_head = False
        for at, token in enumerate(tokens):
            name = token.type
            self._box = next((one.admonition for one in reversed(containers) if one.admonition), "")
            if name in {"list_item_open", "blockquote_open"}:
                is_item = name == "list_item_open"
                mark = token.info + token.markup if is_item else None
                containers.append(_Container(mark=mark, first=at, path=tuple(self._path)))
            elif name in {"admonition_open", "container_box_open"}:
                containers.append(
                    _Container(mark=None, admonition=boxes.kind(token.info), first=at)
                )
                self._box = containers[-1].admonition
                self._box_title(token)
            elif name in _CLOSES:
                opened = containers.pop()
                if opened.mark is not None:
                    # What a heading inside an item stands over ends with the item.
                    self._path[:] = opened.path
                if opened.first == at - 1:
                    self._too_deep(tokens[opened.first], _depth(containers))
            elif name in {"heading_open", "heading_close"}:
                heading = token if name == "heading_open" else None
            elif name in {"table_open", "table_close"}:
                in_table = name == "table_open"
            elif name in {"thead_open", "thead_close"}:
                in_head = name == "thead_open"
            elif name == "tr_open" and token.map:
                self._row(*self._line_span(token.map[0], token.map[1]), is_header=in_head)
            elif name in {"fence", "code_block"} and token.map:
                self._code(token, _depth(containers))
            elif name == "html_block" and token.map:
                self._html(token)
            elif (
                name == "inline"
                and token.map
                and not in_table
                and tokens[at - 1].type != "admonition_title_open"
            ):
                self._inline(token, heading, containers)

    def _row(self, start: int, end: int, *, is_header: bool) -> None:
        cells = tuple(
            Span(start=start + first, end=start + last)
            for first, last in markdown_marks.cells(self.text[start:end])
        )
        self._add(start, end, BlockKind.TABLE, cells=cells, is_header=is_header)

    def _inline(self, token: Token, heading: Token | None, containers: list[_Container]) -> None:
        start, end = self._content_span(token, heading)
        if heading is not None and all(one.mark is not None for one in containers):
            level = int(heading.tag[1:])
            if containers:
                containers[-1].mark = ""
                # Inside an item it stands under what the list stands under.
                level = max(level, 2, *(above + 1 for above, _ in containers[-1].path[-1:]))
            self._heading(token.content, level, start, end)
        elif depth := _depth(containers):
            item = next(one for one in reversed(containers) if one.mark is not None)
            self._add(start, end, BlockKind.LIST_ITEM, level=depth, mark=item.mark or "")
            item.mark = ""
        elif is_program(self.text[start:end]):
            return
        elif any(one.mark is None and not one.admonition for one in containers):
            self._quotation(start, end)
        elif (
            self.author is None
            and len(self.blocks) < _TOP
            and end - start < _LONGEST_NAME
            and (name := author_in(self._plain(token.content), may_be_prose=False))
        ):
            self.author = name
            self._add(start, end, BlockKind.BYLINE)
        else:
            self._add(start, end, BlockKind.PARAGRAPH)

    def _heading(self, content: str, level: int, start: int, end: int) -> None:
        words = self._plain(content)
        is_title = level == 1 and (words == self.title if self._has_title else self.title is None)
        if is_title and words:
            self.title = words
            self._path.clear()
            self._add(start, end, BlockKind.TITLE, level=level)
            return
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._add(start, end, BlockKind.HEADING, level=level)
        if words:
            self._path.append((level, words))

    def _box_title(self, token: Token) -> None:
        """Add what a box is called, where its author gave it a name."""
        title = boxes.title(token.info)
        first, _ = token.map or (0, 0)
        start, end = self._line_span(first, first + 1)
        at = self.text.find(title, start, end) if title else -1
        if at >= 0:
            span = Span(start=at, end=at + len(title))
            # Its quotation marks go with it: a passage that begins here would have one of two.
            is_quoted = at > start and self.text[at - 1] == self.text[span.end : span.end + 1]
            around = int(is_quoted and self.text[at - 1] in "\"'")
            self._add(span.start - around, span.end + around, BlockKind.PARAGRAPH, lead=span)

    def _too_deep(self, token: Token, depth: int) -> None:
        """Read the lines of a container that the parser left empty as what they are: text."""
        first, after = token.map or (0, 0)
        for line in range(first, after):
            start, end = self._line_span(line, line + 1)
            marks = _MARKS.match(self.text, start, end)
            start = marks.end() if marks else start
            if not any(map(str.isalnum, self.text[start:end])):
                continue
            if not self._is_deep:
                self.warnings.append(
                    "Its lists or quotations are nested too deeply from line"
                    f" {line + 1} on; what stands deeper was read as plain lines."
                )
            self._is_deep = True
            self._add(start, end, BlockKind.LIST_ITEM, level=depth + 1, mark="-")

    def _quotation(self, start: int, end: int) -> None:
        if alert := boxes.ALERT.match(self.text, start, end):
            self._box = alert[1].lower()
            mark = _QUOTE_MARK.match(self.text, alert.end(), end)
            start = mark.end() if mark else alert.end()
        for match in _QUOTED_END.finditer(self.text, start, end):
            if match.end() <= start:
                continue
            self._add(start, match.end(), BlockKind.PARAGRAPH)
            mark = _QUOTE_MARK.match(self.text, match.end(), end)
            start = mark.end() if mark else match.end()
        self._add(start, end, BlockKind.PARAGRAPH)

    def _code(self, token: Token, depth: int) -> None:
        first, last = token.map or (0, 0)
        if token.type == "fence" and (box := boxes.kind(token.info)) and token.info.startswith("{"):
            self._fenced_box(box, first + 1, first + 1 + token.content.count("\n"))
            return
        if token.type == "fence":
            first += 1
            count = token.content.count("\n")
            last = min(last, first + count)
        if first < last:
            language = token.info.split(None, 1)[0] if token.info.strip() else ""
            span = self._line_span(first, last)
            self._add(*span, BlockKind.CODE, level=depth, language=language[:_LONGEST_LANGUAGE])

    def _fenced_box(self, box: str, first: int, after: int) -> None:
        """Add the paragraphs of a fence that holds text, as MyST writes its boxes."""
        self._box = box
        start = None
        for line in range(first, after + 1):
            begin, end = self._line_span(line, line + 1) if line < after else (0, 0)
            words = self.text[begin:end].strip()
            if words and not words.startswith(":") and start is None:
                start = begin
            elif not words and start is not None:
                self._add(start, self.lines.end(line - 1), BlockKind.PARAGRAPH)
                start = None

    def _html(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        for part in html_parts(self.text, *self._line_span(first, last)):
            span, omitted = (part.start, part.end), tuple(part.omitted)
            if part.level:
                self._heading(self.text[part.start : part.end], part.level, *span)
            elif part.tag == "tr":
                cells = tuple(part.cells)
                self._add(*span, BlockKind.TABLE, cells=cells, omitted=omitted)
            elif part.tag == "li":
                self._add(*span, BlockKind.LIST_ITEM, level=1, mark="-", omitted=omitted)
            elif part.tag == "pre":
                self._add(*span, BlockKind.CODE, omitted=omitted)
            elif not is_program(self.text[part.start : part.end]):
                self._add(*span, BlockKind.PARAGRAPH, omitted=omitted)

    def _add(
        self,
        start: int,
        end: int,
        kind: BlockKind,
        *,
        level: int = 0,
        mark: str = "",
        cells: tuple[Span, ...] = (),
        is_header: bool = False,
        language: str = "",
        lead: Span | None = None,
        omitted: tuple[Span, ...] = (),
    ) -> None:
        if kind is not BlockKind.CODE and self.text.find("data:", start, end) >= 0:
            parts = list(without_blobs(self.text, start, end))
            if len(parts) > 1:
                for part in parts:
                    if any(map(str.isalnum, self.text[slice(*part)])):
                        self._add(*part, kind, level=level, mark=mark)
                return
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if self.blocks:
            start = max(start, self.blocks[-1].end)
        if start >= end:
            return
        words = self.text[start:end]
        if kind in _PROSE and not omitted and "<" in words:
            omitted = tuple(tags_in(self.text, start, end))
        if kind in _PROSE and (bold := markdown_marks.bold_lead(words)):
            lead = Span(start=start + bold[0], end=start + bold[1])
        self.blocks.append(
            Block(
                start=start,
                end=end,
                kind=kind,
                headings=tuple(words for _, words in self._path),
                level=level,
                mark=mark,
                locator=self._place,
                cells=cells,
                is_header=is_header,
                language=language,
                lead=lead,
                admonition=self._box,
                omitted=omitted,
                is_navigation=kind in _PROSE and markdown_marks.is_navigation(words),
            )
        )

    def _line_span(self, first: int, after: int) -> tuple[int, int]:
        return self.lines.start(first), self.lines.end(min(after, len(self.lines)) - 1)

    def _content_span(self, token: Token, heading: Token | None) -> tuple[int, int]:
        """Return where a token's content stands, without the marks before and after it."""
        first, _ = token.map or (0, 0)
        content = token.content.split("\n")
        start, end = self._line_span(first, first + len(content))
        first_line = self.text[start : self.lines.end(first)]
        opening = content[0].strip()
        if heading is not None and heading.markup.startswith("#"):
            after_mark = first_line.find(heading.markup) + len(heading.markup)
            at = first_line.find(opening, after_mark)
            return (start + at, start + at + len(opening)) if at >= 0 else (start, end)
        # The content ends its line; what stands before it are the marks of lists and quotations.
        bare = first_line.rstrip()
        if opening and bare.endswith(opening):
            start += len(bare) - len(opening)
        return start, end

    def _plain(self, content: str) -> str:
        """Return a block's words without its marks of emphasis, links and code."""
        return " ".join(
            "".join(
                markdown_marks.visible(self._words.parseInline(content[:_LONGEST_NAME]))
            ).split()
        )


def _depth(containers: list[_Container]) -> int:
    return sum(one.mark is not None for one in containers)
