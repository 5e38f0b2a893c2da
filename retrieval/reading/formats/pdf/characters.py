"""What stands on a page: its letters, put together to fragments of lines."""

import ctypes
import math
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["Fragment", "PageText", "page_text"]

_NEW_LINE = 0.35
"""Of the size: a baseline that is further away is another line's."""
_SPACE = 0.1
"""Of the size: a gap that is so much wider than those between a run's letters is a space. In
Debian's manuals letters are up to .06 apart, and the words of a line that is set tight .16."""
_APART = 1.15
"""Of the size: what is further apart is not of one run of words, but of two columns or cells."""
_RAISED = 0.18
_FEW = 6
_SMALLER = 0.85
_SUPERSCRIPT = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|cmbx|sfbx", re.IGNORECASE)
_MONO_NAME = re.compile(
    r"mono|courier|consol|typewriter|cmtt|sftt|inconsolata|menlo", re.IGNORECASE
)
_BOLD_WEIGHT = 600
_FIXED_PITCH = 1
_HYPHEN = 0x02
_BLANKS = frozenset({0, 0x0A, 0x0D, 0x20, 0x2D, 0xA0})
_SLANT = math.radians(3)


@dataclass(slots=True)
class Fragment:
    """A run of words on one line; places are in points, from the page's top left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_bold: bool
    is_mono: bool

    @property
    def top(self) -> float:
        """Where its letters begin, about."""
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Where its letters end, about."""
        return self.baseline + 0.25 * self.size


@dataclass(slots=True)
class PageText:
    """The text of a page."""

    number: int
    width: float
    height: float
    has_picture: bool
    letters: int
    fragments: list[Fragment] = field(default_factory=list)


@dataclass(slots=True)
class _Letter:
    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_bold: bool
    is_mono: bool


def page_text(document: pypdfium2.PdfDocument, number: int) -> PageText:
    """Read one page, whose number is counted from 1.

    Raises:
        PdfiumError: it can't be read.
    """
    page = document[number - 1]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            letters = list(_letters(page, text, width, height))
        finally:
            text.close()
        count = sum(not letter.text.isspace() for letter in letters)
        has_picture = count < 100 and _has_picture(page)
    finally:
        page.close()
    fragments = _joined(list(_fragments(letters)))
    return PageText(
        number=number,
        width=width,
        height=height,
        has_picture=has_picture,
        letters=count,
        fragments=[one for one in fragments if one.text.strip()],
    )


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    kinds = (pdfium.FPDF_PAGEOBJ_IMAGE,)
    return any(True for _ in page.get_objects(filter=kinds, max_depth=3))


def _letters(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, width: float, height: float
) -> Iterator[_Letter]:
    """Yield the letters in the order in which the page draws them, those upright only."""
    raw = text.raw
    rotation = page.get_rotation() % 360
    left_edge, bottom_edge, *_ = page.get_cropbox(fallback_ok=True)
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    fonts: dict[int, tuple[bool, bool]] = {}
    size, known = 1.0, -1
    is_bold = is_mono = is_upright = False
    for place in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, place)
        if code in _BLANKS and (code == 0 or pdfium.FPDFText_IsGenerated(raw, place) == 1):
            continue
        drawn = pdfium.FPDFText_GetTextObject(raw, place)
        address = ctypes.addressof(drawn.contents) if drawn else 0
        if address != known:
            # One object's letters have one font and one direction.
            known = address
            font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
            key = ctypes.addressof(font.contents) if font else 0
            if key not in fonts:
                fonts[key] = _font(font)
            is_bold, is_mono = fonts[key]
            is_upright = rotation != 0 or _is_upright(raw, place)
            size = abs(pdfium.FPDFText_GetFontSize(raw, place)) * _scale(raw, place) or 1.0
        if not is_upright:
            continue
        pdfium.FPDFText_GetCharOrigin(raw, place, x, y)
        pdfium.FPDFText_GetLooseCharBox(raw, place, box)
        left, right, baseline = _upright(
            box,
            x.value - left_edge,
            y.value - bottom_edge,
            left_edge,
            bottom_edge,
            rotation,
            width,
            height,
        )
        shown = "-" if code == _HYPHEN else chr(code)
        yield _Letter(shown, left, right, baseline, size, is_bold, is_mono)


