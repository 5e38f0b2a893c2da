"""Keeping a quotation within a length: whole pieces first, words only where one is absurd."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.discord.cards.draw import ELLIPSIS, draw
from bot.discord.cards.escape import length
from bot.discord.cards.quote import Piece, Quotation, cut_runs, quotation_of
from bot.rendering.markup.blocks import Line, Table
from retrieval.domain import Passage

__all__ = ["Fitted", "fit", "parts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A quotation in Discord's markdown, and whether anything of the passage is missing."""

    text: str
    complete: bool


def fit(passage: Passage, budget: int, *, marked: bool = True) -> Fitted:
    """Quote as much of a passage as ``budget`` characters hold, around its answering sentences.

    The answering pieces come first, then those next to them, the nearer the earlier; what is left
    out is marked with an ellipsis. Nothing is bold unless ``marked``.
    """
    quotation = quotation_of(passage)
    wanted = [number for number, piece in enumerate(quotation.pieces) if piece.answers] or [0]
    if not marked:
        quotation = quotation.unmarked()
    if not quotation.pieces:
        return Fitted(text="", complete=True)
    order = _order(wanted, len(quotation.pieces))
    most = _affordable(quotation, order, budget)
    kept = _most(quotation, order[:most], budget)
    if not kept:
        first = quotation.pieces[wanted[0]].block
        if isinstance(quotation.blocks[first], Table):
            quotation = quotation.told(first)
        return Fitted(text=_cut(quotation, wanted[0], budget), complete=False)
    complete = len(kept) == len(quotation.pieces)
    return Fitted(text=draw(quotation, kept), complete=complete)


def parts(passage: Passage, budget: int, *, marked: bool = True) -> Iterator[str]:
    """Quote all of a passage in parts of at most ``budget`` characters, cut at its pieces."""
    quotation = quotation_of(passage)
    if not marked:
        quotation = quotation.unmarked()
    first = 0
    while first < len(quotation.pieces):
        rest = quotation.beginning_at(first)
        order = list(range(len(rest.pieces)))
        kept = _most(rest, order[: _affordable(rest, order, budget)], budget, whole=True)
        block = rest.pieces[0].block
        if not kept and isinstance(rest.blocks[block], Table):
            quotation = quotation.told(block)
            continue
        if kept:
            text = draw(rest.up_to(len(kept)), kept)
            first += len(kept)
        else:
            head, tail = _halves(rest, budget)
            text = draw(head, [0])
            quotation = quotation.with_piece(first, tail)
        if text.strip():
            yield text


def _order(wanted: Sequence[int], count: int) -> list[int]:
    """Order the pieces: those wanted, then the others by their distance, the following one first.

    Of two wanted ones so far apart that not both fit, the first comes first.
    """
    others = sorted(set(range(count)) - set(wanted))
    if len(others) * len(wanted) > 1_000_000:
        wanted = wanted[:1]
        others = sorted(set(range(count)) - set(wanted))
    return [*wanted, *sorted(others, key=lambda n: (min(abs(n - k) for k in wanted), -n))]


def _affordable(quotation: Quotation, order: Sequence[int], budget: int) -> int:
    """Return how many of the pieces could fit if drawing them took no characters of its own."""
    left = budget + 2
    for count, number in enumerate(order):
        left -= len(quotation.pieces[number].text)
        if left < 0:
            return count
    return len(order)


def _most(
    quotation: Quotation, order: Sequence[int], budget: int, *, whole: bool = False
) -> list[int]:
    """Return as many of the first pieces as fit when they are drawn, in the order of the text."""

    def fits(count: int) -> bool:
        kept = sorted(order[:count])
        drawing = draw(quotation.up_to(count) if whole else quotation, kept)
        return length(drawing) <= budget

    low, high = 0, len(order)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return sorted(order[:low])


def _cut(quotation: Quotation, number: int, budget: int) -> str:
    """Draw the beginning of a piece that doesn't fit as a whole."""
    piece = quotation.pieces[number]

    def drawing(end: int) -> str:
        words = replace(piece, cells=_beginning(piece, end))
        text = draw(quotation.with_piece(number, words), [number])
        return text if text.rstrip("\u2069").endswith(ELLIPSIS) else f"{text.rstrip()} {ELLIPSIS}"

    low, high = 0, min(len(piece.text), budget)
    while low < high:
        middle = (low + high + 1) // 2
        fits = length(drawing(middle)) <= budget
        low, high = (middle, high) if fits else (low, middle - 1)
    text = drawing(_at_word(piece.text, low))
    return text if length(text) <= budget else ELLIPSIS


def _halves(rest: Quotation, budget: int) -> tuple[Quotation, Piece]:
    """Cut the first piece of a quotation in two, the first of which fits; at least a character."""
    piece = rest.pieces[0]
    low, high = 1, max(1, min(len(piece.text) - 1, budget))
    while low < high:
        middle = (low + high + 1) // 2
        head = rest.with_piece(0, replace(piece, cells=_beginning(piece, middle))).up_to(1)
        fits = length(draw(head, [0])) <= budget
        low, high = (middle, high) if fits else (low, middle - 1)
    end = _at_word(piece.text, low)
    head = rest.with_piece(0, replace(piece, cells=_beginning(piece, end))).up_to(1)
    return head, replace(piece, cells=_ending(piece, end))


def _at_word(text: str, end: int) -> int:
    """Return the end of the last word before a position, if that is not far before it."""
    space = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
    return space + 1 if end < len(text) and space > end // 2 else end


def _beginning(piece: Piece, end: int) -> tuple[Line, ...]:
    cells, left = [], end
    for cell in piece.cells:
        size = sum(len(run.text) for run in cell)
        cells.append(cut_runs(cell, 0, max(left, 0)))
        left -= size + 1
    return tuple(cells)


def _ending(piece: Piece, start: int) -> tuple[Line, ...]:
    cells, left = [], start
    for cell in piece.cells:
        size = sum(len(run.text) for run in cell)
        cells.append(cut_runs(cell, min(max(left, 0), size), size))
        left -= size + 1
    return tuple(cells)
