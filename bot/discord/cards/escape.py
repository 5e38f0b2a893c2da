r"""Make text from documents and people inert: Discord shows it as it is and acts on none of it.

Discord removes a backslash before any punctuation mark, so most syntax is escaped that way and
what a reader copies is exact. Only where the raw text itself is looked at (mentions, and entities
in angle brackets) an invisible word joiner is put in.
"""

import re

from bot.rendering.direction import isolated
from retrieval.text.printable import (
    BIDI_CONTROLS,
    CONTROLS,
    LINE_SEPARATORS,
    SURROGATES,
    UNSEEN,
)

__all__ = ["JOINER", "bold", "escape", "inert", "inline", "label", "length", "visible"]

JOINER = "\u2060"
"""WORD JOINER: no width, no line break, and it ends whatever Discord was about to recognise."""

MAX_MARKS = 5
"""Combining marks kept on one character; no living script needs more, stacked noise does."""

_DROPPED = re.compile(f"(?![\t\n])[{CONTROLS}{BIDI_CONTROLS}{UNSEEN}]")
_SURROGATE = re.compile(f"[{SURROGATES}]")
_NEWLINE = re.compile(f"\r\n?|[\x85\x0b\x0c{LINE_SEPARATORS}]")
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
    f"{{{MAX_MARKS}}})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

_SYNTAX = re.compile(r"[\\*_~|`\[\]<>]")
_LINE_START = re.compile(r"(?m)^([ \t]*)(#|-|\+|(?=\d+[.)]))")
_NUMBERED = re.compile(r"(?m)^([ \t]*\d+)([.)])")
_SCHEME = re.compile(r"(?<=[A-Za-z0-9]):(?=\S)")
_INVITE = re.compile(r"(?i)\b(discord(?:app)?)\.(?=(?:gg|com|new|me|gift)\b)")
_MASS = re.compile(r"(?i)@(?=everyone|here)")
_ENTITY = re.compile(r"<(?=@|#|a?:|t:|/|id:|sound:)")
_AT = re.compile(r"(?<=<\u2060)@")


def visible(text: str) -> str:
    """Drop what can't be seen but acts, and bring every kind of line end to a newline."""
    text = _NEWLINE.sub("\n", text)
    text = _DROPPED.sub("", text)
    text = _SURROGATE.sub("\ufffd", text)
    text = _MARKS.sub(r"\1", text)
    return _BLANK_LINES.sub("\n\n", text)


def inert(text: str) -> str:
    """Break up what Discord looks for in the raw text, in code as anywhere: mentions, entities."""
    text = _MASS.sub("@" + JOINER, text)
    text = _ENTITY.sub("<" + JOINER, text)
    return _AT.sub("@" + JOINER, text)


def escape(text: str) -> str:
    """Return ``text`` so that Discord shows its characters and acts on none of them."""
    text = inert(visible(text))
    text = _SYNTAX.sub(r"\\\g<0>", text)
    text = _LINE_START.sub(lambda m: m[1] + ("\\" + m[2] if m[2] else ""), text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = _SCHEME.sub(r"\\:", text)
    return _INVITE.sub(r"\1\\.", text)


def inline(text: str, *, limit: int) -> str:
    """Escape text for the inside of a line (a title, a name), in at most ``limit`` characters.

    Text with right-to-left letters is isolated, so that it can't reorder what stands around it.
    """
    line = " ".join(visible(text[: 4 * limit]).split())
    escaped = escape(line)
    while length(escaped) > limit - 2:
        keep = max(1, min(len(line) - 2, len(line) * limit // length(escaped) - 3))
        line = line[:keep].rstrip() + "…" if keep > 1 else "…"
        escaped = escape(line)
    return isolated(escaped)


def label(text: str, *, limit: int) -> str:
    """Make text fit for a button or an option, where Discord knows no markdown and no escapes.

    It shows what looks like a mention or an address as plain text there; that it can't be taken
    for a live one either costs an invisible character.
    """
    line = " ".join(visible(text[: 4 * limit]).split()) or "…"
    line = _ENTITY.sub("<" + JOINER, _MASS.sub("@" + JOINER, line)).replace("://", f":{JOINER}//")
    line = _AT.sub("@" + JOINER, line).replace("](", f"]{JOINER}(")
    while length(line) > limit:
        line = line[: min(len(line) - 2, limit - 1)].rstrip() + "…"
    return line


def bold(text: str) -> str:
    """Escape text and set it in bold; white space at its ends stays outside of the asterisks."""
    core = text.strip()
    if not core or not escape(core).strip():
        return escape(text)
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{escape(before)}**{escape(core)}**{escape(after)}"


def length(text: str) -> int:
    """Count as strictly as Discord could: in UTF-16 units, of which an emoji has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
