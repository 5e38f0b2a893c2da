"""What a Markdown file says of itself in its front matter (YAML between lines of dashes).

Of YAML, what people write by hand: names, values and lists. Aliases and tags are for programs, and
what a hostile file would be made of, so nothing is constructed: a value is the characters it is
written with.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.events import AliasEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from retrieval.locators import Message

__all__ = ["AUTHOR", "Field", "FrontMatter", "field_lines", "parse"]

AUTHOR = frozenset({"author", "authors"})
_TITLE = "title"
# What a site is built with tells nobody anything.
_FOR_PROGRAMS = frozenset(
    """aliases class css draft hide_table_of_contents hide_title icon id image js keywords lang
    layout linktitle menu message nav_order order pagination_next pagination_prev parent permalink
    redirect_from sidebar sidebar_label sidebar_position slug template toc type url
    weight""".split()
)
# A message of Discord; whatever else stands there is nobody's to be led to.
_MESSAGE = re.compile(r"https://discord\.com/channels/(?:@me|\d{1,20})/\d{1,20}/\d{1,20}")
_LONGEST_LABEL = 80

_LONGEST = 64_000
_DEEPEST = 16
_TAG = "tag:yaml.org,2002:"
# Not a truth value, a date or nothing: these are no names.
_WORDS = frozenset({f"{_TAG}str", f"{_TAG}int", f"{_TAG}float"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What front matter says of its document."""

    title: str | None = None
    author: str | None = None
    language: str = ""
    """What it says that the document is written in, as it says it."""
    message: Message | None = None
    """The message of Discord that the document was saved from."""
    trouble: str | None = None
    """Why it can't be understood, for a sentence; damaged front matter costs a title, no more."""


class _NotUnderstoodError(Exception):
    """Front matter that is more than names and values; the message says how."""


def parse(content: str) -> FrontMatter:
    """Read what stands between the lines of dashes; raises nothing."""
    try:
        return _fields(content)
    except _NotUnderstoodError as error:
        return FrontMatter(trouble=str(error))
    except Exception:
        # Not only YAMLError: the library lets through what its own code runs into, such as the
        # OverflowError of an escape beyond Unicode.
        return FrontMatter(trouble="it is not valid YAML")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A name with its value, where they stand in a text."""

    name: str
    start: int
    end: int


_FIELD = re.compile(r"(?:(?<=[\r\n])|\A)([A-Za-z][\w .-]{0,60}?)[ \t]*:(?=\s|\Z)")


def field_lines(text: str, content: str) -> Iterator[Field]:
    """Yield what front matter says for readers, each field where it stands.

    Neither the title, which heads the document anyway, nor what only programs read.

    Args:
        text: Begins with the front matter.
        content: It, as the parser has it, whose line ends may be others.
    """
    end = 0
    for line in content.splitlines():
        at = text.find(line, end)
        if at < 0:
            return
        end = at + len(line)
    starts = list(_FIELD.finditer(text, 0, end))
    stops = [one.start() for one in starts[1:]] + [end]
    for found, stop in zip(starts, stops, strict=False):
        name = found[1]
        has_value = any(map(str.isalnum, text[found.end() : stop]))
        if has_value and name.casefold() not in {_TITLE, *_FOR_PROGRAMS}:
            start, words = found.start(), text[found.start() : stop].rstrip()
            yield Field(name=name, start=start, end=start + len(words))


def _fields(content: str) -> FrontMatter:
    if len(content) > _LONGEST:
        raise _NotUnderstoodError(f"it is longer than {_LONGEST:,} characters")
    root = yaml.compose(content, Loader=_PlainLoader)
    if root is None:
        return FrontMatter()
    if not isinstance(root, MappingNode):
        raise _NotUnderstoodError("it is no list of names and values")
    fields = _by_name(root)
    return FrontMatter(
        title=_words(fields.get("title")),
        author=(author := _words(fields.get("author")) or _words(fields.get("authors"))),
        language=_written(fields.get("lang")) or _written(fields.get("language")),
        message=_message(fields, author),
    )


def _message(fields: dict[str, Node], author: str | None) -> Message | None:
    url, date = _written(fields.get("message")), _written(fields.get("date"))
    if not _MESSAGE.fullmatch(url):
        return None
    names = ((author or "message")[:_LONGEST_LABEL], date[:_LONGEST_LABEL])
    return Message(name=", ".join(filter(None, names)), url=url)


def _written(node: Node | None) -> str:
    return " ".join(_whole(node.value).split()) if isinstance(node, ScalarNode) else ""


class _PlainLoader(yaml.SafeLoader):
    """Composes nodes without aliases and tags, as deep as anybody writes."""

    depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, AliasEvent) or (
            isinstance(event, NodeEvent)
            and (event.anchor is not None or getattr(event, "tag", None) is not None)
        ):
            raise _NotUnderstoodError("it uses anchors, aliases or tags")
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NotUnderstoodError(f"it is nested more than {_DEEPEST} levels deep")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _by_name(node: MappingNode) -> dict[str, Node]:
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _words(node: Node | None) -> str | None:
    if isinstance(node, MappingNode):
        return _words(_by_name(node).get("name"))
    if isinstance(node, SequenceNode):
        names = [name for name in map(_words, node.value) if name]
        return ", ".join(names) or None
    if isinstance(node, ScalarNode) and node.tag in _WORDS:
        return " ".join(_whole(node.value).split()) or None
    return None


def _whole(value: str) -> str:
    """Join the surrogate pairs that JSON writes one character as."""
    try:
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise _NotUnderstoodError("it holds half a character") from None