def _is_upright(raw: object, place: int) -> bool:
    angle: float = pdfium.FPDFText_GetCharAngle(raw, place)
    return angle < 0 or min(angle, 2 * math.pi - angle) <= _SLANT


def _upright(
    box: pdfium.FS_RECTF, x: float, y: float, left_edge: float, bottom_edge: float,
    rotation: int, width: float, height: float,
) -> tuple[float, float, float]:  # fmt: skip
    """Return a letter's left, right and baseline as the page is shown; its top is 0."""
    match rotation:
        case 90:  # what goes up on the sheet goes to the right on the screen
            return box.bottom - bottom_edge, box.top - bottom_edge, x
        case 180:
            return width - (box.right - left_edge), width - (box.left - left_edge), y
        case 270:
            return width - (box.top - bottom_edge), width - (box.bottom - bottom_edge), height - x
        case _:
            return box.left - left_edge, box.right - left_edge, height - y


def _scale(raw: object, place: int) -> float:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(raw, place, matrix):
        return 1.0
    return math.hypot(matrix.b, matrix.d) or 1.0


def _font(font: object) -> tuple[bool, bool]:
    """Tell whether a font is bold, and whether its letters are equally wide."""
    if font is None:
        return False, False
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    flags = pdfium.FPDFFont_GetFlags(font)
    heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
    is_mono = bool(_MONO_NAME.search(name)) or (flags > 0 and bool(flags & _FIXED_PITCH))
    return bool(_BOLD_NAME.search(name)) or heavy, is_mono


def _fragments(letters: list[_Letter]) -> Iterator[Fragment]:
    """Put letters together for as long as each stands behind the one before."""
    run: list[_Letter] = []
    for letter in letters:
        if letter.text.isspace() and not run:
            continue
        if run and not _goes_on(run, letter):
            yield _fragment(run)
            run = []
        if run or not letter.text.isspace():
            run.append(letter)
    if run:
        yield _fragment(run)


def _goes_on(run: list[_Letter], letter: _Letter) -> bool:
    last = run[-1]
    size = max(last.size, letter.size)
    gap = letter.left - last.right
    # The letters of a ligature are all where it is.
    is_ligature = (
        abs(letter.left - last.left) < 0.01
        and abs(letter.right - last.right) < 0.01
        and abs(letter.baseline - last.baseline) < 0.01
    )
    return is_ligature or (
        abs(letter.baseline - run[0].baseline) <= _NEW_LINE * max(run[0].size, letter.size)
        and -0.5 * size <= gap <= _APART * size
        and (letter.is_bold == run[0].is_bold or letter.text.isspace())
    )


def _fragment(run: list[_Letter]) -> Fragment:
    while run and run[-1].text.isspace():
        run.pop()
    parts: list[str] = []
    sizes = [letter.size for letter in run if letter.text.isalnum()] or [run[0].size]
    size = statistics.mode(round(one, 1) for one in sizes)
    baselines = [letter.baseline for letter in run if abs(letter.size - size) < 0.1 * size]
    baseline = statistics.mode(round(one, 1) for one in baselines or [run[0].baseline])
    before: _Letter | None = None
    tracking = _tracking(run)
    for letter in run:
        if (
            before is not None
            and not before.text.isspace()
            and not letter.text.isspace()
            and letter.left - before.right > tracking + _SPACE * letter.size
        ):
            parts.append(" ")
        is_raised = letter.size < _SMALLER * size and baseline - letter.baseline > _RAISED * size
        parts.append(letter.text.translate(_SUPERSCRIPT) if is_raised else letter.text)
        before = letter
    return Fragment(
        text="".join(parts),
        left=run[0].left,
        right=max(letter.right for letter in run),
        baseline=baseline,
        size=size,
        is_bold=run[0].is_bold,
        is_mono=all(letter.is_mono for letter in run if letter.text.isalnum()),
    )


def _tracking(run: list[_Letter]) -> float:
    """Return how far the letters of a run are apart by themselves, as in a spaced-out heading."""
    pairs = pairwise(one for one in run if not one.text.isspace())
    gaps = [right.left - left.right for left, right in pairs]
    return max(statistics.median(gaps), 0.0) if len(gaps) > _FEW else 0.0


def _joined(fragments: list[Fragment]) -> list[Fragment]:
    """Leave out what is drawn twice in one place, as for a shadow or a heavier type."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for one in fragments:
        key = (one.text, round(one.left / 2), round(one.baseline / 2))
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
