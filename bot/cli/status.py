"""``verbatim status``: what is indexed."""

from typing import Annotated

import typer

__all__ = ["status"]


def status(
    verify: Annotated[
        bool, typer.Option("--verify", help="Also check every file of the index byte by byte.")
    ] = False,
) -> None:
    """Show the index and its documents.

    Example: verbatim status
    """
    from rich.console import Console

    from bot.terminal.render import render_sources, render_status
    from config.load import load
    from config.settings import CoreSettings
    from retrieval.store.inspect import inspect_index

    settings = load(CoreSettings)
    info, documents = inspect_index(settings.index, verify=verify)
    console = Console()
    console.print(render_status(info))
    console.print()
    console.print(render_sources(documents))
    if verify:
        console.print("\nEvery file of the index is as it was written.")
