"""``verbatim unhelpful``: what people in Discord have marked unhelpful."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.warnings import check_settings

if TYPE_CHECKING:
    from bot.app.unhelpful import MarkedPassage
    from config.settings import CoreSettings
    from retrieval.encoder.protocol import Encoder

__all__ = ["unhelpful"]


def unhelpful(
    csv: Annotated[
        bool, typer.Option("--csv", help="Print CSV, for a spreadsheet or a script.")
    ] = False,
    server: Annotated[
        int | None,
        typer.Option(
            "--server", help="Only what was marked in a server, by its id.", show_default=False
        ),
    ] = None,
    give_back: Annotated[
        int | None,
        typer.Option(
            "--give-back",
            help="Give the passage of this number in the list its place back.",
            min=1,
            show_default=False,
        ),
    ] = None,
    save: Annotated[
        bool,
        typer.Option(
            "--save", help="Move what comes last into unhelpful.md in the seeds, for good."
        ),
    ] = False,
) -> None:
    """List the passages that people marked unhelpful, and for which questions.

    Example: verbatim unhelpful --give-back 2
    """
    import asyncio

    from bot.app.answers import has_answers
    from bot.app.unhelpful import marked_csv
    from bot.app.wiring import core_encoder
    from bot.terminal.console import TerminalConsole
    from bot.terminal.unhelpful import render_marked, render_saved
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    if save and give_back is not None:
        raise typer.BadParameter("--save and --give-back can't be used together.")
    console, notices = TerminalConsole(), TerminalConsole(stderr=True)
    marked: tuple[MarkedPassage, ...] = ()
    if has_answers(settings):
        encoder = core_encoder(settings, notify=notices.note)
        marked = asyncio.run(_marked(settings, encoder, server, give_back, save=save))
    if save:
        console.show(render_saved([one for one in marked if one.is_last]))
    elif give_back is not None:
        if give_back > len(marked):
            raise typer.BadParameter(
                f"there is no number {give_back}; 'verbatim unhelpful' lists {len(marked)}."
            )
        console.show(f"Number {give_back} has its place back, until others mark it again.")
    elif csv:
        console.whole(marked_csv(marked).rstrip("\r\n"))
    else:
        console.show(render_marked(marked))


async def _marked(
    settings: "CoreSettings",
    encoder: "Encoder",
    server: int | None,
    give_back: int | None,
    *,
    save: bool,
) -> "tuple[MarkedPassage, ...]":
    """Return what is marked; what has this number gets its place back, or all is saved."""
    from bot.app.answers import open_answers
    from bot.app.unhelpful import keep_for_good, marked_passages

    store = await open_answers(settings)
    try:
        votes = await store.cast_votes(server)
        marked = marked_passages(votes, lambda some: encoder.encode_queries(some).vectors)
        if give_back is not None and give_back <= len(marked):
            await store.disregard(marked[give_back - 1].answers)
        if save:
            keep_for_good(settings.seeds, marked)
            # The file says it now: to count the votes as well would be to say it twice.
            for one in marked:
                await store.disregard(one.answers if one.is_last else ())
        return marked
    finally:
        await store.close()
