"""The Typer application: which commands there are, and what a failure looks like."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from bot.cli.ask import ask
from bot.cli.calibrate import calibrate
from bot.cli.doctor import doctor
from bot.cli.evaluate import evaluate
from bot.cli.health import health
from bot.cli.index import index
from bot.cli.repl import repl
from bot.cli.run import run
from bot.cli.status import status
from bot.rendering.errors import for_terminal
from config.errors import ConfigurationError
from retrieval.errors import VerbatimError

__all__ = ["app", "main"]

FAILED = 2

app = typer.Typer(
    name="verbatim",
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


for _command in (index, ask, repl, status, run, doctor, health, calibrate):
    app.command()(_command)
app.command("eval")(evaluate)  # "eval" would shadow the built-in function.


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 for "no answer", 2 for a failure."""
    try:
        app(args=None if argv is None else list(argv), prog_name="verbatim")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    except (VerbatimError, ConfigurationError) as error:
        from bot.terminal.console import TerminalConsole

        sys.stdout.flush()
        said = for_terminal(error) if isinstance(error, VerbatimError) else str(error)
        TerminalConsole(stderr=True).whole(f"verbatim: {said}")
        return FAILED
    except BrokenPipeError:
        # The reader of the pipe (head, less) has seen enough; Python would complain at exit.
        sys.stderr.close()
        return 0
    return 0
