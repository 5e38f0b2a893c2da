"""The console of the terminal doors: laid out for people, whole lines for pipes."""

from rich.console import Console, RenderableType

__all__ = ["TerminalConsole"]


class TerminalConsole(Console):
    """A console that knows whether what it shows can stand out by colour.

    Into a pipe or a file nothing is wrapped or padded, and answering sentences stand between
    ``**``.
    """

    @property
    def marks(self) -> bool:
        """Whether answering sentences need marks, since there is no style to show them."""
        return not self.is_terminal or self.color_system is None

    def show(self, what: RenderableType, *, style: str | None = None) -> None:
        """Print a renderable or a line of text, literally: no markup, no highlighting."""
        # What is wider than the terminal was meant to be: cropping would lose the rest of it.
        self.print(
            what, style=style, soft_wrap=self.marks, crop=False, markup=False, highlight=False
        )
