"""The figures of some weeks as Rich renderables, and as bars where plotext is installed."""

from collections.abc import Sequence
from importlib.util import find_spec

from rich.console import Group, RenderableType
from rich.text import Text

from bot.app.stats import Week
from bot.rendering.stats import week_lines
from bot.terminal.passage import whole_line
from bot.terminal.styles import ASIDE

__all__ = ["render_bars", "render_weeks"]

_COLUMNS = (
    "week of",
    "questions",
    "answered",
    "perhaps",
    "gaps closed",
    "up",
    "down",
    "half / 95 % within",
)
_HEIGHT = 14
_WIDEST = 100


def render_weeks(weeks: Sequence[Week]) -> RenderableType:
    """Show a row a week, whole also where the terminal is narrower."""
    lines = week_lines(weeks, _COLUMNS)
    return Group(whole_line((lines[0], ASIDE)), *map(whole_line, lines[1:]))


def render_bars(weeks: Sequence[Week], *, width: int) -> RenderableType | None:
    """Draw the questions of each week, by what came of them; None: plotext is not installed."""
    if find_spec("plotext") is None:
        return None
    import plotext

    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plotsize(min(width, _WIDEST), _HEIGHT)
    plotext.stacked_bar(
        [f"{week.monday:%m-%d}" for week in weeks],
        [
            [week.answered for week in weeks],
            [week.perhaps for week in weeks],
            [week.unanswered for week in weeks],
        ],
        labels=["answered", "perhaps", "not answered"],
        color=["green", "orange", "gray"],
        width=0.6,
    )
    return Text.from_ansi(plotext.build())
