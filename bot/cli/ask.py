"""``verbatim ask``: one question, one cited answer."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.streams import read_question
from bot.cli.warnings import check_settings
from retrieval.text.escapes import without_escapes

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app.outcome import Answered
    from bot.localisation.words import Words
    from bot.terminal.door import TerminalDoor
    from config.settings import CoreSettings
    from retrieval.answering.searcher import Searcher
    from retrieval.domain import Vote

__all__ = ["ask"]

NO_ANSWER = 1


def ask(
    question: Annotated[
        list[str],
        typer.Argument(
            help="The question, in quotes or without; [bold]-[/bold] reads it from standard input."
            " After [bold]--[/bold] nothing is taken for an option.",
        ),
    ],
    document: Annotated[
        str | None,
        typer.Option(help="Search only this document (its path, as 'verbatim status' lists it)."),
    ] = None,
    collection: Annotated[
        str | None,
        typer.Option(help="Search only this collection (a folder among the documents)."),
    ] = None,
    server: Annotated[
        int | None,
        typer.Option(
            "--server",
            help="Heed what people in this Discord server marked unhelpful (its id).",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the answer as JSON (see the README).")
    ] = False,
) -> None:
    """Answer one question with the exact sentences of the documents.

    The exit code is 0 for an answer, 1 when the documents don't answer, 2 for a failure.

    Example: verbatim ask "who supplies Azerbaijan's drones"
    """
    asked = without_escapes(read_question(question))
    if not asked.strip():
        raise typer.BadParameter("the question is empty; write it after 'ask'.")

    from bot.app.collections.named import in_collection
    from bot.app.wiring import core_encoder, core_searcher
    from bot.terminal.console import TerminalConsole
    from bot.terminal.door import TerminalDoor
    from bot.terminal.reader import failures_in, words_of_terminal
    from config.load import load
    from config.settings import CoreSettings

    settings, words = load(CoreSettings), words_of_terminal()
    check_settings()
    notices = TerminalConsole(stderr=True)
    with failures_in(words):
        encoder = core_encoder(settings, notify=notices.note)
        with core_searcher(settings, encoder) as searcher:
            bound = in_collection(searcher, collection).heeding(_votes(settings, server))
            door = TerminalDoor(lambda: bound, name="command line", words=words)
            answered = door.ask(asked, document=document)
            if as_json:
                _print_json(door, answered)
            else:
                empty = None if searcher.info.sentences else settings.seeds
                _print(door, answered, words, empty=empty)
            if sys.stderr.isatty():
                _tell_changed(settings, searcher, words)
    if not answered.record.answer.answered:
        raise typer.Exit(NO_ANSWER)


def _votes(settings: "CoreSettings", server: int | None) -> "tuple[Vote, ...]":
    """Return the votes that count in a server; none where it isn't asked for any."""
    from bot.app.answers import has_answers, open_answers

    if server is None or not has_answers(settings):
        return ()
    import asyncio

    async def read() -> "tuple[Vote, ...]":
        store = await open_answers(settings)
        try:
            return await store.votes(server)
        finally:
            await store.close()

    return asyncio.run(read())


def _print(
    door: "TerminalDoor", answered: "Answered", words: "Words", *, empty: "Path | None"
) -> None:
    """Show the answer; what could be asked next takes longer and comes after it.

    Args:
        door: Where it was asked.
        answered: The answer.
        words: The reader's.
        empty: The folder for documents, where the index has none.
    """
    from bot.terminal.console import TerminalConsole
    from bot.terminal.render import render_answer, render_empty, render_suggestions

    console = TerminalConsole()
    answer = answered.record.answer
    if empty is not None and not answer.answered and answer.small_talk is None:
        console.show(render_empty(empty, words))
        return
    console.show(render_answer(answer, words, marks=console.marks))
    suggestions = door.suggest(answered)
    if suggestions:
        console.show(render_suggestions(suggestions, words))


def _tell_changed(settings: "CoreSettings", searcher: "Searcher", words: "Words") -> None:
    """Say that documents have changed since; to a person only, for whom it is no noise."""
    from bot.app.wiring import freshness
    from bot.terminal.console import TerminalConsole
    from bot.terminal.render import INDEX, render_changed

    changed = freshness(settings).changed(searcher.info, searcher.documents())
    if changed:
        said = render_changed(changed, settings.seeds, words, remedy=INDEX)
        TerminalConsole(stderr=True).show(said)


def _print_json(door: "TerminalDoor", answered: "Answered") -> None:
    from dataclasses import replace

    from bot.rendering.answer_json import answer_json
    from bot.terminal.console import TerminalConsole

    answer = replace(answered.record.answer, suggestions=door.suggest(answered))
    # Where the output's encoding lacks a character, JSON's own escapes are the right ones.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    TerminalConsole().whole(answer_json(answer, ascii_only=plain))
