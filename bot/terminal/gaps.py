"""Unanswered questions as Rich renderables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from bot.app.gaps import Gap
from bot.terminal.passage import whole_line
from bot.terminal.plain import printable
from bot.terminal.styles import ASIDE

__all__ = ["render_gaps"]


def render_gaps(gaps: Sequence[Gap]) -> RenderableType:
    """List gaps, the most asked first, each with how often and whether it is closed by now."""
    if not gaps:
        return Text("Nothing went unanswered.")
    lines: list[RenderableType] = []
    for gap in gaps:
        times = "once" if gap.times == 1 else f"{gap.times:,} times"
        now = "; the documents answer it now" if gap.answered_now else ""
        told = f"asked {times}, last {gap.last.astimezone():%Y-%m-%d}{now}"
        lines += [whole_line(printable(gap.question)), whole_line((f"  {told}", ASIDE))]
    return Group(*lines)
