"""The inside of a Markdown block: runs of characters that know where they stand in the source.

markdown-it tells the lines of blocks but not the columns of what is in them. `_PlacedState` notes
for each token where it begins; the parser's own rules do the rest.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from bot.rendering.markup.addresses import linked, looks_like_another, safe_address, told_address
from bot.rendering.markup.blocks import Answers, Line, Run, Style, merged

__all__ = ["components_in", "inline_runs"]

_OPEN = {"strong": Style.STRONG, "em": Style.EMPHASIS, "s": Style.STRIKE}
_HTML = re.compile(r"</?([A-Za-z][A-Za-z0-9]*+(?:-[A-Za-z0-9]++)*+)\b[^>]*+>")
_HTML_STYLES = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "th": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "s": Style.STRIKE,
    "del": Style.STRIKE,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
}
_HTML_BREAKS = frozenset("br p div li tr h1 h2 h3 h4 h5 h6 hr summary".split())
# Tags that say nothing themselves. What is none of HTML's is a placeholder: ``<your name>``.
_HTML_UNSEEN = frozenset(
    "a abbr center dd details dl dt font ins img kbd mark ol picture small source span sub sup"
    " table tbody td thead u ul video".split()
)


_COMPONENT = re.compile(r"</?([A-Z]\w{0,80}+)(\s++[\w:-]{1,80}+\s*+=|\s*+/>$)?")
"""A tag of MDX; ``<Name>`` alone may be a placeholder as well."""
_CLOSING = re.compile(r"</([A-Z]\w{0,80}+)>")


class _PlacedState(StateInline):
    """Notes of every token where in the source it begins (``meta["at"]``)."""

    def __init__(self, src: str, md: MarkdownIt) -> None:
        super().__init__(src, md, {}, [])
        self._text_at = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._text_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.meta = {"at": self._text_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.pos}
        return token


@dataclass(slots=True)
class _Writer:
    """Collects runs: characters with their offsets in the document become runs."""

    answers: Answers
    components: Set[str] = frozenset()
    """Names of tags that are closed somewhere."""
    runs: list[Run] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    link: str | None = None
    link_from: int = 0
    told: str | None = None
    """Where the link leads that is being read, if it can't be followed but may be told."""

    def style(self) -> Style:
        style = Style.NONE
        for one in self.styles:
            style |= one
        return style

    def close_link(self, offset: int) -> None:
        """End a link; where its words name another place than it leads to, both are shown."""
        address, told = self.link, self.told
        self.link = self.told = None
        words = "".join(run.text for run in self.runs[self.link_from :])
        if address is not None and (not words.strip() or looks_like_another(words, address)):
            ours = [replace(run, link="") for run in self.runs[self.link_from :]]
            self.runs[self.link_from :] = ours
            self._behind(address, offset, link=address)
        elif told:
            self._behind(told, offset, link=None)

    def _behind(self, address: str, offset: int, *, link: str | None) -> None:
        for text, leads in ((" (", None), (address, link), (")", None)):
            self.runs.append(Run(text=text, answers=self.answers(offset), link=leads))

    def write(self, text: str, offsets: Sequence[int], extra: Style = Style.NONE) -> None:
        style = self.style() | extra
        begin = 0
        flags = [self.answers(offset) for offset in offsets]
        for end in range(1, len(text) + 1):
            if end == len(text) or flags[end] != flags[begin]:
                run = Run(text=text[begin:end], style=style, answers=flags[begin], link=self.link)
                self.runs.append(run)
                begin = end


def inline_runs(
    md: MarkdownIt,
    content: str,
    offsets: Sequence[int],
    answers: Answers,
    *,
    breaks: frozenset[int] = frozenset(),
    components: Set[str] = frozenset(),
) -> Line:
    """Return what the inside of a block says.

    Args:
        md: A parser whose inline rules leave text where it stands: ``fragments_join`` is off.
        content: The block's text as the parser has it, without marks of its containers.
        offsets: Of each of its characters, the offset in the document.
        answers: Which of those answer.
        breaks: Positions in ``content`` of line ends that the reader is to see; the others are
            spaces.
        components: Names of tags that are components of the document (MDX).
    """
    state = _PlacedState(content, md)
    md.inline.tokenize(state)
    _count_marks(state.tokens)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    writer = _Writer(answers, components)
    for token in state.tokens:
        _write(token, writer, content, offsets, breaks)
    return linked(merged(writer.runs))


