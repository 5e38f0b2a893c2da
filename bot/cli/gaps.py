"""``verbatim gaps``: what people asked in Discord and the documents did not answer."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.warnings import check_settings

if TYPE_CHECKING:
    from bot.app.gaps import Gap, GapReport
    from config.settings import CoreSettings
    from retrieval.encoder.protocol import Encoder

__all__ = ["gaps"]


def gaps(
    csv: Annotated[
        bool, typer.Option("--csv", help="Print CSV, for a spreadsheet or a script.")
    ] = False,
    server: Annotated[
        int | None,
        typer.Option(
            "--server",
            help="Only what was asked publicly in a server, by its id.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """List the questions that went unanswered, those that mean the same together.

    Without a server those that were asked privately are among them: they are for you alone.

    Example: verbatim gaps --csv > gaps.csv
    """
    import asyncio

    from bot.app.answers import has_answers
    from bot.app.gaps_csv import gaps_csv
    from bot.app.wiring import core_encoder, index_store
    from bot.terminal.console import TerminalConsole
    from bot.terminal.gaps import render_gaps
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    notices = TerminalConsole(stderr=True)
    found: tuple[Gap, ...] = ()
    if has_answers(settings):
        index_store(settings).current()  # Without an index nothing could be compared.
        encoder = core_encoder(settings, notify=notices.note)
        found = asyncio.run(_report(settings, encoder, server)).gaps
    if csv:
        TerminalConsole().whole(gaps_csv(found).rstrip("\r\n"))
    else:
        TerminalConsole().show(render_gaps(found))


async def _report(settings: "CoreSettings", encoder: "Encoder", server: int | None) -> "GapReport":
    from bot.app.answers import open_answers
    from bot.app.collections.sight import ALL
    from bot.app.gaps import GapReports
    from bot.app.live_index import LiveIndex
    from bot.app.wiring import core_searcher, index_store

    index = LiveIndex(lambda: core_searcher(settings, encoder), index_store(settings).current)
    store = await open_answers(settings)
    try:
        await index.start()
        reports = GapReports(store, index, lambda some: encoder.encode_queries(some).vectors)
        try:
            return await reports.report(server, sight=ALL)
        finally:
            reports.close()
    finally:
        index.close()
        await store.close()
