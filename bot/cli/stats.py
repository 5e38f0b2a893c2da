"""``verbatim stats``: how it goes, week by week."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.warnings import check_settings

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.counts import Count

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

    from bot.app.stats import weeks_of
    from bot.app.wiring import answers_path
    from bot.terminal.console import TerminalConsole
    from bot.terminal.stats import render_bars, render_weeks
    from config.load import load
    from config.settings import CoreSettings

    settings = load(CoreSettings)
    check_settings()
    console = TerminalConsole()
    path = answers_path(settings)
    counts = asyncio.run(_counts(path, server)) if path.exists() else ()
    if not counts:
        console.show(f"Nothing has been asked in Discord yet, as far as {path} tells.")
        return
    found = weeks_of(counts, today=datetime.now(UTC).date(), weeks=weeks)
    console.show(render_weeks(found))
    if console.is_terminal:
        bars = render_bars(found, width=console.width)
        console.show("")
        if bars is None:
            console.show("For a plot: pip install 'verbatim[plot]'", style="dim")
        else:
            console.show(bars)


async def _counts(path: "Path", server: int | None) -> "tuple[Count, ...]":
    from bot.storage.store import AnswerStore

    store = await AnswerStore.open(path)
    try:
        return await store.counts(server)
    finally:
        await store.close()
