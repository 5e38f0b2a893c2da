"""``verbatim status``: what is indexed."""

from typing import Annotated

import typer

from bot.cli.warnings import check_settings

__all__ = ["status"]


def status(
    verify: Annotated[
        bool, typer.Option("--verify", help="Also check every file of the index byte by byte.")
    ] = False,
) -> None:
    """Show the index, its documents, and the states that can be gone back to.

    Example: verbatim status
    """
    from bot.app.counting import counted
    from bot.app.states import history
    from bot.app.wiring import freshness, index_store, lost_quotations
    from bot.terminal.console import TerminalConsole
    from bot.terminal.render import (
        INDEX,
        render_changed,
        render_sources,
        render_status,
        render_warnings,
    )
    from bot.terminal.states import render_history
    from config.load import load
    from config.settings import CoreSettings
    from retrieval.store.describe import describe_index

    settings = load(CoreSettings)
    check_settings()
    store = index_store(settings)
    info, documents = describe_index(store, verify=verify)
    console = TerminalConsole()
    console.show(render_status(counted(info, documents)))
    changed = freshness(settings).changed(info, documents)
    if changed:
        console.show(render_changed(changed, settings.seeds, remedy=INDEX))
    lost = lost_quotations(settings)
    if lost:
        console.show(render_warnings(lost))
    console.show("")
    console.show(render_sources(documents))
    console.show("")
    console.show(render_history(history(store)))
    if verify:
        console.show("\nEvery file of the index is as it was written.")
