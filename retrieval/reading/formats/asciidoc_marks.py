"""The marks inside a line of AsciiDoc: what a reader sees of emphasis, links and references."""

import re
from collections.abc import Mapping

from retrieval.reading.builder import Run

__all__ = ["attribute", "plain", "runs", "with_attributes"]

_REFERENCE = re.compile(r"\{([\w-]{1,60})\}")
_LINK = re.compile(
    r"(?:link:|xref:|mailto:)?((?:https?|ftp|irc)://[^\s\[\]<>]{1,1000})\[([^\]]*)\]"
)
_INNER = re.compile(r"(?:link:|xref:|mailto:)([^\s\[\]]{1,300})\[([^\]]*)\]")
_ANGLES = re.compile(r"<<([^<>,]{1,200})(?:,\s*([^<>]{1,300}))?>>")
_MACRO = re.compile(
    r"(?:kbd|btn|menu|pass|stem|latexmath|asciimath|indexterm2?|icon):[^\s\[\]]{0,100}\[([^\]]*)\]"
)
_FOOTNOTE = re.compile(r"footnote(?:ref)?:[\w-]{0,60}\[([^\[\]]*)\]")
_IMAGE = re.compile(r"image:[^\s\[\]:]{1,300}\[[^\[\]]*\]")
_ANCHOR = re.compile(r"\[\[[^\]]{0,200}\]\]|\[#[^\]]{0,200}\](?=[#*_`])")
_ROLE = re.compile(r"\[\.?[\w.-]{1,60}\](?=#)")
_BREAK = re.compile(r"[ \t]\+$", re.MULTILINE)
_STRONG = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])(.{1,2000}?)(?<=[^\s*])\*(?![\w*])|\*\*(.{1,2000}?)\*\*", re.DOTALL
)
_MARKED = re.compile(
    r"(?<![\w\\])([_`#+^~])(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)"
    r"|(__|``|##)(?=\S)(.{1,2000}?)(?<=\S)\3",
    re.DOTALL,
)
_QUOTES = re.compile(r"([\"'])`(.{1,2000}?)`\1", re.DOTALL)
_REPLACED = {"(C)": "©", "(R)": "®", "(TM)": "™", "->": "→", "=>": "⇒", "...": "…"}
_SPECIAL = re.compile(r"\([CR]\)|\(TM\)|(?<=\s)[-=]>(?=\s)|(?<=\w)--(?=\w)|(?<= )--(?= )")
_BUILT_IN = {
    "empty": "", "sp": " ", "nbsp": " ", "zwsp": "", "amp": "&", "lt": "<", "gt": ">",
    "plus": "+", "vbar": "|", "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*",
    "tilde": "~", "backslash": "\\", "backtick": "`", "two-colons": "::", "cpp": "C++",
    "apos": "'", "quot": '"', "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°",
}  # fmt: skip


def with_attributes(words: str, attributes: Mapping[str, str]) -> str:
    """Put in the values of the names in braces; one that is not known stays as it is."""

    def value(found: re.Match[str]) -> str:
        name = found[1].casefold()
        return attributes.get(name, _BUILT_IN.get(name, found[0]))[:1000]

    return _REFERENCE.sub(value, words)


def plain(words: str, attributes: Mapping[str, str]) -> str:
    """Return what a reader sees."""
    return "".join(text for text, _ in runs(words, attributes))


def runs(words: str, attributes: Mapping[str, str]) -> list[Run]:
    """Return what a reader sees, cut where bold type begins and ends."""
    words = with_attributes(words, attributes)
    words = _BREAK.sub("", _ANCHOR.sub("", _IMAGE.sub("", words)))
    words = _LINK.sub(lambda found: _label(found[2]) or found[1], words)
    words = _INNER.sub(lambda found: _label(found[2]) or found[1], words)
    words = _ANGLES.sub(lambda found: found[2] or found[1], words)
    words = _FOOTNOTE.sub(r" (\1)", _MACRO.sub(r"\1", _ROLE.sub("", words)))
    words = _QUOTES.sub(r"“\2”", words)
    told: list[Run] = []
    position = 0
    for found in _STRONG.finditer(words):
        told.append((_unmarked(words[position : found.start()]), False))
        told.append((_unmarked(found[1] or found[2]), True))
        position = found.end()
    told.append((_unmarked(words[position:]), False))
    return told


def attribute(said: str, position: int) -> str:
    """Return one of the words in brackets above a block, counted from 0."""
    parts = [part.strip().strip('"') for part in said.split(",")]
    found = parts[position] if position < len(parts) else ""
    return "" if "=" in found else found


def _label(words: str) -> str:
    return words.split(",")[0].rstrip("^").strip('" ') if "=" in words else words.rstrip("^")


def _unmarked(words: str) -> str:
    for _ in range(3):  # marks inside of marks
        fewer = _MARKED.sub(lambda found: found[2] or found[4] or "", words)
        if fewer == words:
            break
        words = fewer
    words = _SPECIAL.sub(
        lambda found: _REPLACED.get(found[0], "–" if "--" in found[0] else found[0]), words
    )
    return words.replace("\\", "") if "\\" in words else words
