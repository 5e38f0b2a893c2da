"""The lines of a plain text, and the groups that empty lines make of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from retrieval.domain import Span
from retrieval.locators import Locator
from retrieval.reading.formats import line_forms
from retrieval.text.lines import LineTable

__all__ = ["Group", "TextLine", "groups", "text_line"]

_FORM_FEED = "\x0c"
_ABOUT = 2
_UNBREAKABLE = 40
"""Characters of a word that is about as long as a line, as addresses and keys are."""


@dataclass(slots=True, kw_only=True)
class TextLine:
    """A line with words."""

    start: int
    end: int
    """Without white space around it."""
    words: str
    indent: int
    marker: int
    """Characters of a list item's mark, and the blanks behind it."""
    speaker: str | None
    is_tabular: bool
    underline: str | None = None
    """``=``, ``-`` or the like where a line of these stands right below it."""

    @property
    def length(self) -> int:
        """Columns that it takes."""
        return self.indent + len(self.words)

    @property
    def first_word(self) -> str:
        """What would have to fit behind the line above."""
        return self.words.split(None, 1)[0]

    @property
    def can_wrap(self) -> bool:
        """Whether breaking it would have made it short: an address has no place for that."""
        words = self.words.split()
        return len(words) > 1 and max(map(len, words)) < _UNBREAKABLE


@dataclass(slots=True, kw_only=True)
class Group:
    """Lines without an empty one between them."""

    lines: list[TextLine] = field(default_factory=list)
    begins_page: bool = False
    """A form feed stands before it."""
    is_furniture: bool = False
    """A page's number, head or foot."""
    is_whole: bool = False
    """Its lines are one paragraph, whatever they look like."""
    locator: Locator | None = None
    omitted: list[Span] = field(default_factory=list)
    """What interrupts the text that its lines are."""


def groups(text: str) -> list[Group]:
    """Return the groups of a text; drawn lines part them as empty ones do."""
    return list(_groups(text))


def _groups(text: str) -> Iterator[Group]:
    group = Group()
    new_page = False
    for start, end in LineTable(text):
        raw = text[start:end]
        words = raw.strip()
        new_page = new_page or raw.startswith(_FORM_FEED)
        if new_page and group.lines:
            yield group
            group = Group()
        if words and not line_forms.is_rule(words):
            group.begins_page = group.begins_page or new_page
            new_page = False
            group.lines.append(text_line(raw, start))
            continue
        # A drawn line under a single one makes it a heading; anywhere else it only separates.
        if words and len(group.lines) == 1 and _underlines(words, group.lines[0].words):
            group.lines[0].underline = words[0]
        if group.lines:
            yield group
            group = Group()
        new_page = new_page or _FORM_FEED in raw
    if group.lines:
        yield group


def _underlines(rule: str, words: str) -> bool:
    """Tell whether a drawn line belongs to the one above; one of stars is as long as that."""
    if len(set(rule)) > 1:
        return False
    return rule[0] in "=-" or (rule[0] in "~*_^#+" and abs(len(rule) - len(words)) <= _ABOUT)


def text_line(raw: str, start: int) -> TextLine:
    """Read a line with words that stands at ``start``."""
    words = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    marker = line_forms.list_marker(raw)
    return TextLine(
        start=start + indent,
        end=start + len(raw.rstrip()),
        words=words,
        indent=indent,
        marker=max(marker - indent, 0),
        speaker=line_forms.speaker(raw),
        is_tabular=line_forms.looks_tabular(words),
    )
