"""Which paragraphs are headings, and how deep: by the file's outline, by sizes and bold type."""

import re
from collections import Counter
from collections.abc import Sequence

from retrieval.domain import BlockKind
from retrieval.reading.formats.pdf.characters import PageText
from retrieval.reading.formats.pdf.paragraphs import Paragraph

__all__ = ["Outline", "body_size"]

_LARGER = 1.08
_LONGEST = 200
_MOST_LINES = 3
_LONGEST_BOLD = 90
_NUMBER = re.compile(
    r"^(?:(?:chapter|section|part|appendix)\s+)?(?:\d+|[A-Z])(?:\.\d+)*[.:)]?\s+", re.IGNORECASE
)
_ENOUGH = 0.5
_DEEPEST = 6


def body_size(pages: Sequence[PageText]) -> float:
    """Return the size of most letters."""
    counts: Counter[float] = Counter()
    for page in pages:
        for one in page.fragments:
            counts[round(one.size * 2) / 2] += len(one.text)
    return counts.most_common(1)[0][0] if counts else 10.0


class Outline:
    """Tells the headings of a document from its paragraphs."""

    def __init__(
        self, found: Sequence[Paragraph], body: float, marks: Sequence[tuple[int, str]]
    ) -> None:
        """Look at the whole document.

        Args:
            found: Its paragraphs.
            body: The size of most of its letters.
            marks: Depth and words of each entry of its outline.
        """
        self._body = body
        self._marks: dict[str, int] = {}
        for level, words in marks:
            self._marks.setdefault(_plain(words), level)
        self._marks.pop("", None)
        matched = {_plain(" ".join(one.lines)) for one in found} & self._marks.keys()
        self._trusted = len(matched) >= max(_ENOUGH * len(self._marks), 2)
        # Sizes that differ by a hair are one; bold type in the size of the text comes last.
        self._ranks = sorted(
            {self._rank(one) for one in found if self._looks_like(one)}, reverse=True
        )
        self._levels: dict[int, int] = {}
        self._find(found)

    def level(self, paragraph: Paragraph) -> int:
        """Return the depth of a heading from 1; 0 of what is none."""
        return self._levels.get(id(paragraph), 0)

    def _find(self, found: Sequence[Paragraph]) -> None:
        above = 0
        for one in found:
            level = self._marked(one) if self._trusted else 0
            if level:
                above = level
            elif self._looks_like(one) and (above or not self._trusted or one.page == 1):
                # What the outline of the file leaves out stands below what it names.
                level = self._own_level(one)
                level = max(level, above + 1) if self._trusted else level
            if level:
                self._levels[id(one)] = min(level, _DEEPEST)

    def _marked(self, paragraph: Paragraph) -> int:
        is_set_off = paragraph.is_bold or paragraph.size > _LARGER * self._body
        if paragraph.kind is not BlockKind.PARAGRAPH or not is_set_off or paragraph.is_contents:
            return 0
        return self._marks.get(_plain(" ".join(paragraph.lines)), 0)

    def _own_level(self, paragraph: Paragraph) -> int:
        numbered = re.match(r"\d+(?:\.\d+)+", " ".join(paragraph.lines))
        if numbered:
            return numbered[0].count(".") + 1
        return self._ranks.index(self._rank(paragraph)) + 1

    def is_title(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is in the largest letters of the document, on its first page."""
        return (
            bool(self._ranks)
            and paragraph.size > _LARGER * self._body
            and self._looks_like(paragraph)
            and self._rank(paragraph) == self._ranks[0]
        )

    def _rank(self, paragraph: Paragraph) -> float:
        return round(paragraph.size)

    def _looks_like(self, paragraph: Paragraph) -> bool:
        words = " ".join(paragraph.lines)
        if (
            paragraph.kind is not BlockKind.PARAGRAPH
            or paragraph.is_contents
            or len(paragraph.lines) > _MOST_LINES
            or len(words) > _LONGEST
            or not any(map(str.isalpha, words))
        ):
            return False
        if paragraph.size > _LARGER * self._body:
            return not words.rstrip().endswith((",", ";"))
        is_near = paragraph.size > 0.9 * self._body
        return (
            paragraph.is_bold
            and is_near
            and len(words) <= _LONGEST_BOLD
            and not words.rstrip().endswith((".", ",", ";", ":"))
        )


def _plain(words: str) -> str:
    words = _NUMBER.sub("", " ".join(words.split()))
    return "".join(letter for letter in words.casefold() if letter.isalnum())
