"""What people have marked unhelpful as Rich renderables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from bot.app.unhelpful import MarkedPassage, file_for
from bot.terminal.passage import whole_line
from bot.terminal.plain import printable
from bot.terminal.styles import ASIDE

__all__ = ["render_marked", "render_saved"]


def render_marked(marked: Sequence[MarkedPassage]) -> RenderableType:
    """List what is marked, each with its number, what was asked and where it stands."""
    if not marked:
        return Text("Nothing is marked unhelpful.")
    width = len(str(len(marked)))
    lines: list[RenderableType] = []
    for number, one in enumerate(marked, start=1):
        so = "comes last" if one.is_last else "keeps its place"
        about = f"marked unhelpful by {one.by:,} in server {one.server} · {so}"
        indent = " " * (width + 2)
        lines += [
            whole_line(f"{number:>{width}}  {printable(one.question)}"),
            whole_line(f"{indent}{printable(one.path)}: {printable(one.quote)}"),
            whole_line((f"{indent}{about}", ASIDE)),
        ]
    return Group(*lines)


def render_saved(saved: Sequence[MarkedPassage]) -> RenderableType:
    """Say what was written into the owner's files, and what makes it count."""
    if not saved:
        return Text("Nothing comes last, so nothing was saved.")
    lines: list[RenderableType] = [
        whole_line(f"{printable(file_for(one.path))}: {printable(one.question)}") for one in saved
    ]
    lines.append(whole_line(("It counts from the next 'verbatim index' on.", ASIDE)))
    return Group(*lines)
