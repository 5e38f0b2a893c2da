"""AsciiDoc: the text without its marks, each block found by its lines in the file.

What a program would have to do first (includes, conditions, macros of extensions) is left out.
https://docs.asciidoctor.org/asciidoc/latest/
"""

import re
from collections.abc import Sequence

from retrieval.locators import Lines
from retrieval.reading.builder import Builder
from retrieval.reading.decode import decode
from retrieval.reading.formats.asciidoc_marks import attribute, plain, runs, with_attributes
from retrieval.reading.protocol import Reading

__all__ = ["read"]

_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)")
_SETEXT = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_ATTRIBUTE = re.compile(r":(!?[\w-]+!?):(?:[ \t]++(.*))?")
_ATTRIBUTES = re.compile(r"\[(?!\[)([^\]]*)\]")
_ANCHOR = re.compile(r"\[\[[^\]]*\]\]")
_DIRECTIVE = re.compile(r"(?:include|ifdef|ifndef|ifeval|endif|toc|image|video|audio)::")
_ITEM = re.compile(r"[ \t]*(-|\*{1,5}|\.{1,5}|\d{1,3}[.)]|[a-zA-Z]\.)[ \t]+(?=\S)(.*)")
_TERM = re.compile(r"[ \t]*(\S.{0,200}?)(:{2,4}|;;)(?:[ \t]++(.*))?")
_CHECKBOX = re.compile(r"\[[ xX*]\][ \t]+")
_ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)(.*)")
_ADMONITIONS = frozenset({"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"})
_VERBATIM = re.compile(r"-{4,}|\.{4,}|`{3,}\w*|\+{4,}")
_COMMENT = re.compile(r"/{4,}")
_FRAME = re.compile(r"={4,}|\*{4,}|_{4,}|--")
_TABLE = re.compile(r"[|,:!]={3,}")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])(.+)")
_CALLOUT = re.compile(r"<(\d{1,2}|\.)>[ \t]+(?=\S)(.*)")
_RULE = re.compile(r"'{3,}|<{3,}|-{3}|\*{3}")
_CELL = re.compile(r"(?<!\\)(?:(?:\d{1,9}|(?:\d{0,9}\.\d{1,9}))?[+*]?[<^>.]{0,4}[aedhlmsv]?)?\|")
_WORDS = re.compile(r"\w")


def read(data: bytes, name: str) -> Reading:
    """Read an AsciiDoc file; raises DocumentError where the bytes are not text."""
    decoded = decode(data)
    builder = Builder()
    _Parser(decoded.text.splitlines(), builder).run()
    return Reading(documents=(builder.contents(),), warnings=decoded.warnings)


