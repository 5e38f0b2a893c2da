"""Markdown, laid out: the parser finds the blocks, their lines say where each character stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from bot.rendering.markup.blocks import (
    Alignment,
    Answers,
    Block,
    Code,
    Line,
    Prose,
    Run,
    Style,
    Table,
)
from bot.rendering.markup.fragment import Fragment, fragment_of, kept_breaks
from bot.rendering.markup.inline import components_in, inline_runs

__all__ = ["markdown_blocks"]

_BOXES = {"note", "tip", "important", "warning", "caution", "info", "danger"}
"""What GitHub and the makers of documentation call a box beside the text."""
_ALIGNED: dict[str, Alignment] = {"text-align:right": "right", "text-align:center": "center"}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin).use(admon_plugin)
    parser.use(container_plugin, "box", validate=lambda params, _mark: bool(params.strip()))
    # The inside of blocks is parsed when its place is known; notes stay where they stand.
    return parser.disable(
        ["inline", "text_join", "footnote_tail", "footnote_inline", "footnote_ref"]
    ).disable("fragments_join")


def markdown_blocks(text: str, start: int, opening: str, answers: Answers) -> tuple[Block, ...]:
    """Lay out a part of a Markdown document.

    Args:
        text: The part, as it is written.
        start: Where it begins in the document.
        opening: What has to be read before it to understand it; see `Passage.opening`.
        answers: Which offsets in the document answer.
    """
    fragment = fragment_of(text, start, opening)
    layout = _Layout(fragment, answers, components_in(fragment.source))
    layout.walk(_parser().parse(fragment.source))
    return tuple(layout.blocks)


@dataclass(slots=True)
class _Layout:
    fragment: Fragment
    answers: Answers
    components: frozenset[str]
    blocks: list[Block] = field(default_factory=list)
    _lists: list[bool] = field(default_factory=list)
    _quotes: int = 0
    _marker: str = ""
    _heading: bool = False
    _naming: bool = False

    def walk(self, tokens: Sequence[Token]) -> None:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = next(
                    n for n in range(position, len(tokens)) if tokens[n].type == "table_close"
                )
                self._table(tokens[position:end])
                position = end
            else:
                self._token(token)
            position += 1

    def _token(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._marker = f"{token.info}{token.markup}" if self._lists[-1] else "-"
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "admonition_open":
                self._quotes += 1
            case "container_box_open":
                self._quotes += 1
                kind, _, title = token.info.strip().partition(" ")
                self._named(title.strip() or kind.strip("{} ").capitalize())
            case "admonition_close" | "container_box_close":
                self._quotes -= 1
            case "heading_open" | "heading_close":
                self._heading = token.type == "heading_open"
            case "admonition_title_open" | "admonition_title_close":
                self._naming = token.type == "admonition_title_open"
            case "fence" | "code_block" | "front_matter":
                self._code(token)
            case "html_block":
                self._inside(token.content.rstrip("\n"), token)
            case "inline":
                self._inside(token.content, token)
            case "footnote_reference_open":
                self._marker = f"[{token.meta['label']}]"
            case _:
                pass

    def _inside(self, content: str, token: Token) -> None:
        line = self._line(content, (token.map or [0, 0])[0])
        line = _without_box_mark(line) if self._quotes else line
        line = _stripped(line)
        if not line:
            return
        self._add(
            Prose(
                line=_strong(line) if self._heading or self._naming else line,
                marker=self._marker,
                depth=len(self._lists) or int(bool(self._marker)),
                quoted=self._quotes > 0,
                is_heading=self._heading or self._naming,
            )
        )
        self._marker = ""

    def _named(self, title: str) -> None:
        """Begin a box whose name stands in no line of its own."""
        if title:
            line = (Run(text=title, style=Style.STRONG),)
            self._add(Prose(line=line, is_heading=True))

    def _line(self, content: str, first: int) -> Line:
        offsets = self.fragment.places(content, first)
        breaks = frozenset() if "\n" not in content else kept_breaks(content)
        return inline_runs(
            _parser(), content, offsets, self.answers, breaks=breaks, components=self.components
        )

    def _code(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        fenced = token.type == "fence"
        content = token.content.removesuffix("\n").split("\n")
        lines = tuple(
            _plain(text, self.fragment.places(text, first + fenced + n), self.answers)
            for n, text in enumerate(content[: max(last - first, 1)])
        )
        language = token.info.split()[0] if fenced and token.info.strip() else ""
        language = "yaml" if token.type == "front_matter" else language
        if any(run.text.strip() for line in lines for run in line):
            self._add(Code(lines=lines, language=language, depth=len(self._lists)))
        self._marker = ""

    def _table(self, tokens: Sequence[Token]) -> None:
        rows: list[list[Line]] = []
        alignments: list[Alignment] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
                number = (token.map or [0, 0])[0]
                cells = _cells(self.fragment.lines[number])
            elif token.type == "th_open":
                alignments.append(_ALIGNED.get(str(token.attrs.get("style", "")), "left"))
            elif token.type == "inline":
                rows[-1].append(self._cell(token.content, number, cells, len(rows[-1])))
        header, *body = (tuple(row) for row in rows)
        self._add(
            Table(
                header=header,
                rows=tuple(body),
                alignments=tuple(alignments),
                depth=len(self._lists),
            )
        )
        self._marker = ""

    def _cell(self, content: str, number: int, cells: list[tuple[int, str]], column: int) -> Line:
        if column >= len(cells) or not content:
            return ()
        at, written = cells[column]
        at += len(written) - len(written.lstrip())
        offsets = []
        for character in content:
            # The backslash before a bar is the table's and not the cell's.
            line = self.fragment.lines[number]
            if line[at : at + 2] == r"\|" and character == "|":
                at += 1
            offsets.append(self.fragment.starts[number] + at)
            at += 1
        return inline_runs(_parser(), content, offsets, self.answers, components=self.components)

    def _add(self, block: Block) -> None:
        tight = bool(self.blocks) and self._tight(self.blocks[-1], block)
        self.blocks.append(replace(block, quoted=self._quotes > 0, tight=tight))

    def _tight(self, before: Block, block: Block) -> bool:
        if isinstance(before, Prose) and before.is_heading:
            return True
        if isinstance(block, Prose) and block.is_heading:
            return False
        same = before.quoted == (self._quotes > 0)
        return same and (
            bool(before.depth and block.depth) or (before.depth == 0 and block.depth > 0)
        )


def _plain(text: str, offsets: Sequence[int], answers: Answers) -> Line:
    runs: list[Run] = []
    begin = 0
    flags = [answers(offset) for offset in offsets]
    for end in range(1, len(text) + 1):
        if end == len(text) or flags[end] != flags[begin]:
            runs.append(Run(text=text[begin:end], answers=flags[begin]))
            begin = end
    return tuple(runs)


def _cells(row: str) -> list[tuple[int, str]]:
    """Return where each cell of a row begins and what stands in it, as the parser splits it."""
    body = row.strip(" \t")
    shift = len(row) - len(row.lstrip(" \t"))
    cells, begin, escaped = [], 0, False
    for position, character in enumerate(body):
        if character == "|" and not escaped:
            cells.append((shift + begin, body[begin:position]))
            begin = position + 1
        escaped = character == "\\"
    cells.append((shift + begin, body[begin:]))
    if cells and not cells[0][1]:
        cells.pop(0)
    if cells and not cells[-1][1]:
        cells.pop()
    return cells


def _strong(line: Line) -> Line:
    return tuple(replace(run, style=run.style | Style.STRONG) for run in line)


def _without_box_mark(line: Line) -> Line:
    """Read GitHub's ``[!NOTE]`` at the beginning of a quotation as the name of its box."""
    if not line or not line[0].text.startswith("[!"):
        return line
    name, bracket, rest = line[0].text[2:].partition("]")
    if not bracket or name.strip().lower() not in _BOXES:
        return line
    title = replace(line[0], text=name.strip().capitalize(), style=line[0].style | Style.STRONG)
    rest = rest.lstrip()
    tail = (replace(line[0], text=rest), *line[1:]) if rest else line[1:]
    between = (replace(line[0], text="\n"),) if tail else ()
    return (title, *between, *tail)


def _stripped(line: Line) -> Line:
    runs = list(line)
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)
