"""Keeping a quotation within a length: whole sentences first, words only where one is absurd."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from bot.discord.cards.escape import bold, escape, length
from bot.discord.cards.quote import Piece, pieces_of
from retrieval.domain import Passage

__all__ = ["Fitted", "fit", "fit_words", "parts"]

ELLIPSIS = "…"
GAP = 5
"""Characters of a mark and a seam, at most."""
SEAM = "\u200b"
"""ZERO WIDTH SPACE: of ``@`` and ``everyone`` it makes two words, of two bold texts one each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A quotation in Discord's markdown, and whether anything of the passage is missing."""

    text: str
    complete: bool


def rendered(piece: Piece) -> str:
    """Return one piece in Discord's markdown, bold when it answers."""
    return bold(piece.text) if piece.answers else escape(piece.text)


def fit(passage: Passage, budget: int, *, marked: bool = True) -> Fitted:
    """Quote as much of a passage as ``budget`` characters hold, around its answering sentences.

    The answering sentences come first, then the sentences next to them, the nearer the earlier;
    what is left out is marked with an ellipsis. Nothing is bold unless ``marked``.
    """
    pieces = pieces_of(passage)
    wanted = [number for number, piece in enumerate(pieces) if piece.answers] or [0]
    if not marked:
        pieces = tuple(replace(piece, answers=False) for piece in pieces)
    if sum(len(piece.text) for piece in pieces) <= budget + 2:
        whole = reduce(_append, map(rendered, pieces), "").strip()
        if length(whole) <= budget:
            return Fitted(text=whole, complete=True)
    kept: set[int] = set()
    left = budget - 2 * length(f"{ELLIPSIS} ")
    for number in wanted:
        cost = _cost(pieces[number], left)
        if cost > left:
            break
        kept.add(number)
        left -= cost
    if not kept:
        return Fitted(text=_cut(pieces[wanted[0]], budget), complete=False)
    for number in _outwards(kept, len(pieces)):
        cost = _cost(pieces[number], left)
        if cost > left:
            break
        kept.add(number)
        left -= cost
    return Fitted(text=_join(pieces, kept), complete=False)


def fit_words(text: str, budget: int) -> str:
    """Return the longest beginning of ``text`` that ends after a word and fits when escaped."""
    if len(text) <= budget and length(escape(text)) <= budget:
        return text
    low, high = 0, min(len(text), budget)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(escape(text[:middle])) <= budget else (low, middle - 1)
    head = text[:low]
    word = head.rsplit(None, 1)[0] if len(head.split()) > 1 else head
    return word if len(word) > low // 2 else head


def parts(passage: Passage, budget: int, *, marked: bool = True) -> Iterator[str]:
    """Quote all of a passage in parts of at most ``budget`` characters, cut at sentence ends."""
    current = ""
    for piece in pieces_of(passage):
        for small in _small(replace(piece, answers=piece.answers and marked), budget):
            addition = rendered(small)
            if current.strip() and length(current) + length(addition) >= budget:
                yield current.strip()
                current = ""
            current = _append(current, addition)
    if current.strip():
        yield current.strip()


def _small(piece: Piece, budget: int) -> Iterator[Piece]:
    """Cut a piece that no part could hold at words."""
    rest = piece.text
    while _cost(replace(piece, text=rest), budget) > budget + GAP:
        head = fit_words(rest, budget - 6) or rest[:1]
        yield replace(piece, text=head)
        rest = rest[len(head) :]
    yield replace(piece, text=rest)


def _append(text: str, addition: str) -> str:
    """Put two escaped texts together so that nothing comes to life across the seam."""
    touching = text and addition and not text[-1].isspace() and not addition[0].isspace()
    return f"{text}{SEAM}{addition}" if touching else text + addition


def _cost(piece: Piece, limit: int) -> int:
    """Return the characters that a piece takes with the mark of a gap beside it.

    Far beyond ``limit`` its exact length doesn't matter: a sentence may have 100,000 characters.
    """
    if len(piece.text) > limit:
        return len(piece.text) + GAP
    return length(rendered(piece)) + GAP


def _cut(piece: Piece, budget: int) -> str:
    head = replace(piece, text=fit_words(piece.text, budget - 8))
    return f"{rendered(head).rstrip()} {ELLIPSIS}"


def _outwards(kept: set[int], count: int) -> list[int]:
    """Order the other pieces by their distance to a kept one, the following one first."""
    others = (number for number in range(count) if number not in kept)
    return sorted(others, key=lambda n: (min(abs(n - k) for k in kept), -n))


def _join(pieces: tuple[Piece, ...], kept: set[int]) -> str:
    text = "" if 0 in kept else f"{ELLIPSIS} "
    previous = min(kept) - 1
    for number in sorted(kept):
        if number != previous + 1:
            text = f"{text.rstrip()} {ELLIPSIS} "
        text = _append(text, rendered(pieces[number]))
        previous = number
    return text.rstrip() if len(pieces) - 1 in kept else f"{text.rstrip()} {ELLIPSIS}"