class _Parser:
    def __init__(self, lines: Sequence[str], builder: Builder) -> None:
        self.lines = lines
        self.builder = builder
        self.at = 0
        self.attributes: dict[str, str] = {}
        self.said = ""
        """What stands in brackets above the next block."""
        self.admonitions: list[tuple[str, str]] = []
        """The frame that ends each, and its kind."""
        self.marks: list[str] = []
        """Of the lists that the next item may belong to, the outermost first."""
        self.joins = False

    def run(self) -> None:
        """Read all lines."""
        while self.at < len(self.lines):
            self._block(self.lines[self.at].rstrip())

    def _place(self, first: int) -> Lines:
        return Lines(first=first + 1, last=max(self.at, first + 1))

    @property
    def _admonition(self) -> str:
        return self.admonitions[-1][1] if self.admonitions else ""

    def _block(self, line: str) -> None:
        if not line.strip():
            self.at += 1
            return
        if line.strip() == "+":
            self.at += 1
            self.joins = True
            return
        if _COMMENT.fullmatch(line):
            self._until(line)
        elif line.startswith("//") or _DIRECTIVE.match(line) or _RULE.fullmatch(line):
            self.at += 1
        elif attribute_line := _ATTRIBUTE.fullmatch(line):
            self._attribute(attribute_line)
        elif _ANCHOR.fullmatch(line):
            self.at += 1
        elif brackets := _ATTRIBUTES.fullmatch(line):
            self.said = brackets[1]
            self.at += 1
        elif _VERBATIM.fullmatch(line):
            self._verbatim(line)
        elif _TABLE.fullmatch(line):
            self._table(line)
        elif _FRAME.fullmatch(line) and self._frame(line):
            return
        elif heading := _HEADING.fullmatch(line):
            self.at += 1
            self._heading(len(heading[1]), heading[2], self.at - 1)
        elif level := self._setext(line):
            self.at += 2
            self._heading(level, line, self.at - 2)
        elif title := _BLOCK_TITLE.fullmatch(line):
            first, self.at = self.at, self.at + 1
            self._paragraph(title[1], first)
        elif item := _ITEM.match(line) or _CALLOUT.match(line):
            self._item(item[1], item[2])
        elif term := _TERM.fullmatch(line):
            self._term(term[1], term[3] or "")
        elif line[0] in " \t":
            self._literal()
        else:
            self._text()

    def _attribute(self, found: re.Match[str]) -> None:
        value = found[2] or ""
        self.attributes[found[1].casefold()] = with_attributes(value, self.attributes)
        if found[1].casefold() == "author" and value:
            self.builder.author = value
        self.at += 1

    def _until(self, fence: str) -> list[str]:
        """Take the lines up to the one that closes a block; all that are left where none does."""
        self.at += 1
        first = self.at
        while self.at < len(self.lines) and self.lines[self.at].rstrip() != fence:
            self.at += 1
        inside = list(self.lines[first : self.at])
        self.at += 1
        return inside

    def _verbatim(self, fence: str) -> None:
        first = self.at
        said = attribute(self.said, 1) if self.said.startswith(("source", ",")) else ""
        language = said or fence.lstrip("`-.+")
        self.said = ""
        inside = self._until(fence.rstrip("abcdefghijklmnopqrstuvwxyz") if "`" in fence else fence)
        self.builder.code("\n".join(inside), language=language, locator=self._place(first))

    def _frame(self, line: str) -> bool:
        if line.startswith("-") and len(line) > 2:
            return False
        if self.admonitions and self.admonitions[-1][0] == line:
            self.admonitions.pop()
        else:
            kind = self.said.split(",")[0].strip()
            self.admonitions.append(
                (line, kind.lower() if kind in _ADMONITIONS else self._admonition)
            )
        self.said = ""
        self.marks = []
        self.at += 1
        return True

    def _setext(self, line: str) -> int:
        below = self.lines[self.at + 1].rstrip() if self.at + 1 < len(self.lines) else ""
        if len(below) < 3 or set(below) - set(below[0]) or below[0] not in _SETEXT:
            return 0
        alike = abs(len(below) - len(line)) <= 2 and _WORDS.search(line) and line[0] not in " \t."
        return _SETEXT[below[0]] if alike else 0

    def _heading(self, level: int, words: str, first: int) -> None:
        self.marks, self.said = [], ""
        is_title = level == 1 and self.builder.is_empty
        words = plain(words, self.attributes)
        self.builder.heading(
            words, max(level - 1, 1), locator=self._place(first), may_be_title=is_title
        )
        if is_title:
            self._author()

    def _author(self) -> None:
        """Take the line below the title: a name, maybe with an address."""
        line = self.lines[self.at].strip() if self.at < len(self.lines) else ""
        named = re.fullmatch(r"([^\W\d_][\w.'-]*(?: [\w.'-]+){1,2})(?: <[^<>]+>)?", line)
        if named and not _ATTRIBUTE.fullmatch(line):
            self.at += 1
            self.builder.author = named[1]
            self.builder.byline(line, locator=self._place(self.at - 1))

    def _gather(self, opening: str) -> str:
        """Take the lines that go on with a paragraph or an item."""
        told = [opening]
        while self.at < len(self.lines):
            line = self.lines[self.at].rstrip()
            if (
                not line.strip()
                or line.strip() == "+"
                or _ITEM.match(line)
                or _CALLOUT.match(line)
                or _VERBATIM.fullmatch(line)
                or _TABLE.fullmatch(line)
                or _FRAME.fullmatch(line)
                or _ATTRIBUTES.fullmatch(line)
                or (_TERM.fullmatch(line) and "::" in line)
            ):
                break
            self.at += 1
            if not line.startswith("//"):
                told.append(line)
        return "\n".join(told)

    def _text(self) -> None:
        first, line = self.at, self.lines[self.at]
        self.at += 1
        admonition = ""
        if found := _ADMONITION.match(line):
            admonition, line = found[1].lower(), found[2]
        elif self.said.split(",")[0].strip() in _ADMONITIONS:
            admonition = self.said.split(",")[0].strip().lower()
        self.said = ""
        self._paragraph(self._gather(line), first, admonition)

    def _paragraph(self, words: str, first: int, admonition: str = "") -> None:
        told = runs(words, self.attributes)
        kind = admonition or self._admonition
        place = self._place(first)
        if self.joins and self.marks:
            self.builder.item(told, depth=len(self.marks), mark="", locator=place, admonition=kind)
        else:
            self.marks = []
            self.builder.paragraph(told, locator=place, admonition=kind)
        self.joins = False

    def _item(self, mark: str, words: str) -> None:
        first = self.at
        self.at += 1
        kind = mark if mark[0] in "*-." else ("1" if mark[0].isdigit() else "a")
        if kind in self.marks:
            del self.marks[self.marks.index(kind) + 1 :]
        else:
            self.marks.append(kind)
        self.joins = False
        numbered = mark[0] == "." or mark[0].isdigit()
        self.builder.item(
            runs(self._gather(_CHECKBOX.sub("", words)), self.attributes),
            depth=len(self.marks),
            mark=mark if mark[0].isalnum() and mark != "." else "-" if not numbered else "1.",
            locator=self._place(first),
            admonition=self._admonition,
        )

    def _term(self, term: str, words: str) -> None:
        """Append a term with what it means, as one paragraph that begins with it in bold."""
        first = self.at
        self.at += 1
        if not words:
            while self.at < len(self.lines) and not self.lines[self.at].strip():
                self.at += 1
            following = self.lines[self.at] if self.at < len(self.lines) else ""
            if following and not (_ITEM.match(following) or _FRAME.fullmatch(following)):
                self.at += 1
                words = following.strip()
        label = plain(term, self.attributes).rstrip(":")
        body = runs(self._gather(words), self.attributes) if words else []
        self.said, self.joins = "", False
        self.marks = [mark for mark in self.marks if mark == "::"] or [*self.marks, "::"]
        self.builder.item(
            [(label, True), (": " if body else "", False), *[(text, False) for text, _ in body]],
            depth=len(self.marks),
            locator=self._place(first),
            admonition=self._admonition,
        )

    def _literal(self) -> None:
        first = self.at
        told = []
        while self.at < len(self.lines) and self.lines[self.at].strip():
            told.append(self.lines[self.at])
            self.at += 1
        if self.marks:
            self._paragraph("\n".join(told), first)
        else:
            self.builder.code("\n".join(told), locator=self._place(first))

    def _table(self, fence: str) -> None:
        first = self.at
        said, self.said = self.said, ""
        inside = self._until(fence)
        rows = _rows(inside, separator="," if fence[0] == "," else "|", said=said)
        has_header = "header" in said or (len(inside) > 1 and not inside[1].strip())
        for place, (offset, cells) in enumerate(rows):
            line = first + 2 + offset
            self.builder.row(
                [plain(cell, self.attributes) for cell in cells],
                is_header=has_header and place == 0,
                continues=place > 0,
                locator=Lines(first=line, last=line),
            )


