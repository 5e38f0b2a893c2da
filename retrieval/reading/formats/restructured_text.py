"""reStructuredText, read by docutils: the text without its marks, found by its lines in the file.

Nothing is included, run or fetched. What is Sphinx's and not docutils' own (roles, directives) is
read as the text in it.
"""

import re
from collections.abc import Container, Iterator
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.utils import SystemMessage

from retrieval.errors import DocumentError
from retrieval.locators import Lines
from retrieval.reading.builder import Builder, Run
from retrieval.reading.decode import decode
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w.+:-]{1,80})::", re.MULTILINE)
_ROLE = re.compile(r":([A-Za-z][\w.+:-]{0,60}):`")
_TARGET = re.compile(r"(.*?)(?<!\s)\s*+<[^<>]*+>", re.DOTALL)
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "halt_level": 5,
    "report_level": 5,
    "_disable_config": True,
    "input_encoding": "unicode",
    "doctitle_xform": True,
    "sectsubtitle_xform": False,
    "smart_quotes": False,
    "line_length_limit": 1_000_000,
    "syntax_highlight": "none",
}
_CODE = frozenset(
    {"code-block", "sourcecode", "highlight", "literalinclude", "prompt", "parsed-literal"}
)
_LEFT_OUT = frozenset(
    """toctree contents index include image figure raw automodule autoclass autofunction only
    currentmodule module meta highlight tabularcolumns""".split()
)
_ADMONITIONS = frozenset(
    """attention caution danger error hint important note tip warning admonition seealso
    versionadded versionchanged deprecated""".split()
)


def read(data: bytes, name: str) -> Reading:
    """Read reStructuredText; raises DocumentError where the bytes are not text."""
    decoded = decode(data)
    _get_to_know(decoded.text)
    try:
        tree = publish_doctree(decoded.text, settings_overrides=dict(_SETTINGS))
    except (SystemMessage, RecursionError) as error:
        raise DocumentError(f"docutils can't read it: {str(error)[:100] or 'too deep'}.") from None
    builder = Builder()
    _Walk(builder, decoded.text).section(tree, 0)
    return Reading(documents=(builder.contents(),), warnings=decoded.warnings)


def _get_to_know(text: str) -> None:
    """Have every directive and role of a text read, those that docutils doesn't know as text."""
    for name in {found.lower() for found in _DIRECTIVE.findall(text)}:
        if name in _LEFT_OUT:
            directives.register_directive(name, _Nothing)
        elif name in _CODE:
            directives.register_directive(name, _Code)
        elif name not in _known("directives", "_directive_registry"):
            directives.register_directive(name, _Body)
    for name in {found.lower() for found in _ROLE.findall(text)}:
        if name not in _known("roles", "_role_registry"):
            roles.register_local_role(name, _text_role)


def _known(kind: str, registry: str) -> Container[str]:
    """Return the names that docutils itself has: in English, whatever is registered by now."""
    names: Container[str] = getattr({"directives": directives, "roles": roles}[kind], registry)
    return names


def _text_role(
    role: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: object,
    *_rest: object,
    **_more: object,
) -> Any:  # noqa: ANN401 - the stubs have docutils' own roles give references
    words = text.replace("\0", "\\")
    target = _TARGET.fullmatch(words)
    shown = target[1] if target and target[1] else words.lstrip("~!")
    if target is None and words.startswith("~"):
        shown = shown.rsplit(".", 1)[-1]
    return [nodes.Text(shown)], []


class _AnyOption(dict[str, Any]):
    """Takes every option of a directive as it is."""

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - a converter, as docutils calls it
        return directives.unchanged

    def __bool__(self) -> bool:
        return True


class _Nothing(Directive):
    optional_arguments = 100
    final_argument_whitespace = True
    option_spec = _AnyOption()
    has_content = True

    def run(self) -> list[nodes.Node]:
        return []


class _Code(_Nothing):
    def run(self) -> list[nodes.Node]:
        block = nodes.literal_block("", "\n".join(self.content))
        block["language"] = self.arguments[0] if self.arguments else ""
        block.line = self.lineno
        return [block]


