"""The figures of some weeks as a picture."""

import io
from collections.abc import Sequence
from importlib.util import find_spec

from bot.app.stats import Week

__all__ = ["can_draw", "draw_weeks"]

_COLOURS = {"answered": "#2e9e6b", "perhaps": "#d9a441", "not answered": "#8a8f98"}


def can_draw() -> bool:
    """Whether what draws is installed (the extra ``plot``)."""
    return find_spec("matplotlib") is not None


def draw_weeks(weeks: Sequence[Week]) -> bytes:
    """Draw the questions of each week, by what came of them, as a PNG; loads matplotlib."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(8, 3.6), dpi=120, layout="constrained")
    axes = figure.subplots()
    places = range(len(weeks))
    bottom = [0] * len(weeks)
    values = (
        [week.answered for week in weeks],
        [week.perhaps for week in weeks],
        [week.unanswered for week in weeks],
    )
    for (name, colour), numbers in zip(_COLOURS.items(), values, strict=True):
        axes.bar(places, numbers, bottom=bottom, color=colour, label=name, width=0.75)
        bottom = [low + number for low, number in zip(bottom, numbers, strict=True)]
    axes.set_xticks(list(places), [f"{week.monday:%d %b}" for week in weeks], rotation=45)
    axes.set_ylim(0, max(*bottom, 1) * 1.15)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("questions a week")
    axes.legend(loc="upper left", ncols=3, frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()
