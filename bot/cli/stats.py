"""``verbatim stats``: how it goes, week by week."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.warnings import check_settings

if TYPE_CHECKING:
    from bot.storage.counts import Count
    from config.settings import CoreSettings

__all__ = ["stats"]


def stats(
    weeks: Annotated[
        int, typer.Option("--weeks", min=1, max=57, help="How many weeks, this one included.")
    ] = 12,
    server: Annotated[
        int | None, typer.Option("--server", help="Only a server's, by its id.", show_default=False)
    ] = None,
) -> None:
    """Show how many questions were asked in Discord, what came of them, votes and latency.

    Example: verbatim stats --weeks 4
    """
    import asyncio
    from datetime import UTC, datetime

    from bot.app.answers import answers_name, has_answers
    from bot.app.stats import weeks_of
    from bot.terminal.console import TerminalConsole
    from bot.terminal.stats import render_bars, render_weeks
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    console = TerminalConsole()
    counts = asyncio.run(_counts(settings, server)) if has_answers(settings) else ()
    if not counts:
        where = answers_name(settings)
        console.show(f"Nothing has been asked in Discord yet, as far as {where} tells.")
        return
    found = weeks_of(counts, today=datetime.now(UTC).date(), weeks=weeks)
    console.show(render_weeks(found))
    if console.is_terminal:
        bars = render_bars(found, width=console.width)
        console.show("")
        if bars is None:
            console.note("For a plot: pip install 'verbatim[plot]'")
        else:
            console.show(bars)


async def _counts(settings: "CoreSettings", server: int | None) -> "tuple[Count, ...]":
    from bot.app.answers import open_answers

    store = await open_answers(settings)
    try:
        return await store.counts(server)
    finally:
        await store.close()