def _count_marks(tokens: Sequence[Token]) -> None:
    """Place marks that were pushed at once (``***``) behind each other."""
    previous, shift = -1, 0
    for token in tokens:
        at = token.meta.get("at", -1)
        shift = shift if at == previous and token.type == "text" else 0
        previous = at
        token.meta["at"] = at + shift
        shift += len(token.content) if token.type == "text" else 0


def _write(
    token: Token, writer: _Writer, content: str, offsets: Sequence[int], breaks: frozenset[int]
) -> None:
    at = token.meta["at"]
    kind, _, edge = token.type.rpartition("_")
    if token.type == "text":
        writer.write(token.content, offsets[at : at + len(token.content)])
    elif token.type == "text_special":
        # An escaped character, or one that is called by its name: all of it stands for one.
        writer.write(token.content, [offsets[at]] * len(token.content))
    elif token.type == "code_inline":
        # One space at each end may be the code's own separator and not part of it.
        first = at + len(token.markup)
        first += content[first : first + len(token.content)].replace("\n", " ") != token.content
        writer.write(token.content, offsets[first : first + len(token.content)], Style.CODE)
    elif token.type in {"softbreak", "hardbreak"}:
        end = content.index("\n", at)
        seen = token.type == "hardbreak" or end in breaks
        between = "\n" if seen else _between(content, end)
        writer.write(between, offsets[end : end + 1])
    elif token.type == "image":
        alt = " ".join(token.content.split())
        writer.write(alt, [offsets[at]] * len(alt), Style.EMPHASIS)
    elif token.type == "html_inline":
        _write_html(token.content, writer, offsets[at : at + len(token.content)])
    elif kind in _OPEN:
        if edge == "open":
            writer.styles.append(_OPEN[kind])
        elif _OPEN[kind] in writer.styles:
            writer.styles.remove(_OPEN[kind])
    elif token.type == "link_open":
        address = str(token.attrs.get("href", ""))
        writer.link = safe_address(address)
        dead = writer.link is None and token.info != "auto"
        writer.told = told_address(address) if dead else None
        writer.link_from = len(writer.runs)
    elif token.type == "link_close":
        writer.close_link(offsets[at - 1])


def _write_html(tag: str, writer: _Writer, offsets: Sequence[int]) -> None:
    match = _HTML.fullmatch(tag)
    name = match[1].lower() if match else ""
    if tag.startswith(("<!", "<?")):
        return
    if name in _HTML_BREAKS:
        if writer.runs and not writer.runs[-1].text.endswith("\n"):
            writer.write("\n", offsets[:1])
    elif name in _HTML_STYLES:
        style = _HTML_STYLES[name]
        if not tag.startswith("</"):
            writer.styles.append(style)
        elif style in writer.styles:
            writer.styles.remove(style)
    elif name not in _HTML_UNSEEN and not _is_component(tag, writer.components):
        writer.write(tag, offsets)


def components_in(source: str) -> frozenset[str]:
    """Return the names of the components that are closed in a part of a document (MDX)."""
    return frozenset(_CLOSING.findall(source))


def _is_component(tag: str, closed: Set[str]) -> bool:
    """Tell whether a tag is a component, which says nothing itself, and no placeholder."""
    match = _COMPONENT.match(tag)
    if match is None:
        return False
    return tag.startswith("</") or match[2] is not None or match[1] in closed


def _between(content: str, end: int) -> str:
    """Return what stands for a line end in the middle of a sentence: nothing in Chinese."""
    before = content[:end].rstrip(" \t")[-1:]
    after = content[end:].lstrip(" \t\n")[:1]
    return "" if before and after and _unspaced(before) and _unspaced(after) else " "


def _unspaced(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\uffef"
