"""``verbatim ask``: one question, one cited answer."""

import sys
from typing import Annotated

import typer

__all__ = ["ask"]

NO_ANSWER = 1


def ask(
    question: Annotated[
        str, typer.Argument(help="The question; [bold]-[/bold] reads it from standard input.")
    ],
    document: Annotated[
        str | None,
        typer.Option(help="Search only this document (its path, as 'verbatim status' lists it)."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the answer as JSON (see the README).")
    ] = False,
) -> None:
    """Answer one question with the exact sentences of the documents.

    The exit code is 0 for an answer, 1 when the documents don't answer, 2 for a failure.

    Example: verbatim ask "who supplies Azerbaijan's drones"
    """
    asked = sys.stdin.read() if question == "-" else question
    if not asked.strip():
        raise typer.BadParameter("the question is empty; write it in quotes after 'ask'.")

    from rich.console import Console

    from bot.app.wiring import core_encoder, core_searcher
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    notices = Console(stderr=True)
    encoder = core_encoder(settings, notify=lambda line: notices.print(line, style="dim"))
    with core_searcher(settings, encoder) as searcher:
        answer = searcher.ask(asked.strip(), document=document)
    if as_json:
        import json

        from bot.rendering.answer_json import answer_object

        typer.echo(json.dumps(answer_object(answer), ensure_ascii=False, indent=2))
    else:
        from bot.terminal.console import TerminalConsole
        from bot.terminal.render import render_answer

        console = TerminalConsole()
        console.show(render_answer(answer, marks=console.marks))
    if not answer.answered:
        raise typer.Exit(NO_ANSWER)