class _Body(_Nothing):
    """Text in a directive that docutils doesn't know: its argument, and then what is in it."""

    def run(self) -> list[nodes.Node]:
        name = self.name.rsplit(":", 1)[-1]
        holder: nodes.Element = nodes.admonition() if name in _ADMONITIONS else nodes.container()
        holder["kind"] = name if name in _ADMONITIONS else ""
        if self.arguments:
            words = self.arguments[0]
            is_version = name.startswith(("version", "deprecated"))
            first = nodes.paragraph("", nodes_text(words, name) if is_version else words)
            first.line = self.lineno
            holder.append(first)
        self.state.nested_parse(self.content, self.content_offset, holder)
        return [holder]


def nodes_text(words: str, name: str) -> str:
    """Return what a note about a version says."""
    said = {"versionadded": "Added", "versionchanged": "Changed"}.get(name, "Deprecated")
    since = "since" if said == "Deprecated" else "in"
    return f"{said} {since} version {words}."


class _Walk:
    def __init__(self, builder: Builder, text: str) -> None:
        self.builder = builder
        self.lines = text.split("\n")
        self.seen = 1

    def section(self, node: nodes.Element, level: int) -> None:
        """Append a document or a section."""
        for child in node.children:
            match child:
                case nodes.section():
                    self.section(child, level + 1)
                case nodes.title() | nodes.subtitle():
                    self.builder.heading(
                        child.astext(),
                        max(level, 1),
                        locator=self.place(child),
                        may_be_title=level <= 1,
                    )
                case nodes.Element():
                    self.block(child, 0, "")
        self.builder.leave(level) if level else None

    def place(self, node: nodes.Node) -> Lines:
        """Return the lines of a block: where docutils says it begins, or after the last one."""
        line = node.line
        if line is None:
            inner = (one.line for one in node.findall() if one.line is not None)
            line = next(inner, None)
        if line is None and node.parent is not None:
            line = node.parent.line
        first = self.nearest(min(max(line or self.seen, 1), len(self.lines)), node)
        source = node.rawsource if isinstance(node, nodes.Element) else ""
        last = min(first + source.count("\n"), len(self.lines))
        self.seen = first
        return Lines(first=first, last=max(last, first))

    def nearest(self, line: int, node: nodes.Node) -> int:
        """Return the line near the one told on which a block begins: docutils is off by some."""
        words = node.astext().split(None, 1)[:1]
        for near in (line, line - 1, line - 2, line + 1, line + 2):
            if words and 0 < near <= len(self.lines) and words[0] in self.lines[near - 1]:
                return near
        return line

    def block(self, node: nodes.Element, depth: int, admonition: str) -> None:
        """Append what is no section."""
        builder = self.builder
        match node:
            case nodes.literal_block() | nodes.doctest_block() | nodes.math_block():
                language = node.get("language") or _class_language(node)
                builder.code(node.astext(), language=language, locator=self.place(node))
            case nodes.table():
                self.table(node)
            case nodes.bullet_list() | nodes.enumerated_list():
                self.items(node, depth + 1, admonition)
            case nodes.definition_list() | nodes.field_list() | nodes.option_list():
                self.terms(node, depth, admonition)
            case nodes.docinfo():
                self.docinfo(node)
            case nodes.comment() | nodes.system_message() | nodes.substitution_definition():
                pass
            case nodes.target() | nodes.image() | nodes.topic() | nodes.meta() | nodes.raw():
                if isinstance(node, nodes.topic) and "contents" not in node["classes"]:
                    self.inside(node, depth, admonition)
            case nodes.Admonition():
                kind = node.get("kind") or type(node).__name__
                self.inside(node, depth, kind)
            case (
                nodes.paragraph()
                | nodes.rubric()
                | nodes.caption()
                | nodes.term()
                | nodes.title()
                | nodes.line()
                | nodes.attribution()
            ):
                self.text(node, depth, admonition)
            case nodes.line_block():
                for line in node.children:
                    if isinstance(line, nodes.Element):
                        self.block(line, depth, admonition)
            case nodes.footnote() | nodes.citation():
                self.inside(node, depth, admonition)
            case nodes.label():
                pass
            case _:
                self.inside(node, depth, admonition)

    def inside(self, node: nodes.Element, depth: int, admonition: str) -> None:
        """Append what is in a block that is nothing by itself."""
        for child in node.children:
            if isinstance(child, nodes.Element):
                self.block(child, depth, admonition)

    def text(self, node: nodes.Element, depth: int, admonition: str, mark: str = "") -> None:
        """Append a paragraph, or one of an item."""
        words = list(_runs(node))
        if depth:
            self.builder.item(
                words, depth=depth, mark=mark, locator=self.place(node), admonition=admonition
            )
        else:
            self.builder.paragraph(words, locator=self.place(node), admonition=admonition)

    def items(self, node: nodes.Element, depth: int, admonition: str) -> None:
        """Append the items of a list, each of which may have several blocks."""
        start = int(node.get("start", 1))
        for number, item in enumerate(node.children, start):
            mark = f"{number}." if isinstance(node, nodes.enumerated_list) else "-"
            for child in item.children:
                if isinstance(child, nodes.paragraph):
                    self.text(child, depth, admonition, mark)
                    mark = ""
                elif isinstance(child, nodes.Element):
                    self.block(child, depth, admonition)

    def terms(self, node: nodes.Element, depth: int, admonition: str) -> None:
        """Append terms with what they mean, each as a paragraph that begins with it in bold."""
        for item in node.children:
            if not isinstance(item, nodes.Element):
                continue
            heads = [one for one in item.children if isinstance(one, _TERM_NODES)]
            label = ", ".join(" ".join(one.astext().split()) for one in heads)
            bodies = [one for one in item.children if isinstance(one, _MEANING_NODES)]
            blocks = [one for body in bodies for one in body.children]
            opening: list[Run] = [(f"{label}: " if blocks else label, True)]
            place = self.place(item)
            if blocks and isinstance(blocks[0], nodes.paragraph):
                opening += [(text, False) for text, _ in _runs(blocks[0])]
                blocks = blocks[1:]
            elif blocks:
                opening = [(label, True)]
            self.builder.item(opening, depth=depth + 1, locator=place, admonition=admonition)
            for child in blocks:
                if isinstance(child, nodes.Element):
                    self.block(child, depth + 1, admonition)

    def docinfo(self, node: nodes.Element) -> None:
        """Take the fields below a title."""
        for field in node.children:
            words = field.astext()
            if isinstance(field, nodes.author):
                self.builder.author = self.builder.author or words
                self.builder.byline(f"Author: {words}", locator=self.place(field))
            elif isinstance(field, nodes.field):
                self.builder.field(
                    field.children[0].astext(),
                    field.children[-1].astext(),
                    locator=self.place(field),
                )
            else:
                self.builder.field(
                    type(field).__name__.capitalize(), words, locator=self.place(field)
                )

    def table(self, node: nodes.table) -> None:
        """Append a table row by row."""
        is_first = True
        for child in node.children:
            if isinstance(child, nodes.title):
                self.text(child, 0, "")
        for row in node.findall(nodes.row):
            cells = [" ".join(entry.astext().split()) for entry in row.children]
            self.builder.row(
                cells,
                is_header=isinstance(row.parent, nodes.thead),
                continues=not is_first,
                locator=self.place(row),
            )
            is_first = False


_TERM_NODES = (nodes.term, nodes.field_name, nodes.option_group)
_MEANING_NODES = (nodes.definition, nodes.field_body, nodes.description)


def _class_language(node: nodes.Element) -> str:
    classes: list[str] = node.get("classes", [])
    return next((name for name in classes if name != "code"), "")


def _runs(node: nodes.Element) -> Iterator[Run]:
    for text in node.findall(nodes.Text):
        above = text.parent
        while above is not None and above is not node and not isinstance(above, nodes.strong):
            above = above.parent
        if isinstance(text.parent, (nodes.problematic, nodes.system_message)):
            yield (text.astext(), False)
        elif not isinstance(text.parent, (nodes.footnote_reference, nodes.raw)):
            yield (text.astext(), isinstance(above, nodes.strong))
