"""The one way to the terminal: laid out for people, whole lines for pipes, and nothing drives it.

Titles, paths, errors, log-like lines and whole documents come from elsewhere. Whatever is shown
passes `TerminalConsole.render`, behind which the only control characters are Rich's own.
"""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from bot.terminal.plain import printable
from bot.terminal.styles import ASIDE, THEME

__all__ = ["TerminalConsole"]


class TerminalConsole(Console):
    """A console that knows whether what it shows can stand out by style.

    Into a pipe or a file nothing is wrapped or padded, and answering sentences stand between
    ``**``.
    """

    def __init__(self, *, stderr: bool = False, **options: Any) -> None:  # noqa: ANN401 - Rich's own
        """Open standard output or standard error; the options are those of Rich's console."""
        super().__init__(
            stderr=stderr, markup=False, highlight=False, emoji=False, theme=THEME, **options
        )

    @property
    def marks(self) -> bool:
        """Whether answering sentences need marks, since there is no style to show them."""
        return not self.is_terminal or self.color_system is None

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Lay out a renderable; control characters in its text become visible or go."""
        for segment in super().render(renderable, options):
            if segment.control:
                yield segment
            else:
                yield Segment(printable(segment.text, isolates=True), segment.style)

    def show(self, what: RenderableType, *, style: str | None = None) -> None:
        """Print a renderable or a line of text, literally: no markup, no highlighting."""
        # What is wider than the terminal was meant to be: cropping would lose the rest of it.
        self.print(
            what, style=style, soft_wrap=self.marks, crop=False, markup=False, highlight=False
        )

    def note(self, line: str) -> None:
        """Print a line that is said beside what was asked for."""
        self.show(line, style=ASIDE)

    def whole(self, text: str) -> None:
        """Print lines for programs: none is ever wrapped, also on a terminal."""
        self.print(text, soft_wrap=True, crop=False, markup=False, highlight=False)
