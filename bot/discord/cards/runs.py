"""Runs of characters in Discord's markdown.

Only what answers is bold. What the document itself sets in bold is underlined, so that nobody takes
it for the answer; the rest of its marks (italics, strikes, code, links) are Discord's own.
"""

import re
from collections.abc import Callable, Sequence
from functools import reduce
from itertools import groupby

from bot.discord.cards.escape import JOINER, escape, inert, visible
from bot.rendering.markup.blocks import Line, Run, Style

__all__ = ["SEAM", "appended", "drawn"]

SEAM = "\u200b"
"""ZERO WIDTH SPACE: of ``@`` and ``everyone`` it makes two words, of two bold texts one each."""

_HARMLESS = frozenset(" \n\t.,;!?…()\"'”’“‘«»")
"""Characters that begin and end no mark of Discord's, so that one may touch them."""
_NESTED: tuple[tuple[Callable[[Run], bool], str, str], ...] = (
    (lambda run: run.answers, "**", "**"),
    (lambda run: Style.STRONG in run.style and not run.link, "__", "__"),
    (lambda run: Style.EMPHASIS in run.style and not run.link, "_", "*"),
    (lambda run: Style.STRIKE in run.style and not run.link, "~~", "~~"),
)
"""Outermost first: whether a run is inside, its mark, and the mark inside of underlined text."""


def drawn(line: Sequence[Run]) -> str:
    """Return runs in Discord's markdown."""
    if len(line) == 1 and not line[0].style and not line[0].link:
        # Nearly all text is so.
        words = escape(line[0].text)
        return _wrapped(words, "**") if line[0].answers else words
    return _nest(tuple(line), 0, underlined=False)


def appended(text: str, addition: str) -> str:
    """Put two drawn texts together so that nothing comes to life across the seam."""
    touching = text and addition and not text[-1].isspace() and not addition[0].isspace()
    return f"{text}{SEAM}{addition}" if touching else text + addition


def _nest(runs: Line, level: int, *, underlined: bool) -> str:
    if level == len(_NESTED):
        return reduce(_beside, (_plain(run) for run in runs), "")
    belongs, mark, other = _NESTED[level]
    parts = []
    for inside, same in groupby(runs, key=belongs):
        words = _nest(tuple(same), level + 1, underlined=underlined or (inside and mark == "__"))
        parts.append(_wrapped(words, other if underlined else mark) if inside else words)
    return reduce(_beside, parts, "")


def _beside(text: str, addition: str) -> str:
    if not text or not addition or {text[-1], addition[0]} & _HARMLESS:
        return text + addition
    return appended(text, addition)


def _wrapped(words: str, mark: str) -> str:
    """Set words between marks; white space at their ends stays outside, as Discord wants it."""
    core = words.strip()
    if not core.replace(SEAM, "").replace(JOINER, ""):
        return words
    start = words.index(core)
    return f"{words[:start]}{mark}{core}{mark}{words[start + len(core) :]}"


def _plain(run: Run) -> str:
    if run.link:
        return _linked(run, run.link)
    if Style.CODE in run.style:
        return _code(run.text)
    return escape(run.text)


def _code(text: str) -> str:
    """Return text as code in a line; with backticks of its own it can't be that."""
    core = " ".join(visible(text).split())
    if not core or "`" in core:
        return escape(text)
    return f"`{inert(core)}`"


def _linked(run: Run, address: str) -> str:
    """Return a link; where its words would end it too early, its address stands behind them."""
    words = " ".join(visible(run.text).split())
    if not words or words == address or words == address.removeprefix("https://").rstrip("/"):
        return f"<{address}>"
    shown = escape(words)
    if re.search(r"[\[\]()<>\\]", words):
        return f"{shown} (<{address}>)"
    return f"[{shown}](<{address}>)"
