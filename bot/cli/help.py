"""How ``--help`` and mistakes on the command line look.

Typer colours them for a dark terminal: yellow, cyan and faint words are hardly seen on a light one.
"""

from typing import Any

from typer.core import TyperCommand, TyperGroup

__all__ = ["HelpfulCommand", "HelpfulGroup", "in_own_colour"]


def in_own_colour() -> None:
    """Have Typer write in the terminal's own colour; what it sets in bold stays so."""
    from rich.style import Style
    from typer import rich_utils

    for name, style in list(vars(rich_utils).items()):
        if name.startswith("STYLE_") and isinstance(style, str) and not name.endswith("_BOX"):
            setattr(rich_utils, name, "bold" if Style.parse(style).bold else "none")
    rich_utils.RICH_HELP = rich_utils.RICH_HELP.replace("[blue]", "[none]")


class HelpfulCommand(TyperCommand):
    """A command whose help can be read on any background."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own
        """Write the help."""
        in_own_colour()
        super().format_help(ctx, formatter)


class HelpfulGroup(TyperGroup):
    """The program itself, likewise."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own
        """Write the help."""
        in_own_colour()
        super().format_help(ctx, formatter)
