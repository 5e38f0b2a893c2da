"""``verbatim init``: a folder to begin in."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.warnings import check_settings

__all__ = ["init"]


def init(
    folder: Annotated[
        Path, typer.Argument(help="Made if need be; the present one if left out.")
    ] = Path(),
) -> None:
    """Make a folder with settings and an example document, and say what to do next.

    Whatever is there already stays as it is.

    Example: verbatim init answers
    """
    import shlex

    from bot.app.beginning import QUESTION, begin_in
    from bot.terminal.console import TerminalConsole
    from bot.terminal.plain import printable

    check_settings()
    beginning = begin_in(folder)
    console = TerminalConsole()
    for sign, paths in (("+ made", beginning.made), ("· kept", beginning.kept)):
        for path in paths:
            console.whole(f"{sign}  {printable(str(path))}")
    go = [] if folder == Path() else [f"cd {printable(shlex.quote(str(folder)))}"]
    steps = [*go, "verbatim index", f'verbatim ask "{QUESTION}"', "verbatim repl"]
    console.whole("\nNext:\n" + "\n".join(f"  {step}" for step in steps))
    console.whole(
        "Then put your own documents into seeds/, and for Discord a bot's token into .env:"
        " 'verbatim doctor' says whether all is well, 'verbatim run' answers."
    )