def _rows(lines: Sequence[str], *, separator: str, said: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a table, each with the line that it begins on."""
    if separator == ",":
        return [(at, line.split(",")) for at, line in enumerate(lines) if line.strip()]
    cells: list[tuple[int, str]] = []
    widths: list[int] = []
    for at, line in enumerate(lines):
        pieces = _CELL.split(line)
        if len(pieces) == 1:
            if cells and line.strip():
                cells[-1] = (cells[-1][0], f"{cells[-1][1]} {line.strip()}")
            continue
        cells += [(at, piece.replace("\\|", "|").strip()) for piece in pieces[1:]]
        widths.append(len(pieces) - 1)
    width = _columns(said) or max(widths, default=1)
    if width == 1 and len(widths) > 1:
        # One cell a line: an empty line ends each row.
        width = _cells_until_gap(lines)
    return [
        (cells[start][0], [text for _, text in cells[start : start + width]])
        for start in range(0, len(cells), width)
    ]


def _columns(said: str) -> int:
    found = re.search(r'cols\s*=\s*"([^"]{1,200})"|cols\s*=\s*([^,\]]{1,20})', said)
    if not found:
        return 0
    count = 0
    for column in (found[1] or found[2]).split(","):
        times = re.match(r"\s*(\d{1,2})\*", column)
        count += int(times[1]) if times else 1
    return count


def _cells_until_gap(lines: Sequence[str]) -> int:
    count = 0
    for line in lines:
        if _CELL.search(line):
            count += 1
        elif count and not line.strip():
            break
    return max(count, 1)
