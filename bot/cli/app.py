"""The Typer application: which commands there are, and what a failure looks like."""

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, Any, cast

import typer

from bot.cli.ask import ask
from bot.cli.calibrate import calibrate
from bot.cli.copy_index import copy_index
from bot.cli.doctor import doctor
from bot.cli.evaluate import evaluate
from bot.cli.gaps import gaps
from bot.cli.health import health
from bot.cli.help import HelpfulCommand, HelpfulGroup, in_own_colour
from bot.cli.index import index
from bot.cli.init import init
from bot.cli.repl import repl
from bot.cli.rollback import rollback
from bot.cli.run import run
from bot.cli.stats import stats
from bot.cli.status import status
from bot.cli.streams import StreamError, prepare_streams
from bot.cli.unhelpful import unhelpful
from bot.rendering.errors import for_terminal
from bot.terminal.reader import FailedError
from config.errors import ConfigurationError
from retrieval.errors import VerbatimError
from retrieval.text.printable import printable

__all__ = ["app", "main"]

FAILED = 2

app = typer.Typer(
    name="verbatim",
    cls=HelpfulGroup,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        # It costs as much as the rest of the help.
        from importlib.metadata import version

        from bot.terminal.console import TerminalConsole

        TerminalConsole().show(f"verbatim {version('verbatim')}")
        raise typer.Exit


@app.callback()
def root(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Answer questions with the exact, cited sentences of your own documents.

    Start with [bold]verbatim index[/bold], then [bold]verbatim ask "your question"[/bold].
    """


for _command in (
    init,
    index,
    ask,
    repl,
    status,
    rollback,
    copy_index,
    run,
    doctor,
    health,
    stats,
    gaps,
    unhelpful,
    calibrate,
):
    app.command(cls=HelpfulCommand)(_command)
app.command("eval", cls=HelpfulCommand)(evaluate)  # "eval" would shadow the built-in function.


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Only a command itself can return 1, which means "no answer" and the like: everything that ends
    one early is 2, or 130 for Ctrl-C, and one sentence on standard error.

    Args:
        argv: The words after the program's name; None: those of this process, whose standard
            streams are then made safe to use.
    """
    if argv is None:
        prepare_streams()
    try:
        code = app(
            args=None if argv is None else list(argv), prog_name="verbatim", standalone_mode=False
        )
        sys.stdout.flush()
    except SystemExit as stop:  # Where the shell asks what may follow in a command line.
        return stop.code if isinstance(stop.code, int) else FAILED
    except Exception as error:
        return _say(error)
    return code if isinstance(code, int) else 0


def _say(error: Exception) -> int:
    """Say what has ended a command; returns the exit code."""
    with suppress(StreamError):
        sys.stdout.flush()
    if isinstance(error, typer.TyperException):
        from typer.rich_utils import rich_format_error

        in_own_colour()
        rich_format_error(cast("Any", error))
        return FAILED
    if sys.flags.dev_mode:
        traceback.print_exception(error)
    sentence = _sentence(error)
    if sentence:
        from bot.terminal.console import TerminalConsole

        TerminalConsole(stderr=True).whole(f"verbatim: {printable(sentence)}")
    return FAILED


def _sentence(error: Exception) -> str:
    match error:
        case VerbatimError():
            return for_terminal(error)
        case ConfigurationError() | FailedError() | StreamError():
            return str(error)
        case typer.Abort():
            return "The input has ended."
        case OSError(filename=str() | bytes() as name, strerror=str(reason)):
            return f"{os.fsdecode(name)} can't be used ({reason[:1].lower()}{reason[1:]})."
        case UnicodeDecodeError(encoding=encoding):
            return f"The input is not {encoding.upper()} text."
        case MemoryError():
            return "There is not enough memory."
        case _:
            kind, said = type(error).__name__, " ".join(str(error).split())[:200]
            return (
                f"Something is wrong in Verbatim itself ({kind}{': ' if said else ''}{said});"
                " with PYTHONDEVMODE=1 before the command it says where, for a report."
            )
